import { delegationIdSchema, statusIdSchema } from '@muster/terms';
import { z } from 'zod';

/** What a person would serve under: one status, and any delegations with it. */
export const serviceKindSchema = z.strictObject({
  statusId: statusIdSchema,
  delegationIds: z.array(delegationIdSchema).max(8),
});
