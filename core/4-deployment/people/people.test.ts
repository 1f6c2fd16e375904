import { toyLaw } from '@muster/decision/testing';
import { type Fact, type PartyId, type ServingPersonId, servingPersonStream } from '@muster/terms';
import { actor, given, past } from '@muster/terms/testing';
import { describe, expect, it } from 'vitest';
import { correctPerson } from './correct-person.ts';
import { erasePerson } from './erase-person.ts';
import { notePerson } from './note-person.ts';
import { personInPlainSchema } from './person-data.ts';
import { readParticulars } from './read-particulars.ts';

const coordinator = actor('north', 'lenderCoordinator');
const neighbour = actor('south', 'lenderCoordinator');
const at = '2025-05-10T12:00:00Z';
const tools = { law: toyLaw };
const whose = { lenderId: 'north', personId: `prs_${'0a'.repeat(16)}` };
const sealed = {
  scheme: 'hkdf-sha256+aes-256-gcm/1',
  salt: 's'.repeat(43),
  commitment: 'c'.repeat(43),
  ciphertext: 'x'.repeat(40),
};
const person = {
  ...whose,
  particulars: sealed,
  skillIds: ['healer'],
  kinds: [{ statusId: 'militia', delegationIds: [] }],
};
const stream = servingPersonStream(whose.lenderId as PartyId, whose.personId as ServingPersonId);
const happened = (type: string, data: object = whose) => past(stream, { type, version: 1, data } satisfies Fact);
const noted = happened('PersonNoted', person);
const erased = happened('PersonErased', { ...whose, because: 'theyAsked' });

describe('a person who serves', () => {
  it('is noted, corrected, read and erased by the coordinator of the lender', async () => {
    const note = await given().when(notePerson, coordinator, at, person, tools);
    expect(note.facts).toEqual([{ type: 'PersonNoted', version: 1, data: person }]);
    expect(notePerson.writes(person as never)).toBe(stream);
    const better = { ...person, skillIds: ['porter'] };
    const correct = await given(noted).when(correctPerson, coordinator, at, better, tools);
    expect(correct.facts).toEqual([{ type: 'PersonCorrected', version: 1, data: better }]);
    const read = await given(noted, happened('PersonCorrected', better)).when(
      readParticulars,
      coordinator,
      at,
      whose,
      tools,
    );
    expect(read.facts).toEqual([{ type: 'ParticularsRead', version: 1, data: whose }]);
    const erasure = { ...whose, because: 'serviceOver' };
    const erase = await given(noted, happened('ParticularsRead')).when(erasePerson, coordinator, at, erasure, tools);
    expect(erase.facts).toEqual([{ type: 'PersonErased', version: 1, data: erasure }]);
  });

  it.each([
    ['noted', notePerson, person],
    ['corrected', correctPerson, person],
    ['read', readParticulars, whose],
    ['erased', erasePerson, { ...whose, because: 'theyAsked' }],
  ] as const)('is not %s by another lender, who does not learn whether there is one', async (_done, act, data) => {
    const codes = await Promise.all(
      [[], [noted], [noted, erased]].map(
        async (history) => (await given(...history).when(act as typeof notePerson, neighbour, at, data, tools)).refusal,
      ),
    );
    expect(codes.map((r) => r?.code)).toEqual(new Array(3).fill('DEPLOYMENT_PERSON_NOT_YOURS'));
    expect(new Set(codes.map((r) => JSON.stringify(r))).size).toBe(1);
  });

  it('is noted once, and never again once erased', async () => {
    const again = await given(noted).when(notePerson, coordinator, at, person, tools);
    expect(again.refusal?.code).toBe('DEPLOYMENT_PERSON_EXISTS');
    const back = await given(noted, erased).when(notePerson, coordinator, at, person, tools);
    expect(back.refusal?.code).toBe('DEPLOYMENT_PERSON_ERASED');
  });

  it.each([
    [correctPerson, person],
    [readParticulars, whose],
    [erasePerson, { ...whose, because: 'theyAsked' }],
  ] as const)('%# is asked for only while they are noted', async (act, data) => {
    const unknown = await given().when(act as typeof correctPerson, coordinator, at, data, tools);
    expect(unknown.refusal?.code).toBe('DEPLOYMENT_PERSON_UNKNOWN');
    const gone = await given(noted, erased).when(act as typeof correctPerson, coordinator, at, data, tools);
    expect(gone.refusal?.code).toBe('DEPLOYMENT_PERSON_ERASED');
  });

  it('is described in words the law knows, and every one it does not is named', async () => {
    const strange = {
      ...person,
      skillIds: ['juggler'],
      kinds: [{ statusId: 'pirate', delegationIds: ['letter'] }],
    };
    for (const act of [notePerson, correctPerson]) {
      const { refusal } = await given(noted).when(act as typeof notePerson, coordinator, at, strange, tools);
      expect(refusal?.code).toBe('DECISION_TERM_UNKNOWN');
      const fields = ['skillIds.0', 'kinds.0.statusId', 'kinds.0.delegationIds.0'];
      expect(refusal?.faults?.map((f) => f.field)).toEqual(fields);
    }
  });
});

describe('what people give', () => {
  const plain = { ...person, particulars: { name: 'Ada Canary', contact: '+1 555 0100' } };
  const problems = (data: unknown) => personInPlainSchema.safeParse(data).error?.issues.map((i) => i.message) ?? [];

  it('is read in plain at the door, and never by an act', () => {
    expect(problems(plain)).toEqual([]);
    expect(notePerson.data.safeParse(plain).success).toBe(false);
    expect(personInPlainSchema.safeParse(person).success).toBe(false);
  });

  it.each([
    ['an id chosen', { ...plain, personId: 'prs_ada-canary' }, 'must be an id that tells nothing'],
    ['no name', { ...plain, particulars: { name: '' } }, 'must not be empty'],
    ['lines', { ...plain, particulars: { name: 'Ada\nCanary' } }, 'must be one line of text'],
    ['a name too long', { ...plain, particulars: { name: 'Ada Canary'.repeat(30) } }, 'at most 200 characters'],
    ['a name as a field', { ...plain, particulars: { name: 'A', 'Ada Canary': 1 } }, 'may have nothing but name, '],
    ['a name as a field beside', { ...plain, 'Ada Canary': 1 }, 'may have nothing but lenderId, '],
    ['a name for a list', { ...plain, skillIds: 'Ada Canary' }, 'expected array'],
    ['a name for a skill', { ...plain, skillIds: ['Ada Canary'] }, 'must be a name such as'],
  ])('with %s is refused, and nothing of it is repeated', (_what, data, problem) => {
    expect(problems(data).join()).toContain(problem);
    expect(problems(data).join()).not.toContain('Canary');
  });
});
