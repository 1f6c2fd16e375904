import { catalogue, type GivenCommand, isCommandName } from '@muster/flow';
import { stepCommands } from './expand.ts';
import type { ScenarioFault } from './fault.ts';
import type { LoadedScenario } from './load.ts';
import { plainIssues } from './plain-issues.ts';
import type { Step } from './schema.ts';

type FaultAt = (path: readonly PropertyKey[], problem: string) => ScenarioFault;

/** Commands whose own schema would refuse their data: found before anything is played, each where it was written. */
export function misgivenCommands(
  scenario: LoadedScenario,
  known: (name: string) => string,
  faultAt: FaultAt,
): ScenarioFault[] {
  return scenario.steps.flatMap((step, i) => {
    if (step.step === 'command' && step.expect === 'COMMAND_INVALID') return [];
    const [table, rows] = tableOf(scenario, step);
    if (!table) {
      return issuesOf(stepCommands(scenario, step)).map(({ path, problem }) =>
        faultAt(['steps', i, 'data', ...path], problem),
      );
    }
    return rows.flatMap((row) =>
      issuesOf(stepCommands(withOnly(scenario, table, row), step)).map(({ path, problem }) => ({
        file: known(table),
        line: row.line,
        field: String(path.findLast((part) => typeof part === 'string') ?? 'row'),
        problem,
      })),
    );
  });
}

type Row = { readonly line: number };

function tableOf(scenario: LoadedScenario, step: Step): readonly [string | undefined, readonly Row[]] {
  if (step.step === 'offer') return [step.pools, scenario.pools.get(step.pools) ?? []];
  if (step.step === 'answer') return [step.answers, scenario.answers.get(step.answers) ?? []];
  return [undefined, []];
}

/** The scenario as if its table had this row alone. */
const withOnly = (scenario: LoadedScenario, table: string, row: Row): LoadedScenario => ({
  ...scenario,
  pools: new Map([[table, [row as never]]]),
  answers: new Map([[table, [row as never]]]),
});

const issuesOf = (commands: readonly GivenCommand[]) =>
  commands.flatMap(({ name, data }) => {
    const parsed = isCommandName(name) ? catalogue[name].data.safeParse(data) : undefined;
    return parsed?.success === false ? plainIssues(parsed.error) : [];
  });
