import { type ReadStream, servingPersonStream, unknownEvent } from '@muster/terms';
import type { PersonCorrected, ServingPersonFact } from '../events.ts';
import type { Whose } from './person-data.ts';

/** A person who serves, as their lender's record has them. */
export type ServingPerson =
  | { readonly status: 'unknown' }
  | { readonly status: 'noted'; readonly noted: PersonCorrected['data'] }
  | { readonly status: 'erased' };

export async function gatherPerson(read: ReadStream, { lenderId, personId }: Whose): Promise<ServingPerson> {
  const events = await read(servingPersonStream(lenderId, personId));
  return events.reduce<ServingPerson>((state, e) => evolve(state, e.fact as ServingPersonFact), { status: 'unknown' });
}

function evolve(state: ServingPerson, fact: ServingPersonFact): ServingPerson {
  switch (fact.type) {
    case 'PersonNoted':
    case 'PersonCorrected':
      return { status: 'noted', noted: fact.data };
    case 'ParticularsRead':
      return state;
    case 'PersonErased':
      return { status: 'erased' };
    default:
      return unknownEvent(fact);
  }
}
