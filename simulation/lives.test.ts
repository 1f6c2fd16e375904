import { openSolver } from '@muster/house/solver';
import { describe, expect, it } from 'vitest';
import { live } from './live.ts';
import type { Story } from './truths/story.ts';

/** Other lives in every run, the same for the same seed. */
const first = (Number(process.env.MUSTER_SEED) % 100_000) * 10_000 + 1;
const [parts, livesEach] = [10, 1_000];

const happened = new Map<string, number>();

function kindsOf({ fact, stream }: Story[number]): string[] {
  const { assignments, standInId } = fact.data as { assignments?: unknown[]; standInId?: string };
  return [
    fact.type,
    ...(assignments && assignments.length > 0 ? ['people planned'] : []),
    ...(standInId && stream.startsWith('consent/') ? ['answered by a stand-in'] : []),
  ];
}

describe(`10,000 lives from seed ${first}`, () => {
  it.each(Array.from({ length: parts }, (_, part) => first + part * livesEach))(
    'keep every truth, whoever tries what, whatever dies (a thousand from seed %i)',
    async (from) => {
      const solver = await openSolver();
      for (let seed = from; seed < from + livesEach; seed++) {
        const { lie, story, script } = await live({ seed, solver });
        expect(lie, `npm run simulate -- --seed ${seed}`).toBeUndefined();
        const kinds = [
          ...new Set(story.flatMap(kindsOf)),
          ...(script.log ? ['a log'] : []),
          ...(script.solves ? ['solved'] : []),
          ...(script.rules ? ['law read from rules'] : []),
        ];
        for (const kind of kinds) happened.set(kind, (happened.get(kind) ?? 0) + 1);
      }
    },
    300_000,
  );

  // Lives in which nothing happens prove nothing.
  it.each([
    ['ConsentWithdrawn', 1_000],
    ['PlanBroken', 500],
    ['PlanRevised', 3_000],
    ['ConsentLapsed', 1_000],
    ['ConsentReminded', 1_000],
    ['ConsentRefused', 100],
    ['StandInNamed', 3_000],
    ['StandInEnded', 500],
    ['answered by a stand-in', 1_000],
    ['CommandRefused', 5_000],
    ['people planned', 5_000],
    ['PeopleCommitted', 2_000],
    ['PeopleReleased', 200],
    ['PlanReleased', 100],
    ['a log', 300],
    ['solved', 10],
    ['law read from rules', 4_000],
  ])('were such that %s came to pass in more than %i', (kind, least) => {
    expect(happened.get(kind) ?? 0).toBeGreaterThan(least);
  });

  it('are the same whenever they are lived', async () => {
    for (let seed = first; seed < first + 20; seed++) expect(await live({ seed })).toEqual(await live({ seed }));
  });
});
