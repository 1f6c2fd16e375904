import { readFileSync } from 'node:fs';
import type { LawTerms } from '@muster/decision/events';
import { toyTerms } from '@muster/decision/testing';
import { type AnyFact, tell } from '@muster/flow';
import { houseInMemory } from '@muster/house/testing';
import { openMemoryRecord } from '@muster/record-memory';
import { scenarioNames } from '@muster/scenarios';
import type { Instant, Recorded } from '@muster/terms';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Died, dying } from '../flow/troubled-record.ts';
import { eventsIn, goldenFile, goldenOf, play, scenarioNamed } from './golden.ts';

/** Everything the scenarios recorded, for the story tests below. */
const events: Recorded<AnyFact>[] = [];
let terms: LawTerms;

const golden = (name: string) => JSON.parse(readFileSync(goldenFile(name), 'utf8'));

describe.each(scenarioNames())('the scenario %s', (name) => {
  const scenario = scenarioNamed(name);

  it('comes to its golden figures, though it was interrupted after every step and begun again', async () => {
    const record = openMemoryRecord();
    for (let steps = 1; steps <= scenario.steps.length; steps++) {
      await play(await houseInMemory(record), scenario, steps);
    }
    expect(await goldenOf(await houseInMemory(record), scenario)).toEqual(golden(name));

    events.push(...(await eventsIn(record)));

    const before = await told();
    await play(await houseInMemory(record), scenario);
    expect(await told(), 'played again whole, it changes nothing').toEqual(before);

    const kept = await (await houseInMemory(record)).keepDates('2030-01-01T00:00:00Z' as Instant);
    expect(kept).toEqual({ lapsed: 0, reminded: 0 });
    expect(await told(), 'a server that begins years later finds no date to keep').toEqual(before);

    async function told() {
      const house = await houseInMemory(record);
      return [await eventsIn(record), await house.outcome(scenario.requestId)] as const;
    }
  }, 120_000);

  it('has every plan proved, every missing person explained, and every figure adding up', () => {
    const { figures, plans } = golden(name);
    for (const plan of plans) {
      expect(plan.gap).toBe(0);
      expect(plan.planned + plan.short).toBe(figures.asked);
      expect(sum(plan.shortByReason)).toBe(plan.short);
      expect(sum(plan.filled)).toBe(plan.planned);
    }
    expect(plans.at(-1)).toMatchObject({ planned: figures.planned, short: figures.short });
  });
});

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);

it('the article asks 54 governors and 3 agencies, and gets nothing by silence', () => {
  const { figures } = golden('article');
  expect(sum(figures.lenders)).toBe(57);
  expect(figures.asked).toBe(20_000);
});

it('a scenario killed anywhere, between any two calls of the record, goes on to the same figures', async () => {
  const scenario = scenarioNamed('hurricane');
  const deaths = fc.array(fc.tuple(fc.integer({ min: 1, max: 120 }), fc.boolean()), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(deaths, async (given) => {
      const record = openMemoryRecord();
      for (const [call, after] of given) {
        const life = play(await houseInMemory(dying(record, call, after)), scenario);
        await life.catch((error: unknown) => {
          if (!(error instanceof Died)) throw error;
        });
      }
      const house = await houseInMemory(record);
      await play(house, scenario);
      expect(await goldenOf(house, scenario)).toEqual(golden('hurricane'));
    }),
    { numRuns: 10 },
  );
}, 120_000);

/** Every fact there is, each with whether a scenario tells of it; the compiler says when one is missing here. */
const factTypes: Record<AnyFact['type'], 'told' | 'not told'> = {
  DirectoryKept: 'not told',
  OrganisationNoted: 'not told',
  OrganisationMoved: 'not told',
  OrganisationClosed: 'not told',
  RoleGiven: 'not told',
  RoleEnded: 'not told',
  SettingSet: 'not told',
  RequestDrafted: 'told',
  RequestAmended: 'told',
  RequestSubmitted: 'told',
  RequestWithdrawn: 'not told',
  RequestPublished: 'not told',
  RequestWithheld: 'not told',
  LawTaken: 'told',
  AuthorityDerived: 'told',
  OpinionGiven: 'told',
  ConsentsSought: 'told',
  ConsentAsked: 'told',
  ConsentGranted: 'told',
  ConsentRefused: 'told',
  ConsentReminded: 'not told',
  ConsentLapsed: 'told',
  ConsentWithdrawn: 'told',
  StandInNamed: 'not told',
  StandInEnded: 'not told',
  PoolsOffered: 'told',
  PlanProposed: 'told',
  PlanBroken: 'told',
  PlanOvertaken: 'not told',
  PlanRevised: 'told',
  PastDeploymentNoted: 'told',
  PersonNoted: 'not told',
  PersonCorrected: 'not told',
  ParticularsRead: 'not told',
  PersonErased: 'not told',
  OrdersIssued: 'told',
  OrderIssued: 'told',
  OrderAmended: 'told',
  OrderAccepted: 'not told',
  SeatsDeclined: 'not told',
  RosterNamed: 'not told',
  RosterStruck: 'not told',
  MissionOrdered: 'not told',
  SeatNamed: 'not told',
  SeatStruck: 'not told',
  PersonMobilised: 'not told',
  PersonCheckedIn: 'not told',
  PresenceAttested: 'not told',
  PersonReleased: 'not told',
  PersonDemobilised: 'not told',
  PersonHome: 'not told',
  PlanCommitted: 'told',
  PlanReleased: 'not told',
  PeopleCommitted: 'told',
  PeopleReleased: 'told',
  CommandRefused: 'told',
};

const withdrawn = {
  stream: 'request/req_a',
  position: 9,
  fact: { type: 'RequestWithdrawn', version: 1, data: { requestId: 'req_a', reason: 'No longer needed.' } },
  at: '2025-05-09T12:00:00Z',
  by: { personId: 'per_planner', partyId: 'us.dhs', role: 'requestingPlanner' },
  commandId: 'cmd_a',
} as unknown as Recorded<AnyFact>;

const lent = { lenderId: 'us.nc', requestId: 'req_a', planId: 'pln_a' };
const period = { fromOn: '2025-06-01', toOn: '2025-07-01' };
const overtaken = (decided: string) => ({
  type: 'PlanOvertaken',
  version: 1,
  data: {
    ...{ planId: 'pln_a', requestId: 'req_a', because: { decided, requestVersion: 2 }, lost: [] },
    ...{ lostByLine: [{ lineId: 'lin_a', people: 583 }], lostPeople: 583, lostCostCents: 100 },
  },
});
const released = [
  { type: 'PlanReleased', version: 1, data: { planId: 'pln_a', requestId: 'req_a', people: 583 } },
  overtaken('opinion'),
  overtaken('version'),
  { type: 'PeopleReleased', version: 1, data: { ...lent, still: [] } },
  { type: 'PeopleReleased', version: 1, data: { ...lent, still: [{ poolId: 'pol_a', people: 20, period }] } },
].map((fact) => ({ ...withdrawn, fact }) as unknown as Recorded<AnyFact>);
const deputy = { standInId: 'sta_deputy', partyId: 'us.oh' };
const source = { kind: 'assumption', words: 'For the test.' };
const whose = { lenderId: 'us.oh', personId: `prs_${'0a'.repeat(16)}` };
const person = { particulars: {}, skillIds: ['medical'], kinds: [{ statusId: 'title32', delegationIds: [] }] };
/** What no scenario tells of. */
const untold = [
  withdrawn,
  told('ConsentReminded', { ...deputy, capacity: 'lenderGovernor', daysBefore: 1, answerByOn: '2025-05-20' }),
  told('StandInNamed', {
    ...deputy,
    capacities: ['lenderGovernor'],
    personId: 'per_deputy',
    ofPartyId: 'us.in',
    period: { fromOn: '2025-05-01', toOn: '2025-06-01' },
    mostPeople: 1,
    requestId: 'req_a',
    words: 'In absence.',
    source,
  }),
  told('StandInEnded', { ...deputy, reason: 'Back in office.' }),
  told('PersonNoted', { ...person, ...whose }),
  told('PersonCorrected', { ...person, ...whose, skillIds: [], kinds: [] }),
  told('ParticularsRead', whose),
  told('PersonErased', { ...whose, because: 'theyAsked' }),
  told('RequestPublished', { requestId: 'req_a' }),
  told('RequestWithheld', { requestId: 'req_a', reason: 'Not for everybody.' }),
  told('DirectoryKept', { keeperId: 'us.fema', administratorId: 'per_first' }),
  told('OrganisationNoted', { partyId: 'us.oh.hill', name: 'Hill County', withinId: 'us.oh', sovereignId: 'us.oh' }),
  told('OrganisationMoved', { partyId: 'us.ice', withinId: 'us.dhs', reason: 'Part of it.' }),
  told('OrganisationClosed', { partyId: 'us.ice', reason: 'No longer there.' }),
  told('RoleGiven', { personId: 'per_new', partyId: 'us.oh', role: 'counsel', fromOn: '2026-12-01' }),
  told('RoleEnded', { personId: 'per_new', partyId: 'us.oh', role: 'counsel', reason: 'Moved on.' }),
  told('SettingSet', { name: 'freshLoginMinutes', value: 10 }),
];

/** Of orders and tours no scenario tells yet; the samples pinned of them are real ones. */
const onOrders = [
  ...['OrderAccepted', 'SeatsDeclined', 'RosterNamed', 'RosterStruck', 'MissionOrdered', 'SeatNamed', 'SeatStruck'],
  ...['PersonMobilised', 'PersonCheckedIn', 'PresenceAttested', 'PersonReleased', 'PersonDemobilised', 'PersonHome'],
];
const sampleOf = (type: string): Recorded<AnyFact> =>
  JSON.parse(readFileSync(new URL(`../old-events/samples/${type}.1.json`, import.meta.url), 'utf8'));

function told(type: string, data: object): Recorded<AnyFact> {
  return { ...withdrawn, fact: { type, version: 1, data } } as unknown as Recorded<AnyFact>;
}

describe('the record as sentences', () => {
  beforeAll(async () => {
    terms = (await houseInMemory()).law.terms;
  });

  it('has a sentence for every fact there is', () => {
    events.push(...untold, ...released, ...onOrders.map(sampleOf));
    const told = new Set(events.map((e) => e.fact.type));
    expect([...told].sort()).toEqual(Object.keys(factTypes).sort());
    for (const event of events) {
      const { who, what } = tell(event, terms);
      expect(who, event.fact.type).toMatch(/\S/);
      expect(what, event.fact.type).toMatch(/^\S.*\S$/s);
    }
  });

  it('says no word of the machine: no id, no undefined, no object', () => {
    for (const event of events) {
      const { who, what, ground } = tell(event, terms);
      expect(`${who} ${what} ${ground ?? ''}`).not.toMatch(
        /undefined|NaN|\[object|\bnull\b|\b(?:us|req|pol|lin)[._][a-z]/,
      );
    }
  });

  it('is told also of parties, tasks and offices that the law pack no longer knows', () => {
    for (const event of events) {
      const { who, what } = tell(event, toyTerms);
      expect(who).toContain(event.fact.type === 'LawTaken' ? 'Muster' : event.by.partyId);
      expect(what).not.toBe('');
    }
  });

  it('says for whom somebody stood in', () => {
    const event = {
      ...told('ConsentRefused', { ...deputy, capacity: 'lenderGovernor', reason: 'homeNeed', words: 'No.', source }),
      by: { ...withdrawn.by, partyId: 'us.in' },
    } as unknown as Recorded<AnyFact>;
    expect(tell(event, terms).who).toBe('State of Indiana, standing in for State of Ohio,');
  });

  it('stops at an event it does not know rather than leave it out', () => {
    const unknown = { ...withdrawn, fact: { type: 'RequestSplit', version: 2, data: {} } } as never;
    expect(() => tell(unknown, terms)).toThrow('"RequestSplit" version 2');
  });
});
