import type { Solution, SolvedLevel, SolveOptions, SolverPort } from '../solver-port.ts';
import { firstUses } from './first-uses.ts';
import { pricing } from './price-uses.ts';
import { type ProblemModel, type WrittenModel, writeOut } from './problem-model.ts';
import type { LevelCertificate } from './solved-problem.ts';

export type ChosenUses =
  | { readonly uses: Int32Array; readonly certificates: readonly LevelCertificate[] }
  | { readonly unsolved: Exclude<Solution, { outcome: 'solved' }> };

/** More rounds than any problem has needed; what is proved then is proved all the same, only less far. */
const mostRounds = 30;

/**
 * Finds the uses worth showing a solver, of millions: it is shown a few, says by its duals what each row is worth, and
 * every use that would gain by that is added, until none would. The certificates then hold for all uses there are.
 * `alsoShown` are shown from the first, such as those of a plan that keeps the rules.
 */
export async function chooseUses(
  model: ProblemModel,
  solver: SolverPort,
  options: SolveOptions = {},
  alsoShown: readonly number[] = [],
): Promise<ChosenUses> {
  const attractiveUses = pricing(model);
  const known = new Uint8Array(model.uses.count);
  let uses = Int32Array.from(new Set([...firstUses(model), ...alsoShown])).sort();
  for (const use of uses) known[use] = 1;
  let certificates: readonly LevelCertificate[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const written = writeOut(model, uses);
    options.onProgress?.({ level: model.levels[0]?.level ?? 'fill', doing: `choosing uses, round ${round + 1}` });
    const solution = await solver.solveInOrder(written.linear, written.objectives, { ...options, relaxed: true });
    if (solution.outcome !== 'solved') return { unsolved: solution };
    certificates = readCertificates(model, written, solution.levels);
    const wanted = attractiveUses(certificates, known);
    if (wanted.length === 0) break;
    for (const use of wanted) known[use] = 1;
    uses = Int32Array.from([...uses, ...wanted]).sort();
  }
  return { uses, certificates };
}

/** What a solver says of the rows it was shown, as multipliers of the whole model's rows. */
export const readCertificates = (
  { levels }: ProblemModel,
  { rows }: WrittenModel,
  solved: readonly SolvedLevel[],
): LevelCertificate[] =>
  solved.map(({ duals, heldDuals }, k) => ({
    level: levels[k]?.level ?? 'fill',
    rows: duals.map(([row, y]) => [rows[row] ?? 0, y]),
    held: heldDuals.map((y) => Math.max(0, -y)),
  }));
