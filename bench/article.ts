import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse, runScenario } from '@muster/house';
import { loadScenario } from '@muster/scenarios';
import type { Figure } from './figures.ts';

/** The article scenario, whole, into a new embedded record: how long each step takes, and the proved gap. */
export async function benchArticle(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'));
  const opened = await openHouse({ dataFolder: folder });
  if ('fault' in opened) throw new Error(opened.fault);
  const scenario = loadScenario('article');
  if ('faults' in scenario) throw new Error(JSON.stringify(scenario.faults));
  try {
    const spent = new Map<string, number>();
    let step = -1;
    let since = performance.now();
    const began = since;
    await runScenario(opened.house, scenario, (p) => {
      if (p.step === step) return;
      const before = scenario.steps[step];
      if (before) spent.set(before.step, (spent.get(before.step) ?? 0) + performance.now() - since);
      [step, since] = [p.step, performance.now()];
    });
    const outcome = await opened.house.outcome(scenario.requestId);
    return [
      { name: 'the whole scenario', value: performance.now() - began, unit: 'ms' },
      ...[...spent].map(([kind, ms]) => ({ name: `steps of the kind "${kind}"`, value: ms, unit: 'ms' })),
      { name: 'proved gap of the plan that stands', value: (outcome?.figures.gap ?? Number.NaN) * 100, unit: '%' },
    ];
  } finally {
    await opened.house.close();
    await rm(folder, { recursive: true, force: true });
  }
}
