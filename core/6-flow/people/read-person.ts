import { gatherPerson, type Particulars, type PersonNoted, personErased, type Whose } from '@muster/deployment';
import { type Actor, type CommandId, type Instant, type Refusal, refuse } from '@muster/terms';
import { carryOut } from '../carry-out.ts';
import { type DoorMeans, keyMissing } from './door.ts';

/** Who wants to read whose particulars, under which id: the same id again is one reading. */
export interface ReadOrder extends Whose {
  readonly commandId: CommandId;
  readonly at: Instant;
  readonly by: Actor;
}

/** A person as their lender's coordinator sees them. */
export interface PersonRead extends Omit<PersonNoted['data'], 'particulars'> {
  readonly particulars: Particulars;
}

/**
 * Records that a person's particulars are read, and only then reads them. Nothing of it is kept: the answer of the
 * command is that it was recorded, and the particulars go to the one who asked.
 */
export async function readPerson(means: DoorMeans, order: ReadOrder): Promise<PersonRead | Refusal> {
  const { commandId, at, by, lenderId, personId } = order;
  const whose = { lenderId, personId };
  const answer = await carryOut(means, { commandId, at, by, name: 'ReadParticulars', data: whose });
  if (answer.outcome === 'refused') return answer;
  const asked = `To read who the person ${personId} of ${lenderId} is.`;
  const person = await gatherPerson((stream) => means.record.read(stream), whose);
  // Read before, under this id, and erased since.
  if (person.status !== 'noted') return personErased(asked);
  const particulars = await means.keys.open(whose, person.noted.particulars);
  if (particulars === 'noKey') return keyMissing(asked);
  if (particulars === 'otherKey') return otherKey(asked);
  return { ...person.noted, particulars };
}

const otherKey = (asked: string): Refusal =>
  refuse('DEPLOYMENT_KEY_OTHER', {
    asked,
    why: 'The key that Muster keeps for the person is not the one their particulars were sealed with, or what was sealed was changed.',
    allowed: 'Put back the keys from their own backup; if that does not help, check the record with `muster verify`.',
  });
