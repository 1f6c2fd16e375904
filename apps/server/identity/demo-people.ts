import type { Accounts } from '@muster/accounts-sql';
import type { Instant, PersonId } from '@muster/terms';

/** The password of all demo people. It is no secret: they exist in an exercise alone, on one machine. */
export const demoPassword = 'this is only an exercise';

interface DemoPerson {
  readonly personId: PersonId;
  readonly loginName: string;
  readonly displayName: string;
}

const demo = (id: string, loginName: string, displayName: string): DemoPerson => ({
  personId: `per_${id}` as PersonId,
  loginName,
  displayName,
});

/** One a role. The first eight act in the scenario of the article, and are named for their offices there. */
export const demoPeople: readonly DemoPerson[] = [
  demo('dhs-planner', 'planner', 'Requesting planner, Homeland Security'),
  demo('dod-counsel', 'counsel', 'Counsel, Defense'),
  demo('us-nc-official', 'official', 'Consenting official, North Carolina'),
  demo('dod-sourcing', 'sourcing', 'Sourcing officer, Defense'),
  demo('us-nc-coordinator', 'coordinator', "Lender's coordinator, North Carolina"),
  demo('dod-desk', 'desk', 'Deployment desk, Defense'),
  demo('dod-finance', 'finance', 'Finance officer, Defense'),
  demo('fema-desk', 'programme', 'Programme officer, FEMA'),
  demo('demo-auditor', 'auditor', 'Auditor'),
  demo('demo-administrator', 'administrator', 'Administrator'),
];

const ids: ReadonlySet<PersonId> = new Set(demoPeople.map(({ personId }) => personId));
export const isDemoPerson = (personId: PersonId): boolean => ids.has(personId);

/** Makes them members who can log in; once made, they stay as they are. */
export async function seedDemoPeople(accounts: Accounts, issuer: string, password: string, at: Instant): Promise<void> {
  for (const { personId, loginName, displayName } of demoPeople) {
    await accounts.addMember({ personId, displayName, email: undefined, issuer, subject: personId, since: at });
    await accounts.setLogin({ loginName, personId, password });
  }
}
