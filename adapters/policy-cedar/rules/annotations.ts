import { daySchema } from '@muster/terms';
import { z } from 'zod';
import { confidenceSchema } from './confidence.ts';

/** What a policy of `rule.cedar` may say above its `permit` or `forbid`. */
export const annotationsSchema = z.strictObject({
  id: z.string().min(3),
  cite: z.string().min(3),
  /** Capacities whose consent it takes, parted by commas. */
  needs: z
    .string()
    .transform((text) => text.split(',').map((word) => word.trim()))
    .exactOptional(),
  confidence: confidenceSchema.exactOptional(),
  contested: z.literal('true').exactOptional(),
  in_force_from: daySchema.exactOptional(),
  in_force_to: daySchema.exactOptional(),
  /** Each note after its day: "2025-09-02: … 2025-12-23: …". */
  litigation: z.string().min(3).exactOptional(),
  /** The id of the policy whose place this one takes. */
  replaces: z.string().min(3).exactOptional(),
});
export type Annotations = z.infer<typeof annotationsSchema>;

export const annotationNames = Object.keys(annotationsSchema.shape);
