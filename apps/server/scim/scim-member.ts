import type { Member, Provisioned } from '@muster/accounts-sql';
import { z } from 'zod';
import { ScimFault, scimPath, scimSchema } from './scim-answers.ts';
import { readScim, type ScimChange } from './scim-patch.ts';

/** Some providers send truth as a word. */
const truth = z
  .union([z.boolean(), z.enum(['True', 'true', 'False', 'false'])])
  .transform((is) => `${is}`.toLowerCase() === 'true');
const line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u, 'must be one line');
const email = z.object({ value: z.email().max(300), primary: truth.optional() });
const name = z.object({ formatted: line.optional(), givenName: line.optional(), familyName: line.optional() });

const user = z.object({
  schemas: z.array(z.string()).refine((names) => names.includes(scimSchema.user), `must name ${scimSchema.user}`),
  userName: line,
  externalId: z.string().min(1).max(300).optional(),
  displayName: line.optional(),
  name: name.optional(),
  emails: z.array(email).max(20).optional(),
  active: truth.optional(),
});

/** What can be said of a member by SCIM. */
export interface SaidOfUser {
  readonly userName: string;
  readonly externalId: string | undefined;
  readonly displayName: string;
  readonly email: string | undefined;
  readonly isActive: boolean;
}

/** What a POST or a PUT says. Attributes that Muster does not keep are left out, as RFC 7644, section 3.3, lets it. */
export function readUser(body: unknown): SaidOfUser {
  const { userName, externalId, displayName, name: called, emails, active = true } = readScim(user, body);
  return {
    userName,
    externalId,
    displayName: displayName ?? nameIn(called) ?? userName,
    email: emailIn(emails),
    isActive: active,
  };
}

/** What is said once a PATCH is done. */
export function changedUser(before: SaidOfUser, changes: readonly ScimChange[]): SaidOfUser {
  return changes.reduce(changedBy, before);
}

function changedBy(said: SaidOfUser, { op, path, value }: ScimChange): SaidOfUser {
  const given = op === 'remove' ? undefined : value;
  switch (path.replace(`${scimSchema.user}:`, '').toLowerCase()) {
    case 'active':
      return { ...said, isActive: needed(op, path) && readScim(truth, given) };
    case 'username':
      return { ...said, userName: needed(op, path) && readScim(line, given) };
    case 'externalid':
      return { ...said, externalId: given === undefined ? undefined : readScim(z.string().min(1).max(300), given) };
    case 'displayname':
    case 'name.formatted':
      return { ...said, displayName: given === undefined ? said.userName : readScim(line, given) };
    case 'name':
      return {
        ...said,
        displayName: (given === undefined ? undefined : nameIn(readScim(name, given))) ?? said.userName,
      };
    case 'emails':
      return { ...said, email: given === undefined ? undefined : emailIn(readScim(z.array(email), [given].flat())) };
    case 'emails[type eq "work"].value':
    case 'emails[primary eq true].value':
      return { ...said, email: given === undefined ? undefined : readScim(z.email().max(300), given) };
    default:
      // What Muster does not keep is no fault of whoever keeps it.
      if (/^[a-z][\w$.:-]*(\[[^\]]*\])?(\.\w+)?$/i.test(path)) return said;
      throw new ScimFault(400, `"${path}" is no path.`, 'invalidPath');
  }
}

function needed(op: ScimChange['op'], path: string): true {
  if (op === 'remove') throw new ScimFault(400, `${path} cannot be removed.`, 'mutability');
  return true;
}

type Name = z.infer<typeof name> | undefined;
const nameIn = (called: Name): string | undefined =>
  called?.formatted ?? ([called?.givenName, called?.familyName].filter(Boolean).join(' ') || undefined);
const emailIn = (emails: readonly z.infer<typeof email>[] = []): string | undefined =>
  (emails.find((one) => one.primary) ?? emails[0])?.value;

export const saidOf = (
  { displayName, email: value }: Member,
  { userName, externalId, isActive }: Provisioned,
): SaidOfUser => ({
  userName,
  externalId,
  displayName,
  email: value,
  isActive,
});

/** A member as SCIM shows one. */
export function userShown(member: Member, said: Provisioned, origin: string): object {
  const { personId, displayName, email: value, since } = member;
  return {
    schemas: [scimSchema.user],
    id: personId,
    ...(said.externalId === undefined ? {} : { externalId: said.externalId }),
    userName: said.userName,
    displayName,
    name: { formatted: displayName },
    ...(value === undefined ? {} : { emails: [{ value, primary: true }] }),
    active: said.isActive,
    meta: {
      resourceType: 'User',
      created: since,
      lastModified: said.changedAt,
      location: `${origin}${scimPath}/Users/${personId}`,
    },
  };
}
