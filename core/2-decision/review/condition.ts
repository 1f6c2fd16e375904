import {
  capacitySchema,
  conditionIdSchema,
  delegationIdSchema,
  lineIdSchema,
  peopleSchema,
  periodSchema,
  statusIdSchema,
} from '@muster/terms';
import { z } from 'zod';

/** What counsel attaches to a yes. It binds the plan, and later every assignment and check-in. */
export const lineConditionSchema = z
  .strictObject({
    conditionId: conditionIdSchema,
    words: z.string().min(5).max(600),
    lineIds: z.array(lineIdSchema).min(1),
    /** At most so many people over all these lines together, at any time. */
    maxPeople: peopleSchema.optional(),
    /** Statuses that may not serve on these lines. */
    barredStatusIds: z.array(statusIdSchema).optional(),
    /** People on these lines must hold each of these. */
    requiredDelegationIds: z.array(delegationIdSchema).optional(),
    /** Whoever holds each of these offices must be there when the work is done. */
    presentCapacities: z.array(capacitySchema).optional(),
    /** Only within these days. */
    period: periodSchema.optional(),
  })
  .refine(
    (c) =>
      c.maxPeople !== undefined ||
      c.period !== undefined ||
      [c.barredStatusIds, c.requiredDelegationIds, c.presentCapacities].some((ids) => (ids?.length ?? 0) > 0),
    'must bind something: a number of people (maxPeople), statuses (barredStatusIds), delegations (requiredDelegationIds), somebody present (presentCapacities) or days (period)',
  );
export type LineCondition = z.infer<typeof lineConditionSchema>;
