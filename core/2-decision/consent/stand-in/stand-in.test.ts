import { decisionStream, requestStream, standInStream } from '@muster/terms';
import { actor, given, past } from '@muster/terms/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asked,
  granted,
  line,
  opinion,
  planner,
  requestId,
  source,
  standInEnded,
  standInNamed,
  submitted,
  toyLaw,
} from '../../testing.ts';
import { grantConsent } from '../grant-consent.ts';
import { refuseConsent } from '../refuse-consent.ts';
import { withdrawConsent } from '../withdraw-consent.ts';
import { endStandIn } from './end-stand-in.ts';
import { nameStandIn } from './name-stand-in.ts';

type History = ReturnType<typeof past>[];
const tools = { law: toyLaw };
const official = actor('north', 'consentingOfficial', 'per_official');
const deputy = actor('isle', 'consentingOfficial', 'per_deputy');
const on = '2025-05-10T12:00:00Z';
const which = { requestId, partyId: 'north', capacity: 'lender' };
const waiting = [submitted([line('lin_a')]), asked('north', 'lender', ['lin_a'])];
const yes = { ...which, people: 5, conditions: {}, words: 'yes', source };
const no = { ...which, reason: 'homeNeed', words: 'no, sorry', source };
const naming = {
  standInId: 'sta_deputy',
  partyId: 'north',
  capacities: ['lender'],
  personId: deputy.personId,
  ofPartyId: 'isle',
  period: { fromOn: '2025-05-01', toOn: '2025-06-01' },
  words: 'during the absence of the office',
  source,
};
const { words: _, source: __, ...terms } = naming;
const named = (over: object = {}, by = official) => standInNamed({ ...terms, ...over }, by);
const counselled = past(
  decisionStream(requestId),
  { type: 'OpinionGiven', version: 1, data: opinion() },
  actor('union.defense', 'counsel', 'per_counsel'),
);

const grantBy = (by: typeof deputy, past: ReturnType<typeof named>[], over: object = {}, at = on) =>
  given(...waiting, ...past).when(grantConsent, by, at, { ...yes, ...over }, undefined);
const name = (over: object, by = official, past: History = [], at = on) =>
  given(...past).when(nameStandIn, by, at, { ...naming, ...over }, tools);

describe('a stand-in', () => {
  it('grants, refuses and withdraws for the sovereign, and the answer shows under what', async () => {
    expect((await grantBy(deputy, [named()])).facts[0]?.data).toEqual({ ...yes, standInId: 'sta_deputy' });
    const refusing = await given(...waiting, named()).when(refuseConsent, deputy, on, no, undefined);
    expect(refusing.facts[0]?.data).toEqual({ ...no, standInId: 'sta_deputy' });
    const given5 = [...waiting, named(), granted('north', 'lender', 5)];
    const withdrawing = await given(...given5).when(withdrawConsent, deputy, on, no, undefined);
    expect(withdrawing.facts[0]?.data).toMatchObject({ standInId: 'sta_deputy', endsOn: '2025-05-10' });
  });
  it('leaves no mark on the answer of the sovereign’s own official', async () => {
    expect((await grantBy(official, [named()])).facts[0]?.data).not.toHaveProperty('standInId');
  });
  it('must have been named: by this sovereign, this person, of this party', async () => {
    const nobody = await grantBy(deputy, []);
    expect(nobody.refusal?.code).toBe('CONSENT_NOT_YOURS');
    const elsewhere = standInNamed({ ...terms, partyId: 'south' }, official);
    expect((await grantBy(deputy, [elsewhere])).refusal?.code).toBe('CONSENT_NOT_YOURS');
    const another = { ...deputy, personId: 'per_other' as never };
    expect((await grantBy(another, [named()])).refusal?.code).toBe('CONSENT_NOT_YOURS');
    const moved = { ...deputy, partyId: 'south' as never };
    expect((await grantBy(moved, [named()])).refusal?.code).toBe('CONSENT_NOT_YOURS');
  });
  it.each<[string, object, string, string]>([
    ['before its first day', { period: { fromOn: '2025-05-11', toOn: '2025-06-01' } }, on, 'begins on 2025-05-11'],
    ['after its last day', { period: { fromOn: '2025-05-01', toOn: '2025-05-10' } }, on, 'the day before 2025-05-10'],
    ['in another capacity', { capacities: ['host'] }, on, 'the capacity host'],
    ['for another request', { requestId: 'req_b' }, on, '"req_b" alone'],
    [
      'on a day before it was named',
      { period: { fromOn: '2025-04-01', toOn: '2025-06-01' } },
      '2025-04-30T12:00:00Z',
      'named on 2025-05-01',
    ],
  ])('does not answer %s', async (_, over, at, words) => {
    const { refusal } = await grantBy(deputy, [named(over)], {}, at);
    expect(refusal?.code).toBe('CONSENT_STAND_IN_NOT_COVERING');
    expect(refusal?.why).toContain(words);
  });
  it('does not answer once ended, not even for a day before', async () => {
    const { refusal } = await grantBy(deputy, [named(), standInEnded('sta_deputy', 'north')]);
    expect(refusal?.code).toBe('CONSENT_STAND_IN_NOT_COVERING');
    expect(refusal?.why).toContain('was ended on 2025-05-01');
  });
  it('consents to no more people than it may, and may be named anew for more', async () => {
    const few = named({ mostPeople: 4 });
    const { refusal } = await grantBy(deputy, [few]);
    expect(refusal?.code).toBe('CONSENT_STAND_IN_EXCEEDED');
    expect(refusal?.why).toContain('at most 4 people');
    expect((await grantBy(deputy, [few], { people: 4 })).facts).toHaveLength(1);
    const more = [few, named({ standInId: 'sta_more', mostPeople: 5 })];
    expect((await grantBy(deputy, more)).facts[0]?.data.standInId).toBe('sta_more');
  });
  it('may say no whatever the number', async () => {
    const { facts } = await given(...waiting, named({ mostPeople: 1 })).when(refuseConsent, deputy, on, no, undefined);
    expect(facts).toHaveLength(1);
  });
});

describe('whoever asks does not decide, through others neither', () => {
  it('not a person who worked on the request, whatever party names them', async () => {
    const asker = { ...deputy, personId: planner.personId };
    const { refusal } = await grantBy(asker, [named({ personId: planner.personId })]);
    expect(refusal?.code).toBe('CONSENT_SAME_PERSON');
    expect(refusal?.why).toContain('RequestSubmitted, event 1 of request/req_a, 2025-05-01');
  });
  it('not in any version: who amended it once counts as well', async () => {
    const other = actor('union.asker', 'requestingPlanner', 'per_deputy');
    const amended = past(requestStream(requestId), { type: 'RequestAmended', version: 1, data: { requestId } }, other);
    const { refusal } = await grantBy(deputy, [named(), amended]);
    expect(refusal?.why).toContain('per_deputy worked on the request (RequestAmended, event 2');
  });
  it('not somebody named by a person who worked on the request', async () => {
    const byAsker = named({}, { ...official, personId: planner.personId });
    const { refusal } = await grantBy(deputy, [byAsker]);
    expect(refusal?.code).toBe('CONSENT_STAND_IN_BARRED');
    expect(refusal?.why).toContain('per_deputy was named by per_planner');
    expect(refusal?.why).toContain('RequestSubmitted, event 1');
    const again = [byAsker, named({ standInId: 'sta_clean' })];
    expect((await grantBy(deputy, again)).facts[0]?.data.standInId).toBe('sta_clean');
  });
  it('not anybody of the party that asks', async () => {
    const friend = actor('union.asker', 'consentingOfficial', 'per_friend');
    const { refusal } = await grantBy(friend, [named({ personId: 'per_friend', ofPartyId: 'union.asker' })]);
    expect(refusal?.code).toBe('CONSENT_STAND_IN_BARRED');
    expect(refusal?.why).toContain('union.asker is the party that asks');
  });
  it('not counsel who gave the opinion, nor anybody counsel named', async () => {
    const counsel = { ...official, personId: 'per_counsel' as never };
    const { refusal } = await grantBy(counsel, [counselled]);
    expect(refusal?.code).toBe('CONSENT_SAME_PERSON');
    expect(refusal?.why).toContain('gave counsel');
    expect((await grantBy(deputy, [counselled, named({}, counsel)])).refusal?.code).toBe('CONSENT_STAND_IN_BARRED');
  });
});

describe('NameStandIn', () => {
  it('records who may answer, for what, when and for how many', async () => {
    const whole = { mostPeople: 5, requestId };
    const { facts } = await name(whole, official, [submitted([line('lin_a')])]);
    expect(facts).toEqual([{ type: 'StandInNamed', version: 1, data: { ...naming, ...whole } }]);
  });
  it('is for the sovereign’s own officials', async () => {
    expect((await name({}, actor('south', 'consentingOfficial'))).refusal?.code).toBe('CONSENT_STAND_IN_NOT_YOURS');
  });
  it('is not for a stand-in, whatever party they say to act for', async () => {
    for (const by of [deputy, { ...deputy, partyId: official.partyId }]) {
      const { refusal } = await name({ standInId: 'sta_next', personId: 'per_third' }, by, [named()]);
      expect(refusal?.code).toBe('CONSENT_STAND_IN_NOT_YOURS');
      expect(refusal?.why).toContain('whoever stands in names nobody else');
    }
    const ended = [named(), standInEnded('sta_deputy', 'north')];
    const official2 = { ...deputy, partyId: official.partyId };
    expect((await name({ standInId: 'sta_next', personId: 'per_third' }, official2, ended)).facts).toHaveLength(1);
  });
  it('takes an id once', async () => {
    expect((await name({}, official, [named()])).refusal?.code).toBe('CONSENT_STAND_IN_EXISTS');
  });
  it('names nobody themselves, nor an official of its own', async () => {
    expect((await name({ personId: official.personId })).refusal?.code).toBe('CONSENT_STAND_IN_SAME_PERSON');
    expect((await name({ ofPartyId: 'north' })).refusal?.code).toBe('CONSENT_STAND_IN_SAME_PARTY');
  });
  it('names parties and capacities that the law knows', async () => {
    const { refusal } = await name({ ofPartyId: 'west', capacities: ['lender', 'guest'] });
    expect(refusal?.code).toBe('DECISION_TERM_UNKNOWN');
    expect(refusal?.why).toContain('the party west, the capacity guest');
  });
  it('is for days still to come', async () => {
    const past = { period: { fromOn: '2025-05-01', toOn: '2025-05-10' } };
    expect((await name(past)).refusal?.code).toBe('CONSENT_STAND_IN_PERIOD_OVER');
  });
  it('for one request: refuses at once whom the answer would refuse', async () => {
    const there = [submitted([line('lin_a')])];
    const only = { requestId };
    expect((await name(only)).refusal?.code).toBe('REQUEST_UNKNOWN');
    const barred = [
      await name({ ...only, personId: planner.personId }, official, there),
      await name(only, { ...official, personId: planner.personId }, there),
      await name({ ...only, ofPartyId: 'union.asker' }, official, there),
    ];
    expect(barred.map((b) => b.refusal?.code)).toEqual(barred.map(() => 'CONSENT_STAND_IN_BARRED'));
  });
});

describe('EndStandIn', () => {
  const ending = { standInId: 'sta_deputy', partyId: 'north', reason: 'back in office' };
  const end = (past: History, by = official, at = on) => given(...past).when(endStandIn, by, at, ending, undefined);
  it('ends what was named', async () => {
    expect((await end([named()])).facts).toEqual([{ type: 'StandInEnded', version: 1, data: ending }]);
  });
  it('is for the sovereign’s own officials, not for the stand-in', async () => {
    expect((await end([named()], deputy)).refusal?.code).toBe('CONSENT_STAND_IN_NOT_YOURS');
  });
  it('ends nothing unknown, nothing twice, and nothing whose days are over', async () => {
    expect((await end([])).refusal?.code).toBe('CONSENT_STAND_IN_UNKNOWN');
    const twice = await end([named(), standInEnded('sta_deputy', 'north')]);
    expect(twice.refusal?.code).toBe('CONSENT_STAND_IN_ALREADY_ENDED');
    expect((await end([named()], official, '2025-06-01T00:00:00Z')).refusal?.code).toBe(
      'CONSENT_STAND_IN_ALREADY_ENDED',
    );
  });
});

describe('any sequence of naming and ending', () => {
  const people = ['per_planner', 'per_official', 'per_deputy', 'per_friend'] as const;
  const parties = ['north', 'isle', 'union.asker'] as const;
  const who = fc.record({ person: fc.constantFrom(...people), party: fc.constantFrom(...parties) });
  /** Mostly somebody who may name, so that something comes of it. */
  const namer = fc.record({ person: fc.constantFrom(...people), party: fc.constantFrom('north', 'north', ...parties) });
  const step = fc.oneof(
    fc.record({
      do: fc.constant('name' as const),
      by: namer,
      named: who,
      id: fc.constantFrom('sta_a', 'sta_b', 'sta_c'),
      most: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    }),
    fc.record({ do: fc.constant('end' as const), by: namer, id: fc.constantFrom('sta_a', 'sta_b', 'sta_c') }),
  );

  it('lets nobody answer who asked, who is of the party that asks, or whom somebody who asked has named', async () => {
    let answers = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
        const history = [...waiting];
        const by = ({ person, party }: { person: string; party: string }) => actor(party, 'consentingOfficial', person);
        for (const s of steps) {
          const { facts } =
            s.do === 'end'
              ? await given(...history).when(
                  endStandIn,
                  by(s.by),
                  on,
                  { standInId: s.id, partyId: 'north', reason: 'over' },
                  undefined,
                )
              : await given(...history).when(
                  nameStandIn,
                  by(s.by),
                  on,
                  {
                    ...naming,
                    standInId: s.id,
                    personId: s.named.person,
                    ofPartyId: s.named.party,
                    mostPeople: s.most,
                  },
                  tools,
                );
          history.push(...facts.map((fact) => past(standInStream('north' as never), fact, by(s.by))));
        }
        for (const person of people) {
          for (const party of parties) {
            const { facts } = await given(...history).when(grantConsent, by({ person, party }), on, yes, undefined);
            const [answer] = facts;
            if (!answer) continue;
            expect(person).not.toBe('per_planner');
            expect(party).not.toBe('union.asker');
            if (party === 'north') continue;
            answers += 1;
            const naming = history.find(
              (h) =>
                h.fact.type === 'StandInNamed' &&
                (h.fact.data as { standInId: string }).standInId === answer.data.standInId,
            );
            expect(naming?.by?.personId).not.toBe('per_planner');
            expect(naming?.by?.personId).not.toBe(person);
          }
        }
      }),
      { numRuns: 600 },
    );
    // Histories in which nobody ever stood in would prove nothing.
    expect(answers).toBeGreaterThan(20);
  });
});
