import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { ScenarioFault } from './fault.ts';
import { readTable } from './read-table.ts';
import { type Scenario, type Step, scenarioSchema } from './schema.ts';
import { type AnswerRow, answerRow, lenderRow, type PoolRow, poolRow } from './tables.ts';

/** A scenario with its tables read. */
export interface LoadedScenario extends Scenario {
  readonly lenders: ReadonlyMap<string, readonly { partyId: string; people: number }[]>;
  readonly pools: ReadonlyMap<string, readonly PoolRow[]>;
  readonly answers: ReadonlyMap<string, readonly AnswerRow[]>;
}

const home = fileURLToPath(new URL('.', import.meta.url));

/** The names of the scenarios that Muster ships. */
export const scenarioNames = (): string[] =>
  readdirSync(home).filter((name) => statSync(join(home, name)).isDirectory() && hasScenario(join(home, name)));

const hasScenario = (folder: string): boolean => readdirSync(folder).includes('scenario.yaml');

/** Loads a scenario by the name of one that ships, or by the path of a folder. Faults name file, line and field. */
export function loadScenario(nameOrFolder: string): LoadedScenario | { readonly faults: readonly ScenarioFault[] } {
  const folder = scenarioNames().includes(nameOrFolder) ? join(home, nameOrFolder) : nameOrFolder;
  const file = join(folder, 'scenario.yaml');
  const text = readText(file);
  if (typeof text !== 'string') {
    const problem = `${text.problem}; Muster ships ${scenarioNames().join(' and ')}`;
    return { faults: [{ ...text, problem }] };
  }
  const scenario = parseScenario('scenario.yaml', text);
  if ('faults' in scenario) return scenario;

  const faults: ScenarioFault[] = [];
  const tables = { lenders: new Map(), pools: new Map(), answers: new Map() };
  const keep = (kind: keyof typeof tables, name: string, row: Parameters<typeof readTable>[2]) => {
    const csv = readText(join(folder, name));
    const rows = typeof csv === 'string' ? readTable(name, csv, row) : { faults: [{ ...csv, file: name }] };
    if (Array.isArray(rows)) tables[kind].set(name, rows);
    else faults.push(...rows.faults);
  };
  for (const step of scenario.steps) {
    if (step.step === 'seek') keep('lenders', step.lenders, lenderRow);
    if (step.step === 'offer') keep('pools', step.pools, poolRow);
    if (step.step === 'answer') keep('answers', step.answers, answerRow);
  }
  return faults.length > 0 ? { faults } : { ...scenario, ...tables };
}

function readText(file: string): string | ScenarioFault {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return { file, line: 1, field: 'file', problem: 'there is no such file, or it cannot be read' };
  }
}

/** Reads the YAML of a scenario; every fault carries the line it stands on. */
export function parseScenario(file: string, text: string): Scenario | { readonly faults: readonly ScenarioFault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((e) => ({
        file,
        line: lines.linePos(e.pos[0]).line,
        field: 'YAML',
        problem: e.message.split('\n')[0] ?? e.message,
      })),
    };
  }
  const parsed = scenarioSchema.safeParse(document.toJS());
  if (!parsed.success) {
    return {
      faults: parsed.error.issues.map((issue) => ({
        file,
        line: lineOf(document, lines, issue.path),
        field: issue.path.map(String).join('.') || 'file',
        problem: issue.message,
      })),
    };
  }
  const twice = repeatedId(parsed.data.steps);
  if (twice) {
    const line = lineOf(document, lines, ['steps', twice.index, 'id']);
    return { faults: [{ file, line, field: `steps.${twice.index}.id`, problem: `repeats "${twice.id}"` }] };
  }
  return parsed.data;
}

/** The line of a field; of the nearest part around it when the field itself is absent. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) {
      const start = isMap(node) ? node.range[0] : node.range[0];
      return lines.linePos(start).line;
    }
  }
  return 1;
}

function repeatedId(steps: readonly Step[]): { index: number; id: string } | undefined {
  const seen = new Set<string>();
  for (const [index, { id }] of steps.entries()) {
    if (seen.has(id)) return { index, id };
    seen.add(id);
  }
  return undefined;
}
