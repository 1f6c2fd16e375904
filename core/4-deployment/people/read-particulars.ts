import { type Act, servingPersonStream } from '@muster/terms';
import type { ParticularsRead } from '../events.ts';
import { type Whose, whoseSchema } from './person-data.ts';
import { notNoted, notYours } from './refusals.ts';
import { gatherPerson, type ServingPerson } from './state.ts';

/** Records that somebody's particulars are read, before they are: who looked, at whom, when. */
export const readParticulars: Act<'ReadParticulars', Whose, ServingPerson, ParticularsRead> = {
  name: 'ReadParticulars',
  doc: 'Read who a person is. That it was read is recorded first.',
  who: ['lenderCoordinator'],
  data: whoseSchema,
  writes: (d) => servingPersonStream(d.lenderId, d.personId),
  gather: gatherPerson,
  decide: (state, { by, data }) => {
    const asked = `To read who the person ${data.personId} of ${data.lenderId} is.`;
    return notYours(by, data, asked) ?? notNoted(state, asked) ?? [{ type: 'ParticularsRead', version: 1, data }];
  },
};
