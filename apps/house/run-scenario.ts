import { type Answer, type GivenCommand, lapseSilent, type Planned } from '@muster/flow';
import { type LoadedScenario, type Step, stepCommands } from '@muster/scenarios';
import type { House } from './house.ts';

export interface ScenarioProgress {
  readonly step: number;
  readonly of: number;
  readonly title: string;
}

/** The scenario as it went, or the step at which it went otherwise than told. */
export type ScenarioRun =
  | { readonly outcome: 'finished'; readonly steps: number }
  | { readonly outcome: 'stopped'; readonly step: Step; readonly why: string };

/**
 * Plays a scenario from its first step. Every command has an id of its own, so playing one that was
 * played before, in whole or in part, repeats nothing and goes on where it stopped.
 */
export async function runScenario(
  house: House,
  scenario: LoadedScenario,
  onProgress: (progress: ScenarioProgress) => void = () => {},
): Promise<ScenarioRun> {
  const of = scenario.steps.length;
  for (const [i, step] of scenario.steps.entries()) {
    onProgress({ step: i, of, title: step.title });
    const why = await play(house, scenario, step, (words) =>
      onProgress({ step: i, of, title: `${step.title}: ${words}` }),
    );
    if (why) return { outcome: 'stopped', step, why };
  }
  onProgress({ step: of, of, title: 'Done' });
  return { outcome: 'finished', steps: of };
}

/** Plays one step. Says how it went otherwise than told; undefined when it went as told. */
async function play(
  house: House,
  scenario: LoadedScenario,
  step: Step,
  onProgress: (words: string) => void,
): Promise<string | undefined> {
  if (step.step === 'lapse') {
    await lapseSilent(house, scenario.requestId, step.at);
    return undefined;
  }
  if (step.step === 'plan') {
    const { id, at, by, planId, orderOn, travelKmPerDay } = step;
    const order = { commandId: id, at, by, requestId: scenario.requestId, planId, orderOn, travelKmPerDay };
    const tell = (done: number, total: number, words: string) => onProgress(`${words} (${done} of ${total})`);
    return otherwise(await house.plan(order, { onProgress: tell }));
  }
  const commands = stepCommands(scenario, step);
  const expected = step.step === 'command' ? step.expect : undefined;
  // Commands of one step come from different parties and do not wait for each other.
  const answers = await Promise.all(commands.map((c) => house.carryOut(c)));
  for (const [i, answer] of answers.entries()) {
    const why = otherwise(answer, expected, commands[i]);
    if (why) return why;
  }
  return undefined;
}

function otherwise(answer: Answer | Planned, expected?: string, command?: GivenCommand): string | undefined {
  if (answer.outcome === 'unsolved') return answer.why;
  const about = command ? `${command.name} of ${command.by.partyId}: ` : '';
  if (answer.outcome === 'refused') {
    if (answer.code === expected) return undefined;
    return `${about}${answer.why} ${answer.allowed} (${answer.code})`;
  }
  return expected ? `${about}it was to be refused with ${expected}, and was carried out.` : undefined;
}
