import type { PersonNoted } from '@muster/deployment/events';
import {
  type Answer,
  type DoorMeans,
  finishErasures,
  type GivenCommand,
  type PersonKeys,
  type ReadOrder,
  type RecordPort,
  readPerson,
  takeIn,
} from '@muster/flow';
import { keysInMemory, personKeys } from '@muster/person-keys';
import { openMemoryRecord } from '@muster/record-memory';
import { isRefusal, type Recorded, type Sealed } from '@muster/terms';
import { describe, expect, it } from 'vitest';
import { codeOf, coordinator, meansOver, recordedIn, sourcing, typesIn } from './toy-flow.ts';

const canary = 'Ada Canary';
const whose = { lenderId: 'north', personId: `prs_${'0a'.repeat(16)}` };
const person = {
  ...whose,
  particulars: { name: canary, contact: '+1 555 0100', badge: '123456' },
  skillIds: ['healer'],
  kinds: [{ statusId: 'militia', delegationIds: [] }],
};
const north = coordinator('north');
const south = coordinator('south');

const command = (id: string, name: string, data: object, by = north): GivenCommand => ({
  commandId: `cmd_${id}` as never,
  name,
  by,
  at: '2025-05-10T12:00:00Z' as never,
  data,
});
const note = (id = 'note', over: object = {}, by = north) => command(id, 'NotePerson', { ...person, ...over }, by);
const correct = (id: string, name: string) => command(id, 'CorrectPerson', { ...person, particulars: { name } });
const erase = (id = 'erase', by = north) => command(id, 'ErasePerson', { ...whose, because: 'theyAsked' }, by);
const reading = (id: string, by = north) =>
  ({ commandId: `cmd_${id}`, at: '2025-05-10T12:00:00Z', by, ...whose }) as unknown as ReadOrder;

interface House extends DoorMeans {
  /** Every append as it reached the record, whole. */
  readonly appended: readonly object[];
}

function house(over: Partial<PersonKeys> = {}): House {
  const record = openMemoryRecord();
  const appended: object[] = [];
  const watched: RecordPort = {
    ...record,
    append: (append) => {
      appended.push(append);
      return record.append(append);
    },
  };
  return { ...meansOver(watched), keys: { ...personKeys(keysInMemory()), ...over }, appended };
}

async function give(means: DoorMeans, ...commands: readonly GivenCommand[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const c of commands) answers.push(await takeIn(means, c));
  return answers;
}

/** What was sealed when the person was noted. */
async function firstSealed(record: RecordPort): Promise<Sealed> {
  const [noted] = await recordedIn(record);
  return (noted as Recorded<PersonNoted>).fact.data.particulars;
}

describe('a person noted at the door', () => {
  it('reaches the record sealed: no command, answer, event, view or refusal ever holds who it is', async () => {
    const means = house();
    const answers = await give(
      means,
      note(),
      note(),
      note('again'),
      correct('correct', 'Eve Canary'),
      note('foreign', {}, south),
      note('strange', { skillIds: ['juggler'] }),
      command('role', 'NotePerson', person, sourcing),
      note('id', { personId: 'prs_ada-canary' }),
      note('field', { particulars: { name: canary, [canary]: canary } }),
      note('reused', { personId: `prs_${'0b'.repeat(16)}` }),
      note('reused', { personId: `prs_${'0b'.repeat(16)}`, particulars: { name: 'Eve Canary' } }),
    );
    expect(answers.map((a) => codeOf(a) ?? a.outcome)).toEqual([
      'recorded',
      'recorded',
      'DEPLOYMENT_PERSON_EXISTS',
      'recorded',
      'DEPLOYMENT_PERSON_NOT_YOURS',
      'DECISION_TERM_UNKNOWN',
      'COMMAND_ROLE_NOT_ALLOWED',
      'COMMAND_INVALID',
      'COMMAND_INVALID',
      'recorded',
      'COMMAND_REUSED',
    ]);
    const read = await readPerson(means, reading('read'));
    expect(read).toMatchObject({ particulars: { name: 'Eve Canary' } });
    await give(means, erase());
    expect(means.appended.length).toBeGreaterThan(7);
    const everything = JSON.stringify([answers, means.appended, await recordedIn(means.record)]);
    for (const secret of ['Canary', '555 0100', '123456']) expect(everything).not.toContain(secret);
  });

  it('sent again is the same command, and with another name under its id is refused', async () => {
    const means = house();
    const [first] = await give(means, note());
    const [again, other] = await give(means, note(), note('note', { particulars: { name: 'Eve Canary' } }));
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    expect(codeOf(other as Answer)).toBe('COMMAND_REUSED');
    expect(await typesIn(means.record)).toEqual(['PersonNoted']);
    // Also once more has happened to the person.
    await give(means, correct('correct', 'Eve Canary'));
    expect(JSON.stringify((await give(means, note()))[0])).toBe(JSON.stringify(first));
  });

  it('gets no key from whom it is no business of', async () => {
    const means = house({
      make: async () => {
        throw new Error('A key was made.');
      },
    });
    const answers = await give(means, note('a', {}, south), command('b', 'NotePerson', person, sourcing));
    expect(answers.map(codeOf)).toEqual(['DEPLOYMENT_PERSON_NOT_YOURS', 'COMMAND_ROLE_NOT_ALLOWED']);
  });
});

describe('who a person is', () => {
  it('is read by the coordinator of their lender, and every reading is recorded before', async () => {
    const means = house();
    await give(means, note());
    expect(await readPerson(means, reading('read'))).toEqual(person);
    expect(await readPerson(means, reading('read'))).toEqual(person);
    const events = await recordedIn(means.record);
    expect(events.map((e) => e.fact.type)).toEqual(['PersonNoted', 'ParticularsRead']);
    expect(events[1]?.by).toEqual(north);
  });

  it.each([
    ['the coordinator of another lender', south, 'DEPLOYMENT_PERSON_NOT_YOURS'],
    ['somebody else of the lender', { ...north, role: 'deploymentDesk' as const }, 'COMMAND_ROLE_NOT_ALLOWED'],
    ['Muster itself', { ...north, role: 'flow' as const }, 'COMMAND_ROLE_NOT_ALLOWED'],
  ])('is not read by %s', async (_who, by, code) => {
    const means = house();
    await give(means, note());
    const read = await readPerson(means, reading('read', by as typeof north));
    expect(isRefusal(read) && read.code).toBe(code);
    expect(await typesIn(means.record)).not.toContain('ParticularsRead');
  });

  it('is not made up where the key is gone or another one', async () => {
    const lost = house();
    await give(lost, note());
    const gone = await readPerson({ ...lost, keys: personKeys(keysInMemory()) }, reading('read'));
    expect(isRefusal(gone) && gone.code).toBe('DEPLOYMENT_KEY_MISSING');
    expect(codeOf((await give({ ...lost, keys: personKeys(keysInMemory()) }, correct('c', canary)))[0] as Answer)).toBe(
      'DEPLOYMENT_KEY_MISSING',
    );
    const others = personKeys(keysInMemory());
    await others.make(whose as never);
    const other = await readPerson({ ...lost, keys: others }, reading('read-2'));
    expect(isRefusal(other) && other.code).toBe('DEPLOYMENT_KEY_OTHER');
  });
});

describe('an erasure', () => {
  it('leaves the record whole and nobody readable, and says so to whoever sends an old command again', async () => {
    const means = house();
    await give(means, note());
    const before = await recordedIn(means.record);
    const [erased] = await give(means, erase());
    const [again, noted, corrected, fresh] = await give(
      means,
      erase(),
      note(),
      correct('correct', canary),
      note('new'),
    );
    expect(JSON.stringify(again)).toBe(JSON.stringify(erased));
    expect([noted, corrected, fresh].map((a) => codeOf(a as Answer))).toEqual(
      new Array(3).fill('DEPLOYMENT_PERSON_ERASED'),
    );
    const read = await readPerson(means, reading('read'));
    expect(isRefusal(read) && read.code).toBe('DEPLOYMENT_PERSON_ERASED');
    const after = await recordedIn(means.record);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.map((e) => e.fact.type)).toEqual(['PersonNoted', 'PersonErased', 'CommandRefused']);
    const sealed = await firstSealed(means.record);
    expect(await means.keys.open(whose as never, sealed)).toBe('noKey');
  });

  it('is not done by another lender, whose try takes no key', async () => {
    const means = house();
    await give(means, note());
    expect(codeOf((await give(means, erase('foreign', south)))[0] as Answer)).toBe('DEPLOYMENT_PERSON_NOT_YOURS');
    expect(await readPerson(means, reading('read'))).toEqual(person);
    expect(await means.keys.erasing()).toEqual([]);
  });

  it('cut short after it was recorded is finished at the next opening, and by sending it again', async () => {
    for (const finish of [
      (means: DoorMeans) => finishErasures(means),
      async (means: DoorMeans) => (await give(means, erase())).length,
    ]) {
      const keys = personKeys(keysInMemory());
      const dying = house({
        ...keys,
        erase: async () => {
          throw new Error('The process died.');
        },
      });
      await give(dying, note());
      await expect(give(dying, erase())).rejects.toThrow('died');
      expect(await typesIn(dying.record)).toEqual(['PersonNoted', 'PersonErased']);
      const sealed = await firstSealed(dying.record);
      expect(await keys.open(whose as never, sealed)).toEqual(person.particulars);
      expect(await finish({ ...dying, keys })).toBe(1);
      expect(await keys.open(whose as never, sealed)).toBe('noKey');
      expect(await keys.erasing()).toEqual([]);
    }
  });

  it('cut short before it was recorded erases nobody', async () => {
    const means = house();
    await give(means, note());
    await means.keys.beginErasing(whose as never);
    expect(await finishErasures(means)).toBe(0);
    expect(await readPerson(means, reading('read'))).toEqual(person);
    expect((await give(means, erase()))[0]?.outcome).toBe('recorded');
    expect(await means.keys.erasing()).toEqual([]);
  });

  it('takes a key away again that a backup has put back', async () => {
    const means = house();
    await give(means, note(), erase());
    await means.keys.make(whose as never);
    expect(codeOf((await give(means, erase('once-more')))[0] as Answer)).toBe('DEPLOYMENT_PERSON_ERASED');
    expect(await means.keys.open(whose as never, await firstSealed(means.record))).toBe('noKey');
  });
});
