import type { AnyFact, Outcome, RecordPort } from '@muster/flow';
import { type House, runScenario } from '@muster/house';
import { type LoadedScenario, loadScenario } from '@muster/scenarios';
import type { Recorded } from '@muster/terms';

export function scenarioNamed(name: string): LoadedScenario {
  const scenario = loadScenario(name);
  if ('faults' in scenario) throw new Error(`The scenario ${name} is faulty: ${JSON.stringify(scenario.faults)}`);
  return scenario;
}

/** Plays a scenario, or its first steps only, and stops the test where it goes otherwise than told. */
export async function play(house: House, scenario: LoadedScenario, steps = scenario.steps.length): Promise<void> {
  const run = await runScenario(house, { ...scenario, steps: scenario.steps.slice(0, steps) });
  if (run.outcome === 'stopped') throw new Error(`It stopped at "${run.step.title}": ${run.why}`);
}

export async function eventsIn(record: RecordPort): Promise<Recorded<AnyFact>[]> {
  const { events } = await record.tail(undefined, 100_000);
  return events as unknown as Recorded<AnyFact>[];
}

/** Everything of an outcome that a reader would notice if it changed; text and single assignments left out. */
export async function goldenOf(house: House, scenario: LoadedScenario): Promise<object> {
  const outcome = await house.outcome(scenario.requestId);
  if (!outcome) throw new Error(`The scenario made no request "${scenario.requestId}".`);
  const { status, requestVersion, figures, refusals, broken, plans } = outcome;
  return {
    scenario: scenario.scenario,
    recorded: countBy((await eventsIn(house.record)).map((e) => e.fact.type)),
    status,
    requestVersion,
    figures,
    verdicts: countBy(
      outcome.authority.tasks.flatMap((t) => t.cells.map((c) => (c.contested ? 'contested' : c.verdict))),
    ),
    firstOfItsKind: countBy(outcome.authority.seen.map((s) => (s.firstOfItsKind ? 'first' : 'seen'))),
    consents: countBy(outcome.consents.map((c) => `${c.side} ${c.status}`)),
    refusals: refusals.map((r) => `${r.command}: ${r.code}`),
    plans: plans.map(goldenPlan),
    broken: broken.map(({ planId, party, overtakenBy, lostPeople, lostCostCents, lostByLine }) => ({
      planId,
      ...(party ? { party: party.id } : { overtakenBy }),
      lostPeople,
      lostCostCents,
      lines: lostByLine.length,
    })),
  };
}

const goldenPlan = (plan: Outcome['plans'][number]) => {
  const { planId, replacesPlanId, planned, short, shortByReason, costCents, gap, levels, changes, lines } = plan;
  return {
    planId,
    ...(replacesPlanId ? { replacesPlanId, changes: changes.length } : {}),
    planned,
    short,
    shortByReason,
    costCents,
    gap,
    levels: Object.fromEntries(levels.map((l) => [l.level, { value: l.value, bound: l.bound }])),
    filled: Object.fromEntries(lines.map((l) => [l.lineId, l.filled])),
  };
};

function countBy(items: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of [...items].sort()) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}

export const goldenFile = (name: string): URL => new URL(`../../scenarios/${name}/golden.json`, import.meta.url);
export const goldenText = (golden: object): string => `${JSON.stringify(golden, null, 2)}\n`;
