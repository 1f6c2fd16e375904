import { readFileSync } from 'node:fs';
import { houseInMemory } from '@muster/house/testing';
import { planProblemSchema, problemOf, solveProblem } from '@muster/plan/problem';
import { scenarioNames } from '@muster/scenarios';
import { describe, expect, it } from 'vitest';
import { goldenFile, play, scenarioNamed } from './golden.ts';

/** What a recorded plan calls the levels of a planning problem. */
const levelNames: Readonly<Record<string, string>> = { lean: 'fill', fill: 'days', travel: 'arrival' };

describe.each(scenarioNames())('the planning problems of the scenario %s', (name) => {
  it('have plans no better and no worse than those recorded, at every level', async () => {
    const scenario = scenarioNamed(name);
    const { plans } = JSON.parse(readFileSync(goldenFile(name), 'utf8'));
    const house = await houseInMemory();
    let planned = 0;
    for (const step of scenario.steps) {
      if (step.step === 'plan') {
        const { orderOn, travelKmPerDay } = step;
        const picture = await house.planning(scenario.requestId);
        const problem = planProblemSchema.parse(problemOf(picture, house.law, { orderOn, travelKmPerDay }));
        const answer = await solveProblem(problem, house.solver);
        if (answer.outcome !== 'solved') throw new Error(JSON.stringify(answer));
        const levels = answer.solved.levels.map((l) => [
          levelNames[l.level] ?? l.level,
          { value: l.value, bound: l.bound },
        ]);
        expect(Object.fromEntries(levels)).toEqual(plans[planned].levels);
        expect(answer.solved.filled).toBe(plans[planned].planned);
        planned += 1;
      }
      await play(house, { ...scenario, steps: [step] });
    }
    expect(planned).toBe(plans.length);
    await house.close();
  }, 120_000);
});
