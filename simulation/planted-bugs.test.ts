import { describe, expect, it } from 'vitest';
import { live } from './live.ts';
import { plantedBugs } from './planted-bugs/index.ts';
import { shrink } from './shrink.ts';
import type { Lie } from './truths/lie.ts';

/** Within so many lives each is found; most are in the first fifty. From seed 1, so that it does not depend on the day. */
const mostLives = 600;

async function firstLie(bug: (typeof plantedBugs)[number]): Promise<{ seed: number; lie: Lie } | undefined> {
  for (let seed = 1; seed <= mostLives; seed++) {
    const { lie } = await live({ seed, bug });
    if (lie) return { seed, lie };
  }
  return undefined;
}

describe('a planted bug', () => {
  it('has a name of its own, and there are many', () => {
    expect(plantedBugs.length).toBeGreaterThanOrEqual(12);
    expect(new Set(plantedBugs.map((b) => b.name)).size).toBe(plantedBugs.length);
  });

  it.each(plantedBugs.map((bug) => [bug.name, bug] as const))(
    '%s is found by the truth it breaks',
    async (_, bug) => {
      const found = await firstLie(bug);
      expect(found, bug.wrong).toBeDefined();
      expect(bug.breaks).toContain(found?.lie.truth);
      // It is the bug that was found: without it the same life keeps every truth.
      expect((await live({ seed: found?.seed ?? 0 })).lie).toBeUndefined();
    },
    120_000,
  );

  it('leaves no trace once it is taken out', async () => {
    const before = await live({ seed: 3 });
    for (const bug of plantedBugs) await live({ seed: 3, bug });
    expect(await live({ seed: 3 })).toEqual(before);
  });

  it('is told with no more than it needs', async () => {
    const bug = plantedBugs.find((b) => b.name === 'double-consent');
    const lived = await live({ seed: 1, bug });
    const least = await shrink({ seed: 1, bug }, lived);
    const count = ({ script }: typeof lived) => script.turns.reduce((n, turn) => n + turn.steps.length, 0);
    expect(least.lie?.truth).toBe(lived.lie?.truth);
    expect(count(least)).toBeLessThan(count(lived));
    expect(count(least)).toBeLessThanOrEqual(2);
  });
});
