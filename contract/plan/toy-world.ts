import {
  asked,
  concurred,
  derived,
  granted,
  line,
  requestId,
  sought,
  submitted,
  toyLaw,
} from '@muster/decision/testing';
import { gatherPicture, type PlanningPicture } from '@muster/plan';
import { offered } from '@muster/plan/testing';
import type { Recorded, StreamName } from '@muster/terms';
import type { past } from '@muster/terms/testing';
import fc from 'fast-check';

const lenders = ['north', 'south', 'isle'] as const;
type Lender = (typeof lenders)[number];
const hosts = ['north', 'south'] as const;

const lineArbitrary = fc.record({
  task: fc.constantFrom('carry', 'carry', 'heal', 'seize', 'guess'),
  skill: fc.constantFrom('porter', 'healer'),
  host: fc.constantFrom(...hosts),
  people: fc.integer({ min: 1, max: 12 }),
  priority: fc.integer({ min: 1, max: 5 }),
});

const lenderArbitrary = fc.record({
  people: fc.integer({ min: 1, max: 15 }),
  reserve: fc.integer({ min: 0, max: 15 }),
  skill: fc.constantFrom('porter', 'healer'),
  granted: fc.option(fc.integer({ min: 1, max: 15 })),
  barsHeal: fc.boolean(),
  ends: fc.option(fc.constant('2025-06-15')),
});

/** A toy request with up to three lenders, each answering in its own way. */
export const worldArbitrary = fc.record({
  lines: fc.array(lineArbitrary, { minLength: 1, maxLength: 4 }),
  lenders: fc.record({ north: lenderArbitrary, south: lenderArbitrary, isle: lenderArbitrary }),
  hosts: fc.record({
    north: fc.option(fc.integer({ min: 1, max: 30 })),
    south: fc.option(fc.integer({ min: 1, max: 30 })),
  }),
  cap: fc.option(fc.integer({ min: 0, max: 10 })),
});
export type World = typeof worldArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** What the record holds of a toy world. */
export function historyOf(world: World): ReturnType<typeof past>[] {
  const lines = world.lines.map((l, i) =>
    line(`lin_${i}`, {
      taskId: l.task,
      skillId: l.skill,
      placeId: `${l.host}-land`,
      people: l.people,
      priority: l.priority,
    }),
  );
  const lineIds = lines.map((l) => l.lineId);
  const consents = [
    ...lenders.map((partyId) => ({ partyId, capacity: 'lender', lineIds })),
    ...hosts.map((partyId) => ({ partyId, capacity: 'host', lineIds })),
  ];
  const cap = { conditionId: 'cnd_cap', words: 'at most so many', lineIds, maxPeople: world.cap };
  const opinion = world.cap === null ? {} : { outcome: 'concurWithConditions', conditions: [cap] };
  return [
    submitted(lines),
    derived(),
    concurred(opinion),
    sought(consents, [...lenders]),
    ...consents.map((c) => asked(c.partyId, c.capacity, lineIds, 100)),
    ...lenders.flatMap((l) => answerOf(l, world.lenders[l])),
    ...hosts.flatMap((h) => (world.hosts[h] === null ? [] : [granted(h, 'host', world.hosts[h])])),
    ...lenders.map((l) =>
      offered(l, world.lenders[l].people, { reserve: world.lenders[l].reserve, skillId: world.lenders[l].skill }),
    ),
  ];
}

function answerOf(lender: Lender, answer: World['lenders'][Lender]): ReturnType<typeof past>[] {
  if (answer.granted === null) return [];
  const conditions = {
    ...(answer.barsHeal ? { barredTaskIds: ['heal'] } : {}),
    ...(answer.ends ? { period: { fromOn: '2025-06-01', toOn: answer.ends } } : {}),
  };
  return [granted(lender, 'lender', answer.granted, conditions)];
}

export const pictureOf = (history: readonly ReturnType<typeof past>[]): Promise<PlanningPicture> =>
  gatherPicture(async (stream: StreamName) => history.filter((p) => p.stream === stream) as unknown as Recorded[], {
    requestId,
  });

export const toyTravel = { orderOn: '2025-05-26', travelKmPerDay: 500 } as never as {
  readonly orderOn: never;
  readonly travelKmPerDay: number;
};
export { requestId, toyLaw };
