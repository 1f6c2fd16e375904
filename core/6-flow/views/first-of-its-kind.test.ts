import { toyTerms } from '@muster/decision/testing';
import { addDays, type Day, deploymentsStream, type Recorded, type StreamName } from '@muster/terms';
import { actor } from '@muster/terms/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DeploymentClass,
  firstWords,
  gatherClassesSeen,
  holdAgainst,
  lastDayOf,
  type SeenDeployment,
  seenIn,
  seenWords,
} from './first-of-its-kind.ts';

const classOf = (statusId: string, taskId: string, placeId: string) =>
  ({ statusId, taskId, placeId }) as unknown as DeploymentClass;

/** Every class of a small world. */
const every = ['militia', 'army'].flatMap((status) =>
  ['carry', 'heal'].flatMap((task) => ['north-land', 'south-land'].map((place) => classOf(status, task, place))),
);

const deployment: fc.Arbitrary<SeenDeployment> = fc
  .record({
    of: fc.constantFrom(...every),
    people: fc.integer({ min: 1, max: 5 }),
    from: fc.integer({ min: 0, max: 9 }),
    days: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ of, people, from, days }) => {
    const fromOn = addDays('2020-01-01' as Day, from);
    return { ...of, people, period: { fromOn, toOn: addDays(fromOn, days) } };
  });

const firsts = (seen: readonly SeenDeployment[]): string[] =>
  holdAgainst(every, seen)
    .filter((c) => c.deployments === 0)
    .map((c) => JSON.stringify([c.statusId, c.taskId, c.placeId]));

describe('what is first of its kind', () => {
  it('is everything, while the record holds no deployment', () => {
    expect(firsts([])).toHaveLength(every.length);
  });

  it('only ever becomes less by a deployment, and exactly by that of its class', () => {
    fc.assert(
      fc.property(fc.array(deployment, { maxLength: 6 }), deployment, (before, one) => {
        const key = JSON.stringify([one.statusId, one.taskId, one.placeId]);
        expect(firsts([...before, one])).toEqual(firsts(before).filter((k) => k !== key));
      }),
    );
  });

  it('does not turn on the order in which deployments stand, nor does what was seen last', () => {
    const shuffled = fc
      .array(deployment, { maxLength: 8 })
      .chain((seen) =>
        fc.tuple(fc.constant(seen), fc.shuffledSubarray(seen, { minLength: seen.length, maxLength: seen.length })),
      );
    fc.assert(
      fc.property(shuffled, ([seen, other]) => {
        expect(holdAgainst(every, other)).toEqual(holdAgainst(every, seen));
      }),
    );
  });

  it('counts every deployment once, and shows the one that ended last', () => {
    fc.assert(
      fc.property(fc.array(deployment, { maxLength: 8 }), (seen) => {
        const held = holdAgainst(every, seen);
        expect(held.reduce((n, c) => n + c.deployments, 0)).toBe(seen.length);
        for (const c of held) {
          const mine = seen.filter(
            (s) => s.statusId === c.statusId && s.taskId === c.taskId && s.placeId === c.placeId,
          );
          expect(c.last?.period.toOn).toBe(
            mine
              .map((s) => s.period.toOn)
              .sort()
              .at(-1),
          );
        }
      }),
    );
  });
});

const noted = (placeId: string, over: object = {}): Recorded => ({
  stream: deploymentsStream(placeId as never),
  position: 1,
  fact: {
    type: 'PastDeploymentNoted',
    version: 1,
    data: {
      ...classOf('militia', 'carry', placeId),
      deploymentId: 'dep_a',
      delegationIds: [],
      lenderId: 'isle',
      people: 40,
      period: { fromOn: '2024-04-01', toOn: '2024-05-01' },
      source: { kind: 'public', words: 'The papers of the day.' },
      ...over,
    },
  },
  at: '2025-05-01T00:00:00Z' as never,
  by: actor('union.defense', 'deploymentDesk'),
  commandId: 'cmd_past' as never,
});

const recordOf =
  (...events: Recorded[]) =>
  async (stream: StreamName) =>
    events.filter((e) => e.stream === stream);

describe('what the record has seen', () => {
  const asked = [
    classOf('militia', 'carry', 'north-land'),
    classOf('militia', 'carry', 'south-land'),
    classOf('militia', 'carry', 'isle-land'),
    classOf('army', 'carry', 'north-land'),
  ];

  it('is read from the places of the request, each class once; delegations and lenders make no class', async () => {
    const read = recordOf(noted('north-land', { delegationIds: ['letter'] }));
    const seen = await gatherClassesSeen(read, [...asked, ...asked]);
    expect(seen.map((c) => c.deployments)).toEqual([1, 0, 0, 0]);
    expect(seen[0]?.last).toEqual({ people: 40, period: { fromOn: '2024-04-01', toOn: '2024-05-01' } });
    expect(seen.map(lastDayOf)).toEqual(['2024-04-30', undefined, undefined, undefined]);
  });

  it('is told in one sentence for a status and a task, and says what the record holds, no more', async () => {
    const seen = await gatherClassesSeen(recordOf(noted('north-land')), asked);
    expect(firstWords(seen, toyTerms)).toEqual([
      'First of its kind: the record holds no deployment of militia people doing carry in south-land or isle-land.',
      'First of its kind: the record holds no deployment of army people doing carry in north-land.',
    ]);
    expect(seen.map((c) => seenWords(c, toyTerms)).slice(0, 2)).toEqual([
      'The record holds 1 deployment of militia people doing carry in north-land, of 40 people, from 2024-04-01 to 2024-04-30.',
      'First of its kind: the record holds no deployment of militia people doing carry in south-land.',
    ]);
  });

  it('tells of the last of several', async () => {
    const later = noted('north-land', { people: 1, period: { fromOn: '2025-01-01', toOn: '2025-01-02' } });
    const [seen] = await gatherClassesSeen(recordOf(later, noted('north-land')), asked.slice(0, 1));
    expect(seen && seenWords(seen, toyTerms)).toBe(
      'The record holds 2 deployments of militia people doing carry in north-land, the last of 1 person, on 2025-01-01.',
    );
  });

  it('stops at an event it does not know rather than call something new', () => {
    expect(() => seenIn({ type: 'PeopleVanished', version: 1, data: {} } as never)).toThrow(
      '"PeopleVanished" version 1',
    );
  });
});
