import { isNode, LineCounter, parseDocument } from 'yaml';
import type { ScenarioFault } from './fault.ts';
import { plainIssues } from './plain-issues.ts';
import { type Scenario, type Step, scenarioSchema } from './schema.ts';

type Path = readonly PropertyKey[];

/** A scenario as its YAML states it, and where each field of it stands. */
interface ParsedScenario {
  readonly scenario: Scenario;
  /** A fault of the field at this path; on the line of the nearest part around it when the field itself is absent. */
  readonly faultAt: (path: Path, problem: string) => ScenarioFault;
}

/** Reads the YAML of a scenario; every fault carries the line it stands on. */
export function parseScenario(
  file: string,
  text: string,
): ParsedScenario | { readonly faults: readonly ScenarioFault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((e) => ({
        file,
        line: lines.linePos(e.pos[0]).line,
        field: 'YAML',
        problem: (e.message.split('\n')[0] ?? e.message).replace(/ at line \d+, column \d+:?$/, ''),
      })),
    };
  }
  const lineOf = (path: Path): number => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const faultAt = (path: Path, problem: string): ScenarioFault => ({
    file,
    line: lineOf(path),
    field: path.map(String).join('.') || 'file',
    problem,
  });

  const parsed = scenarioSchema.safeParse(document.toJS());
  if (!parsed.success) return { faults: plainIssues(parsed.error).map((i) => faultAt(i.path, i.problem)) };
  const twice = repeatedId(parsed.data.steps);
  if (twice) return { faults: [faultAt(['steps', twice.index, 'id'], `repeats "${twice.id}"`)] };
  return { scenario: parsed.data, faultAt };
}

function repeatedId(steps: readonly Step[]): { index: number; id: string } | undefined {
  const seen = new Set<string>();
  for (const [index, { id }] of steps.entries()) {
    if (seen.has(id)) return { index, id };
    seen.add(id);
  }
  return undefined;
}
