import { makePlan, type Plan, proposePlan, type SolverPort } from '@muster/plan';
import { openHighsSolver } from '@muster/solver-highs';
import { actor, given } from '@muster/terms/testing';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { historyOf, pictureOf, toyLaw, toyTravel, type World, worldArbitrary } from './toy-world.ts';

let solver: SolverPort;
beforeAll(async () => {
  solver = await openHighsSolver();
});

async function plan(world: World): Promise<Plan> {
  const made = await makePlan(await pictureOf(historyOf(world)), toyLaw, solver, {
    ...toyTravel,
    planId: 'pln_a' as never,
  });
  if ('unsolved' in made) throw new Error(JSON.stringify(made.unsolved));
  return made.plan;
}

const weightedLack = (p: Plan): number => p.levels.find((l) => l.level === 'fill')?.value ?? Number.NaN;

describe('a plan made by the solver', () => {
  it('passes the decider’s own check, which trusts no solver', async () => {
    const sourcing = actor('union.defense', 'sourcingOfficer');
    await fc.assert(
      fc.asyncProperty(worldArbitrary, async (world) => {
        const { refusal } = await given(...historyOf(world)).when(
          proposePlan,
          sourcing,
          '2025-05-25T12:00:00Z',
          await plan(world),
          { law: toyLaw },
        );
        expect(refusal).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it('is proved best, and accounts for every missing person', async () => {
    await fc.assert(
      fc.asyncProperty(worldArbitrary, async (world) => {
        const made = await plan(world);
        expect(made.levels.map((l) => l.gap)).toEqual(made.levels.map(() => 0));
        for (const line of made.lines) {
          expect(line.reasons.reduce((n, r) => n + r.people, 0)).toBe(line.short);
          expect(line.filled + line.short).toBe(line.asked);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never fills more when a lender’s consent is taken away', async () => {
    await fc.assert(
      fc.asyncProperty(
        worldArbitrary,
        fc.constantFrom('north' as const, 'south' as const, 'isle' as const),
        async (world, lender) => {
          const without = {
            ...world,
            lenders: { ...world.lenders, [lender]: { ...world.lenders[lender], granted: null } },
          };
          expect(weightedLack(await plan(without))).toBeGreaterThanOrEqual(weightedLack(await plan(world)));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('sends nobody to what the law forbids, and says so', async () => {
    await fc.assert(
      fc.asyncProperty(worldArbitrary, async (world) => {
        const made = await plan(world);
        for (const [i, line] of world.lines.entries()) {
          if (line.task !== 'seize' && line.task !== 'guess') continue;
          const outcome = made.lines[i];
          expect(outcome?.filled).toBe(0);
          const barriers = outcome?.reasons.map((r) => r.barrier) ?? [];
          expect(barriers.every((b) => b === 'authority' || b === 'strength')).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the same for the same world', async () => {
    await fc.assert(
      fc.asyncProperty(worldArbitrary, async (world) => {
        expect(await plan(world)).toEqual(await plan(world));
      }),
      { numRuns: 15 },
    );
  });
});

describe('a plan made again', () => {
  it('changes nothing when nothing has changed', async () => {
    await fc.assert(
      fc.asyncProperty(worldArbitrary, async (world) => {
        const former = await plan(world);
        const picture = { ...(await pictureOf(historyOf(world))), plan: former };
        const again = await makePlan(picture, toyLaw, solver, { ...toyTravel, planId: 'pln_b' as never, former });
        if ('unsolved' in again) throw new Error(JSON.stringify(again.unsolved));
        expect(again.plan.levels.find((l) => l.level === 'changes')?.value).toBe(0);
        expect(again.plan.assignments).toEqual(former.assignments);
      }),
      { numRuns: 30 },
    );
  });
});
