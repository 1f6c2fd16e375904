import { serviceKindSchema } from '@muster/decision/events';
import { partyIdSchema, sealedSchema, servingPersonIdSchema, skillIdSchema } from '@muster/terms';
import { z } from 'zod';

const whose = { lenderId: partyIdSchema, personId: servingPersonIdSchema };

/** Which person, of which lender. */
export const whoseSchema = z.strictObject(whose);
export type Whose = z.infer<typeof whoseSchema>;

const qualified = {
  skillIds: z.array(skillIdSchema).max(50),
  kinds: z.array(serviceKindSchema).max(50),
};

/** A person as the record and every decider know them: who it is, sealed. */
export const sealedPersonSchema = z.strictObject({ ...whose, particulars: sealedSchema, ...qualified });
export type SealedPerson = z.infer<typeof sealedPersonSchema>;

/** What is wrong is said without repeating what was given: it may be somebody's name. */
const nothingElse = (fields: string) => ({
  error: (issue: { readonly code?: string }) =>
    issue.code === 'unrecognized_keys' ? `may have nothing but ${fields}` : undefined,
});

/** One line of text, as a person would write it on a form. */
const oneLine = (most: number) =>
  z
    .string()
    .min(1, 'must not be empty')
    .max(most, `must be at most ${most} characters`)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line of text');

/** Who it is. Never recorded in plain, and never logged. */
export const particularsSchema = z.strictObject(
  {
    name: oneLine(200),
    /** How to reach them: a telephone number or an address for mail. */
    contact: oneLine(200).optional(),
    /** The number on their badge. */
    badge: oneLine(60).optional(),
  },
  nothingElse('name, contact and badge'),
);
export type Particulars = z.infer<typeof particularsSchema>;

/** A person as people give them at the door, which seals who it is. */
export const personInPlainSchema = z.strictObject(
  { ...whose, particulars: particularsSchema, ...qualified },
  nothingElse('lenderId, personId, particulars, skillIds and kinds'),
);
