import type { LawPort } from '@muster/decision/events';
import { type Act, servingPersonStream } from '@muster/terms';
import type { PersonCorrected } from '../events.ts';
import { type SealedPerson, sealedPersonSchema } from './person-data.ts';
import { notNoted, notYours, unknownTerms } from './refusals.ts';
import { gatherPerson, type ServingPerson } from './state.ts';

/** Puts what is right in the place of what was noted of a person, whole. */
export const correctPerson: Act<'CorrectPerson', SealedPerson, ServingPerson, PersonCorrected, { law: LawPort }> = {
  name: 'CorrectPerson',
  doc: 'Put what is right in the place of what was noted of a person who serves, all of it. Who it is is sealed anew.',
  who: ['lenderCoordinator'],
  data: sealedPersonSchema,
  writes: (d) => servingPersonStream(d.lenderId, d.personId),
  gather: gatherPerson,
  decide: (state, { by, data }, { law }) => {
    const asked = `To correct what is noted of the person ${data.personId} of ${data.lenderId}.`;
    const refusal = notYours(by, data, asked) ?? unknownTerms(data, law, asked) ?? notNoted(state, asked);
    return refusal ?? [{ type: 'PersonCorrected', version: 1, data }];
  },
};
