import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ScenarioFault } from './fault.ts';
import { misgivenCommands } from './misgiven-commands.ts';
import { parseScenario } from './parse-scenario.ts';
import { type Lined, readTable, type TableKind } from './read-table.ts';
import type { Scenario } from './schema.ts';
import { type AnswerRow, answerTable, type LenderRow, lenderTable, type PoolRow, poolTable } from './tables.ts';

/** A scenario with its tables read. */
export interface LoadedScenario extends Scenario {
  readonly lenders: ReadonlyMap<string, readonly Lined<LenderRow>[]>;
  readonly pools: ReadonlyMap<string, readonly Lined<PoolRow>[]>;
  readonly answers: ReadonlyMap<string, readonly Lined<AnswerRow>[]>;
}

interface Tables {
  readonly lenders: Map<string, Lined<LenderRow>[]>;
  readonly pools: Map<string, Lined<PoolRow>[]>;
  readonly answers: Map<string, Lined<AnswerRow>[]>;
}

const home = fileURLToPath(new URL('.', import.meta.url));

/** The names of the scenarios that Muster ships. */
export const scenarioNames = (): string[] =>
  readdirSync(home).filter((name) => statSync(join(home, name)).isDirectory() && hasScenario(join(home, name)));

const hasScenario = (folder: string): boolean => readdirSync(folder).includes('scenario.yaml');

/** Loads a scenario by the name of one that ships, or by the path of a folder. Faults name file, line and field. */
export function loadScenario(nameOrFolder: string): LoadedScenario | { readonly faults: readonly ScenarioFault[] } {
  const folder = scenarioNames().includes(nameOrFolder) ? join(home, nameOrFolder) : nameOrFolder;
  /** As a reader knows it: beside the name or the folder that was typed. */
  const known = (name: string) => join(nameOrFolder, name);
  const text = readText(join(folder, 'scenario.yaml'));
  if (text === undefined) {
    const problem = `there is no such file; Muster ships ${scenarioNames().join(' and ')}`;
    return { faults: [{ file: known('scenario.yaml'), problem }] };
  }
  const parsed = parseScenario(known('scenario.yaml'), text);
  if ('faults' in parsed) return parsed;

  const { scenario, faultAt } = parsed;
  const faults: ScenarioFault[] = [];
  const tables: Tables = { lenders: new Map(), pools: new Map(), answers: new Map() };
  const keep = <Row>(
    kind: keyof Tables,
    name: string,
    step: number,
    table: TableKind<Row>,
    kept: Map<string, Lined<Row>[]>,
  ) => {
    const csv = readText(join(folder, name));
    const rows =
      csv === undefined
        ? { faults: [faultAt(['steps', step, kind], `there is no file ${known(name)}`)] }
        : readTable(known(name), csv, table);
    if (Array.isArray(rows)) kept.set(name, rows);
    else faults.push(...rows.faults);
  };
  for (const [i, step] of scenario.steps.entries()) {
    if (step.step === 'seek') keep('lenders', step.lenders, i, lenderTable, tables.lenders);
    if (step.step === 'offer') keep('pools', step.pools, i, poolTable, tables.pools);
    if (step.step === 'answer') keep('answers', step.answers, i, answerTable, tables.answers);
  }
  if (faults.length > 0) return { faults };
  const loaded = { ...scenario, ...tables };
  const misgiven = misgivenCommands(loaded, known, faultAt);
  return misgiven.length > 0 ? { faults: misgiven } : loaded;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
