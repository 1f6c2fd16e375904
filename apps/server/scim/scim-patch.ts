import { z } from 'zod';
import { ScimFault, scimSchema } from './scim-answers.ts';

const operation = z.object({
  // Some providers write Add and Replace.
  op: z
    .string()
    .transform((word) => word.toLowerCase())
    .pipe(z.enum(['add', 'remove', 'replace'])),
  path: z.string().max(300).optional(),
  value: z.unknown().optional(),
});
const patch = z.object({
  schemas: z.array(z.string()).refine((names) => names.includes(scimSchema.patch), `must name ${scimSchema.patch}`),
  Operations: z.array(operation).min(1).max(100),
});

/** One change of one attribute. A value that names several attributes is as many changes. */
export interface ScimChange {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: string;
  readonly value: unknown;
}

/** What a PATCH asks for (RFC 7644, section 3.5.2), in its order. */
export function changesIn(body: unknown): readonly ScimChange[] {
  return readScim(patch, body).Operations.flatMap(({ op, path, value }): ScimChange[] => {
    if (path !== undefined) return [{ op, path, value }];
    if (op === 'remove') throw new ScimFault(400, 'What is to be removed must be named by a path.', 'noTarget');
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new ScimFault(400, 'Without a path the value must be an object of attributes.', 'invalidValue');
    }
    return Object.entries(value).map(([name, one]) => ({ op, path: name, value: one }));
  });
}

/** What a body says; a fault names the first field that is not right. */
export function readScim<T>(shape: z.ZodType<T>, body: unknown): T {
  const read = shape.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new ScimFault(400, `${issue?.path.join('.') || 'The body'}: ${issue?.message}.`, 'invalidValue');
}
