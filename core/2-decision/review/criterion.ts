import { sourceSchema } from '@muster/terms';
import { z } from 'zod';

/**
 * The six criteria by which a request for support is weighed (CARRLL, Joint Publication 3-28).
 * Cost and readiness come first here: auditors found these two missing (GAO-21-356).
 */
export const criteria = ['cost', 'readiness', 'appropriateness', 'risk', 'legality', 'lethality'] as const;
export type Criterion = (typeof criteria)[number];

export const criterionFindingSchema = z.strictObject({
  criterion: z.enum(criteria),
  finding: z.enum(['met', 'metWithConditions', 'notMet']),
  /** What the finding rests on; an opinion without it is refused. */
  evidence: z.string().max(2000),
  /** Who made the finding: an office, never a person's name. */
  foundBy: z.string().min(2).max(120),
  source: sourceSchema,
});
export type CriterionFinding = z.infer<typeof criterionFindingSchema>;
