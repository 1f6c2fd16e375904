import type { Outcome } from '@muster/flow';
import { exitCodes, type House, runScenario } from '@muster/house';
import { faultWords, type LoadedScenario, loadScenario } from '@muster/scenarios';
import { progressBar } from '@muster/server/progress';
import { printOutcome } from '../print/outcome.ts';
import { type Common, print, printJson, Stop, withHouse } from '../session.ts';

/** Plays a scenario and prints what came of it. Played before, it repeats nothing and prints the same. */
export async function run(name: string, options: Common): Promise<void> {
  const scenario = load(name);
  const outcome = await withHouse(options, (house) => play(house, scenario));
  if (options.json) printJson(outcome);
  else print(printOutcome(outcome));
}

function load(name: string): LoadedScenario {
  const scenario = loadScenario(name);
  if ('faults' in scenario) {
    const { faults } = scenario;
    throw new Stop('SCENARIO_FAULTY', faults.map(faultWords).join('\n'), exitCodes.badInput, { faults });
  }
  return scenario;
}

async function play(house: House, scenario: LoadedScenario): Promise<Outcome> {
  const bar = progressBar();
  const played = await runScenario(house, scenario, ({ step, of, title }) => bar.show(step, of, title));
  bar.end();
  if (played.outcome === 'stopped') {
    throw new Stop(
      'SCENARIO_STOPPED',
      `The scenario stopped at "${played.step.title}": ${played.why}`,
      exitCodes.refused,
    );
  }
  const outcome = await house.outcome(scenario.requestId);
  if (!outcome)
    throw new Stop('SCENARIO_EMPTY', `The scenario made no request "${scenario.requestId}".`, exitCodes.failed);
  return outcome;
}
