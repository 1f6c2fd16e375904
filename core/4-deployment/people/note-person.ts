import type { LawPort } from '@muster/decision/events';
import { type Act, refuse, servingPersonStream } from '@muster/terms';
import type { PersonNoted } from '../events.ts';
import { type SealedPerson, sealedPersonSchema } from './person-data.ts';
import { erased, notYours, unknownTerms } from './refusals.ts';
import { gatherPerson, type ServingPerson } from './state.ts';

/** Notes a person who serves for a lender: who it is, sealed, and what they can do. */
export const notePerson: Act<'NotePerson', SealedPerson, ServingPerson, PersonNoted, { law: LawPort }> = {
  name: 'NotePerson',
  doc: 'Note a person who serves for a lender. Name, contact and badge are sealed before anything is recorded.',
  who: ['lenderCoordinator'],
  data: sealedPersonSchema,
  writes: (d) => servingPersonStream(d.lenderId, d.personId),
  gather: gatherPerson,
  decide: ({ status }, { by, data }, { law }) => {
    const asked = `To note the person ${data.personId} for ${data.lenderId}.`;
    const refusal = notYours(by, data, asked) ?? unknownTerms(data, law, asked);
    if (refusal) return refusal;
    if (status === 'erased') return erased(asked);
    if (status === 'noted') {
      return refuse('DEPLOYMENT_PERSON_EXISTS', {
        asked,
        why: 'A person is noted for this lender under this id.',
        allowed: 'Correct what is noted, or draw an id for the other person.',
      });
    }
    return [{ type: 'PersonNoted', version: 1, data }];
  },
};
