import {
  capacitySchema,
  delegationIdSchema,
  partyIdSchema,
  placeIdSchema,
  skillIdSchema,
  statusIdSchema,
  taskIdSchema,
} from '@muster/terms';
import { z } from 'zod';

const words = z.string().trim().min(2);
const named = { label: words, meaning: words };

export const partyRow = z.strictObject({
  partyId: partyIdSchema,
  name: words,
  label: words,
  sovereignId: partyIdSchema,
  placeId: placeIdSchema.exactOptional(),
  /** For whoever reads the file; no rule rests on it. */
  note: words.exactOptional(),
});

export const placeRow = z.strictObject({
  placeId: placeIdSchema,
  name: words,
  sovereignId: partyIdSchema,
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

const groupId = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'must be a name such as support');

export const groupRow = z.strictObject({ groupId, meaning: words, within: groupId.exactOptional() });

export const taskRow = z.strictObject({
  taskId: taskIdSchema,
  code: z.string().regex(/^[A-Z]{3}$/, 'must be three capitals, such as LOG'),
  ...named,
  within: groupId.exactOptional(),
});

export const statusRow = z.strictObject({
  statusId: statusIdSchema,
  ...named,
  payer: z.enum(['host', 'lender', 'federal', 'requester']),
});

export const delegationRow = z.strictObject({ delegationId: delegationIdSchema, ...named });

export const skillRow = z.strictObject({ skillId: skillIdSchema, ...named });

const office = { capacity: capacitySchema, label: words };

export const capacityRow = z.discriminatedUnion('resolves', [
  z.strictObject({
    ...office,
    resolves: z.enum(['presence', 'lenderSovereign', 'hostSovereign', 'lender', 'requester']),
  }),
  z.strictObject({ ...office, resolves: z.literal('party'), partyId: partyIdSchema }),
]);
