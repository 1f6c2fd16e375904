import { granted, requestId, toyLaw, withdrawn } from '@muster/decision/testing';
import { type PartyId, requestStream, tourStream } from '@muster/terms';
import { type actor as Actor, actor, given, past } from '@muster/terms/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demobilisationItems } from '../events.ts';
import { befell, committed, militia, onRoster, ordered, person, seats } from '../testing.ts';
import { attestPresence } from './attest-presence.ts';
import { checkIn } from './check-in.ts';
import { comeHome } from './come-home.ts';
import { demobilise } from './demobilise.ts';
import { mobilise } from './mobilise.ts';
import { releasePeople } from './release-people.ts';

type Past = ReturnType<typeof befell>;
const tools = { law: toyLaw };
const home = actor('north', 'lenderCoordinator');
const host = actor('south', 'deploymentDesk');
const which = { requestId, lenderId: 'north' };
const of = (...people: number[]) => ({ ...which, personIds: people.map(person) });
const leftAt = '2025-05-31T08:00:00Z';
const arrivedAt = '2025-06-01T10:00:00Z';
const releasedAt = '2025-06-20T10:00:00Z';
const at = '2025-06-01T12:00:00Z';

const setOut = (...people: number[]) => people.map((n) => befell(n, 'PersonMobilised', { leftAt }));
const thereAlready = (n: number) => befell(n, 'PersonCheckedIn', { lineId: 'lin_a', arrivedAt, present: [] });
const letGo = (n: number) => befell(n, 'PersonReleased', { releasedAt, reason: 'tourOver' });
const gone = (n: number) => befell(n, 'PersonDemobilised', { leftAt: '2025-06-21T10:00:00Z', items: [] });
const base = [...committed(), ...onRoster(1, 2, 3)];

describe('Mobilise', () => {
  const go = (data: object, history: readonly Past[] = base, by = home, now = at) =>
    given(...history).when(mobilise, by, now, { ...of(1, 2), leftAt, ...data }, tools);

  it('notes that people have left home, each in their own stream, all in one step', async () => {
    const { facts, alongside } = await go({});
    expect(facts).toEqual([{ type: 'PersonMobilised', version: 1, data: { ...which, personId: person(1), leftAt } }]);
    expect(alongside).toEqual([
      {
        stream: tourStream('north' as PartyId, person(2)),
        facts: [{ type: 'PersonMobilised', version: 1, data: { ...which, personId: person(2), leftAt } }],
      },
    ]);
    expect(mobilise.writes({ ...of(1, 2), leftAt } as never)).toBe(tourStream('north' as PartyId, person(1)));
  });

  it('moves nobody without a mission order, and nobody whose seat was cut', async () => {
    const unordered = base.filter(({ fact }) => fact.type !== 'MissionOrdered');
    const { refusal } = await go({}, unordered);
    expect([refusal?.code, refusal?.why]).toEqual([
      'DEPLOYMENT_NO_MISSION_ORDER',
      'personIds.0 has no mission order; so it is with 2.',
    ]);
    const cut = [...base, ordered('OrderAmended', { planId: 'pln_a', groups: [seats(1)] })];
    expect((await go(of(1), cut)).facts).toHaveLength(1);
    expect((await go({}, cut)).refusal).toMatchObject({
      code: 'DEPLOYMENT_NOT_ON_ROSTER',
      faults: [{ field: 'personIds.1' }],
    });
  });

  it('is the lender’s own, at a time that has come, and once', async () => {
    expect((await go({}, base, host)).refusal?.code).toBe('DEPLOYMENT_ORDER_NOT_YOURS');
    expect((await go({}, [])).refusal?.code).toBe('DEPLOYMENT_ORDER_UNKNOWN');
    expect((await go({ leftAt: '2025-06-01T13:00:00Z' })).refusal?.code).toBe('DEPLOYMENT_TIME_WRONG');
    // The same moment told in another zone.
    expect((await go({ leftAt: '2025-06-01T14:00:00+02:00' })).facts).toHaveLength(1);
    expect((await go({}, [...base, ...setOut(2)])).refusal?.why).toBe(
      'personIds.1 is on the way and has not been checked in.',
    );
    expect((await go(of(9))).refusal?.why).toBe('personIds.0 is not on the roster of this order.');
    expect(() => mobilise.data.parse({ ...of(1, 1), leftAt })).toThrow('must name nobody twice');
  });
});

describe('CheckIn', () => {
  const onTheWay = [...base, ...setOut(1, 2)];
  const arrive = (
    data: object = {},
    history: readonly Past[] = onTheWay,
    by: ReturnType<typeof Actor> = host,
    now = at,
  ) => given(...history).when(checkIn, by, now, { ...of(1, 2), arrivedAt, present: [], ...data }, tools);

  it('asks law, counsel and consents again, and states what people serve under', async () => {
    const { facts, alongside, refusal } = await arrive();
    expect(refusal).toBeUndefined();
    const fact = {
      type: 'PersonCheckedIn',
      version: 1,
      data: {
        ...which,
        personId: person(1),
        lineId: 'lin_a',
        taskId: 'carry',
        placeId: 'south-land',
        kind: militia,
        arrivedAt,
        present: [],
        policyIds: ['toy.needs', 'lender.north', 'host.south'],
        pack: 'toy 1',
      },
    };
    expect(facts).toEqual([fact]);
    expect(alongside.map((a) => a.facts)).toEqual([[{ ...fact, data: { ...fact.data, personId: person(2) } }]]);
  });

  it.each<[string, Past[], string]>([
    ['the lender has withdrawn', [withdrawn('north', 'lender', '2025-06-01')], 'CONSENT_NOT_COVERING'],
    ['the host has withdrawn', [withdrawn('south', 'host', '2025-06-01')], 'CONSENT_NOT_COVERING'],
    [
      'the request is withdrawn',
      [past(requestStream(requestId), { type: 'RequestWithdrawn', version: 1, data: { requestId, reason: 'over' } })],
      'REQUEST_NOT_SUBMITTED',
    ],
    ['the order was cut', [ordered('OrderAmended', { planId: 'pln_a', groups: [] })], 'DEPLOYMENT_NOT_ON_ROSTER'],
    [
      'the consent is for another task now',
      [granted('north', 'lender', 8, { onlyTaskIds: ['heal'] })],
      'CONSENT_NOT_COVERING',
    ],
    ['nobody is allowed any more', [granted('north', 'lender', 0)], 'DECISION_CONDITION_FULL'],
    [
      'an office must be there that is not',
      [granted('north', 'lender', 8, { presentCapacities: ['host'] })],
      'DECISION_PRESENCE_MISSING',
    ],
  ])('refuses where %s, whatever stood when they left', async (_why, since, code) => {
    expect((await arrive({}, [...onTheWay, ...since])).refusal?.code).toBe(code);
  });

  it('takes those who are there at their word: offices present', async () => {
    const needs = [...onTheWay, granted('north', 'lender', 8, { presentCapacities: ['host'] })];
    expect((await arrive({ present: ['host'] }, needs)).facts).toMatchObject([{ data: { present: ['host'] } }]);
  });

  it('is asked for the day of arrival and for today, since the call may come later', async () => {
    const late = '2025-06-12T12:00:00Z';
    expect((await arrive({}, onTheWay, host, late)).facts).toHaveLength(1);
    const ended = [...onTheWay, withdrawn('north', 'lender', '2025-06-11')];
    expect((await arrive({}, ended, host, late)).refusal?.code).toBe('CONSENT_NOT_COVERING');
    expect((await arrive({}, ended)).facts).toHaveLength(1);
    const period = { fromOn: '2025-06-01', toOn: '2025-06-11' };
    const cut = [...ended, ordered('OrderAmended', { planId: 'pln_a', groups: [seats(8, { period })] })];
    expect((await arrive({}, cut, host, late)).facts).toHaveLength(1);
    const early = { arrivedAt: '2025-05-31T20:00:00Z' };
    expect((await arrive(early)).refusal?.code).toBe('DECISION_LINE_NOT_OPEN');
    expect((await arrive({ arrivedAt: '2025-05-31T07:00:00Z' })).refusal?.code).toBe('DEPLOYMENT_TIME_WRONG');
    expect((await arrive({ arrivedAt: '2025-06-01T12:00:01Z' })).refusal?.code).toBe('DEPLOYMENT_TIME_WRONG');
  });

  it('comes from a host’s desk, never from the lender’s: what both attest must come from both', async () => {
    for (const party of ['south', 'union.asker', 'union.defense']) {
      expect((await arrive({}, onTheWay, actor(party, 'deploymentDesk'))).facts).toHaveLength(1);
    }
    const { refusal } = await arrive({}, onTheWay, actor('north', 'deploymentDesk'));
    expect(refusal).toMatchObject({
      code: 'DEPLOYMENT_DESK_NOT_YOURS',
      why: 'north is the lender, who attests for its own side.',
      allowed: 'A deployment desk of union.asker or union.defense or south may do it.',
    });
    expect((await arrive({}, onTheWay, actor('isle', 'deploymentDesk'))).refusal?.code).toBe(
      'DEPLOYMENT_DESK_NOT_YOURS',
    );
    expect((await arrive({}, base)).refusal?.code).toBe('DEPLOYMENT_TOUR_NOT_THERE');
    expect((await arrive({}, committed())).refusal?.code).toBe('DEPLOYMENT_ORDER_UNKNOWN');
  });
});

describe('AttestPresence', () => {
  const attest = (history: readonly Past[], by = home) =>
    given(...base, ...setOut(1, 2), ...history).when(attestPresence, by, at, of(1, 2), tools);

  it('says it for home, once for each whom the host has checked in', async () => {
    const both = [thereAlready(1), thereAlready(2)];
    const { facts, alongside } = await attest(both);
    expect([facts, alongside.length]).toMatchObject([[{ type: 'PresenceAttested', data: { personId: person(1) } }], 1]);
    expect((await attest(both, host)).refusal?.code).toBe('DEPLOYMENT_ORDER_NOT_YOURS');
    expect((await attest([thereAlready(1)])).refusal?.faults).toMatchObject([{ field: 'personIds.1' }]);
    expect((await attest([...both, befell(2, 'PresenceAttested')])).refusal?.why).toBe(
      'personIds.1 is attested already.',
    );
    expect((await attest([...both, letGo(2)])).facts).toHaveLength(1);
    expect((await attest([thereAlready(1), letGo(2)])).refusal?.why).toBe(
      'personIds.1 was let go on the way and never there.',
    );
  });
});

describe('the way home', () => {
  const now = '2025-06-22T12:00:00Z';
  const there = [...base, ...setOut(1), thereAlready(1)];
  const release = (data: object, history: readonly Past[] = there, by: ReturnType<typeof Actor> = host) =>
    given(...history).when(releasePeople, by, now, { ...of(1), releasedAt, reason: 'tourOver', ...data }, tools);
  const leave = (data: object, history: readonly Past[] = [...there, letGo(1)], by: ReturnType<typeof Actor> = host) =>
    given(...history).when(
      demobilise,
      by,
      now,
      { ...of(1), leftAt: '2025-06-21T10:00:00Z', items: checked, ...data },
      tools,
    );
  const arriveHome = (data: object, history: readonly Past[]) =>
    given(...history).when(comeHome, home, now, { ...of(1), homeAt: '2025-06-22T10:00:00Z', ...data }, tools);
  const checked = demobilisationItems.map((item) => ({ item, is: 'done' }));

  it('begins with a release by the host, or by the lender that recalls its own', async () => {
    expect((await release({})).facts).toMatchObject([
      { type: 'PersonReleased', data: { reason: 'tourOver', releasedAt } },
    ]);
    expect((await release({ reason: 'recalled' }, there, home)).facts).toHaveLength(1);
    expect((await release({ reason: 'needMet' }, there, home)).refusal?.code).toBe('DEPLOYMENT_DESK_NOT_YOURS');
    expect((await release({ reason: 'recalled' }, there, actor('south', 'lenderCoordinator'))).facts).toHaveLength(1);
    expect((await release({}, [...base, ...setOut(1)])).facts).toHaveLength(1);
    expect((await release({}, base)).refusal?.code).toBe('DEPLOYMENT_TOUR_NOT_THERE');
    expect((await release({ releasedAt: '2025-06-01T09:00:00Z' })).refusal?.code).toBe('DEPLOYMENT_TIME_WRONG');
  });

  it('is open to whoever serves without a yes: the request withdrawn, the consents gone, the seat cut', async () => {
    const over = [
      ...there,
      withdrawn('north', 'lender', '2025-06-02'),
      ordered('OrderAmended', { planId: 'pln_a', groups: [] }),
      past(requestStream(requestId), { type: 'RequestWithdrawn', version: 1, data: { requestId, reason: 'over' } }),
    ];
    expect((await release({ reason: 'notPermitted' }, over)).facts).toHaveLength(1);
    expect((await leave({}, [...over, letGo(1)])).facts).toHaveLength(1);
    expect((await arriveHome({}, [...over, letGo(1), gone(1)])).facts).toHaveLength(1);
  });

  it('passes a gate: every item of the checklist, each once', async () => {
    expect((await leave({})).facts).toMatchObject([{ type: 'PersonDemobilised', data: { items: checked } }]);
    expect((await leave({ items: checked.slice(1) })).refusal).toMatchObject({
      code: 'DEPLOYMENT_NOT_LOOKED_AT',
      why: 'Of the checklist not looked at, or twice: equipmentReturned.',
    });
    const twice = [...checked.slice(1), { item: 'debriefed', is: 'notNeeded' }];
    expect((await leave({ items: twice })).refusal?.why).toContain('equipmentReturned, debriefed');
    expect((await leave({}, there)).refusal?.code).toBe('DEPLOYMENT_TOUR_NOT_THERE');
    expect((await leave({}, [...there, letGo(1)], actor('north', 'deploymentDesk'))).refusal?.code).toBe(
      'DEPLOYMENT_DESK_NOT_YOURS',
    );
  });

  it('ends at home, and they can be named again', async () => {
    const left = [...there, letGo(1), gone(1)];
    expect((await arriveHome({}, left)).facts).toMatchObject([{ type: 'PersonHome' }]);
    expect((await arriveHome({}, there)).refusal?.code).toBe('DEPLOYMENT_TOUR_NOT_THERE');
    expect((await arriveHome({}, [...there, letGo(1)])).refusal?.code).toBe('DEPLOYMENT_NOT_LOOKED_AT');
    const turnedBack = [...base, ...setOut(1), letGo(1)];
    expect((await arriveHome({}, turnedBack)).facts).toHaveLength(1);
    expect((await arriveHome({ homeAt: '2025-06-21T09:00:00Z' }, left)).refusal?.code).toBe('DEPLOYMENT_TIME_WRONG');
    const back = [...left, befell(1, 'PersonHome', { homeAt: '2025-06-22T10:00:00Z' })];
    expect((await arriveHome({}, back)).refusal?.why).toBe('personIds.0 is not on the roster of this order.');
  });
});

describe('a tour', () => {
  const acts = {
    mobilise: [mobilise, home, { leftAt }],
    checkIn: [checkIn, host, { arrivedAt, present: [] }],
    attest: [attestPresence, home, {}],
    release: [releasePeople, host, { releasedAt: arrivedAt, reason: 'needMet' }],
    demobilise: [
      demobilise,
      host,
      { leftAt: arrivedAt, items: demobilisationItems.map((item) => ({ item, is: 'done' })) },
    ],
    comeHome: [comeHome, home, { homeAt: arrivedAt }],
  } as const;
  type Name = keyof typeof acts;

  it('is only ever walked in its order, whoever tries what', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...(Object.keys(acts) as Name[])), { maxLength: 14 }),
        async (tries) => {
          const happened: Past[] = [];
          for (const name of tries) {
            const [act, by, data] = acts[name];
            const { facts } = await given(...base, ...happened).when(
              act as never,
              by,
              at,
              { ...of(1), ...data },
              tools,
            );
            for (const fact of facts) happened.push(past(tourStream('north' as PartyId, person(1)), fact));
          }
          // As the order of a tour reads, without the code that keeps it.
          const walked = happened.map(({ fact }) => fact.type);
          const position = (type: string) => walked.indexOf(type);
          expect(new Set(walked).size).toBe(walked.length);
          const before: [string, string][] = [
            ['PersonMobilised', 'PersonCheckedIn'],
            ['PersonCheckedIn', 'PresenceAttested'],
            ['PersonMobilised', 'PersonReleased'],
            ['PersonReleased', 'PersonDemobilised'],
            ['PersonReleased', 'PersonHome'],
          ];
          for (const [first, second] of before) {
            if (position(second) >= 0) expect(position(first)).toBeGreaterThanOrEqual(0);
            if (position(second) >= 0) expect(position(first)).toBeLessThan(position(second));
          }
          if (position('PersonHome') >= 0 && position('PersonCheckedIn') >= 0) {
            expect(position('PersonDemobilised')).toBeGreaterThanOrEqual(0);
          }
          if (position('PersonHome') >= 0) expect(position('PersonHome')).toBe(walked.length - 1);
        },
      ),
      { numRuns: 150 },
    );
  });
});
