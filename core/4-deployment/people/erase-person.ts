import { type Act, servingPersonStream } from '@muster/terms';
import { z } from 'zod';
import type { PersonErased } from '../events.ts';
import { whoseSchema } from './person-data.ts';
import { notNoted, notYours } from './refusals.ts';
import { gatherPerson, type ServingPerson } from './state.ts';

const data = whoseSchema.extend({ because: z.enum(['theyAsked', 'serviceOver', 'notedInError']) });
type Data = z.infer<typeof data>;

/** Erases a person: the record keeps that it was done, and the door destroys the key. */
export const erasePerson: Act<'ErasePerson', Data, ServingPerson, PersonErased> = {
  name: 'ErasePerson',
  doc: 'Erase a person who serves: their key is destroyed, so that nobody can read who they are, ever.',
  who: ['lenderCoordinator'],
  data,
  writes: (d) => servingPersonStream(d.lenderId, d.personId),
  gather: gatherPerson,
  decide: (state, { by, data: erasure }) => {
    const asked = `To erase the person ${erasure.personId} of ${erasure.lenderId}.`;
    return (
      notYours(by, erasure, asked) ?? notNoted(state, asked) ?? [{ type: 'PersonErased', version: 1, data: erasure }]
    );
  },
};
