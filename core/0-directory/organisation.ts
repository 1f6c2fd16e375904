import {
  organisationStream,
  type Party,
  type PartyId,
  type ReadStream,
  type Refusal,
  refuse,
  unknownEvent,
} from '@muster/terms';
import type { OrganisationFact } from './events.ts';

/** Of the law, the directory asks which parties it names: they are organisations without being noted. */
export interface PartiesOfLaw {
  readonly law: { readonly terms: { readonly parties: ReadonlyMap<PartyId, Party> } };
}

export interface Organisation {
  readonly partyId: PartyId;
  readonly name: string;
  readonly withinId?: PartyId;
  readonly sovereignId: PartyId;
  readonly closed: boolean;
  /** Whether it stands in the directory itself, and not in the law pack alone. */
  readonly noted: boolean;
}

/** An organisation as the law pack names it and the directory has noted it; undefined where neither knows it. */
export function organisationFrom(
  facts: readonly OrganisationFact[],
  party: Party | undefined,
): Organisation | undefined {
  let found: Organisation | undefined = party && {
    partyId: party.partyId,
    name: party.name,
    // A department is part of its sovereign until it is noted as part of something nearer.
    ...(party.sovereignId === party.partyId ? {} : { withinId: party.sovereignId }),
    sovereignId: party.sovereignId,
    closed: false,
    noted: false,
  };
  for (const fact of facts) {
    switch (fact.type) {
      case 'OrganisationNoted':
        found = { ...fact.data, closed: false, noted: true };
        break;
      case 'OrganisationMoved':
        if (found) found = { ...found, withinId: fact.data.withinId };
        break;
      case 'OrganisationClosed':
        if (found) found = { ...found, closed: true };
        break;
      default:
        unknownEvent(fact);
    }
  }
  return found;
}

export async function gatherOrganisation(
  read: ReadStream,
  partyId: PartyId,
  { law }: PartiesOfLaw,
): Promise<Organisation | undefined> {
  const facts = (await read(organisationStream(partyId))).map((e) => e.fact as OrganisationFact);
  return organisationFrom(facts, law.terms.parties.get(partyId));
}

/** An organisation with all it is part of, nearest first; empty where nobody knows it. */
export async function gatherLine(
  read: ReadStream,
  partyId: PartyId,
  tools: PartiesOfLaw,
): Promise<readonly Organisation[]> {
  const line: Organisation[] = [];
  const seen = new Set<PartyId>();
  for (let next: PartyId | undefined = partyId; next !== undefined && !seen.has(next); ) {
    seen.add(next);
    const organisation: Organisation | undefined = await gatherOrganisation(read, next, tools);
    if (!organisation) break;
    line.push(organisation);
    next = organisation.withinId;
  }
  return line;
}

/** The organisation at the beginning of a line if it is open; otherwise why nothing can be done with it. */
export function openOrganisation(
  line: readonly Organisation[],
  partyId: PartyId,
  asked: string,
): Organisation | Refusal {
  const [own] = line;
  if (!own) {
    return refuse('DIRECTORY_ORGANISATION_UNKNOWN', {
      asked,
      why: `Neither the law pack nor the directory knows an organisation "${partyId}".`,
      allowed: 'Note it first, or name one that is known (GET /api/organisations lists them).',
    });
  }
  if (own.closed) {
    return refuse('DIRECTORY_ORGANISATION_CLOSED', {
      asked,
      why: `${partyId} is closed.`,
      allowed: 'Note it again first, if it has opened again.',
    });
  }
  return own;
}
