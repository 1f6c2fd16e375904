import { erasePerson, gatherPerson, type Particulars, personErased, type Whose } from '@muster/deployment';
import { isRefusal, type ReadStream, type Refusal, refuse } from '@muster/terms';
import { carryOut, type Means } from '../carry-out.ts';
import { givenSchema, isSealedAtTheDoor, type SealedCommandName } from '../catalogue.ts';
import { type Answer, type GivenCommand, invalid, mayGive } from '../decide-command.ts';
import type { PersonKeys } from './person-keys-port.ts';

export interface DoorMeans extends Means {
  readonly keys: PersonKeys;
}

/**
 * Takes a command from outside. Who somebody is is sealed before the command is carried out, so that the command, its
 * answer, its facts and its refusals hold ciphertext only; and an erasure ends with the key destroyed.
 */
export async function takeIn(means: DoorMeans, given: GivenCommand): Promise<Answer> {
  if (given.name === 'ErasePerson') return erase(means, given);
  if (!isSealedAtTheDoor(given.name)) return carryOut(means, given);
  const sealed = await seal(means, given, given.name);
  return isRefusal(sealed)
    ? { outcome: 'refused', commandId: given.commandId, ...sealed }
    : carryOut(means, { ...given, data: sealed });
}

async function seal(means: DoorMeans, given: GivenCommand, name: SealedCommandName): Promise<object | Refusal> {
  const { commandId, by } = given;
  const barred = mayGive(name, by);
  if (barred) return barred;
  const parsed = givenSchema(name).safeParse(given.data);
  if (!parsed.success) return invalid(name, parsed.error);
  const person = parsed.data as Whose & { readonly particulars: Particulars };
  const whose = { lenderId: person.lenderId, personId: person.personId };
  const asked = `To carry out ${name} for the person ${whose.personId}.`;
  // Whom nobody may seal anything for gets no key either: neither the erased, nor those of another lender.
  const { status } = await gatherPerson(reader(means), whose);
  if (status === 'erased' && by.partyId === whose.lenderId) return personErased(asked);
  if (by.partyId !== whose.lenderId) return { ...person, particulars: unreadable };
  if (status === 'unknown') await means.keys.make(whose);
  const particulars = await means.keys.seal(whose, commandId, person.particulars);
  return particulars === 'noKey' ? keyMissing(asked) : { ...person, particulars };
}

/** In the place of what an act refuses anyhow, whoever it is about. */
const unreadable = {
  scheme: 'hkdf-sha256+aes-256-gcm/1',
  salt: 'A'.repeat(43),
  commitment: 'A'.repeat(43),
  ciphertext: 'A'.repeat(22),
} as const;

export const keyMissing = (asked: string): Refusal =>
  refuse('DEPLOYMENT_KEY_MISSING', {
    asked,
    why: "The person's key is not where Muster keeps the keys, though they were never erased.",
    allowed: 'Put back the keys from their own backup: the folder "person-keys", or the one MUSTER_PERSON_KEYS names.',
  });

async function erase(means: DoorMeans, given: GivenCommand): Promise<Answer> {
  const parsed = erasePerson.data.safeParse(given.data);
  if (mayGive('ErasePerson', given.by) || !parsed.success || given.by.partyId !== parsed.data.lenderId) {
    return carryOut(means, given);
  }
  const { lenderId, personId } = parsed.data;
  const whose = { lenderId, personId };
  await means.keys.beginErasing(whose);
  const answer = await carryOut(means, given);
  // Also where they had been erased before: a key that a backup has put back goes again.
  const isErased = answer.outcome === 'recorded' || answer.code === 'DEPLOYMENT_PERSON_ERASED';
  await (isErased ? means.keys.erase(whose) : means.keys.keep(whose));
  return answer;
}

/** Destroys the keys of those whose erasure was recorded and then cut short. Gives how many. */
export async function finishErasures(means: Pick<DoorMeans, 'record' | 'keys'>): Promise<number> {
  let finished = 0;
  for (const whose of await means.keys.erasing()) {
    const { status } = await gatherPerson(reader(means), whose);
    // Where it was not recorded yet, another process may be about to: what it said stays.
    if (status !== 'erased') continue;
    await means.keys.erase(whose);
    finished++;
  }
  return finished;
}

const reader =
  ({ record }: Pick<Means, 'record'>): ReadStream =>
  (stream) =>
    record.read(stream);
