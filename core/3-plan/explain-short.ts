import type { LawPort } from '@muster/decision/events';
import type { Period } from '@muster/terms';
import { type Arc, type TravelTerms, weighArc } from './arc.ts';
import { barrierWords } from './barrier-words.ts';
import { type Barrier, barriers, type LineOutcome, type ShortReason } from './events.ts';
import type { PlanningPicture } from './planning-picture.ts';
import { compileProblem } from './problem/compile-problem.ts';
import type { PlanProblem } from './problem/plan-problem.ts';
import { problemModel, writeOut } from './problem/problem-model.ts';
import { openUses } from './problem/uses.ts';
import type { CancelSignal, Solution, SolverPort } from './solver-port.ts';

interface ShortQuestion {
  readonly picture: PlanningPicture;
  readonly law: LawPort;
  readonly travel: TravelTerms;
  readonly problem: PlanProblem;
  readonly outcomes: readonly LineOutcome[];
  readonly solver: SolverPort;
  readonly onProgress: (done: number, of: number, words: string) => void;
  readonly signal: CancelSignal | undefined;
}

type Unsolved = { readonly unsolved: Exclude<Solution, { outcome: 'solved' }> };

/** People on a line throughout, by line. */
type Filled = ReadonlyMap<string, number>;

/**
 * Why each line is short, and by how much: a ladder. Rung by rung one more barrier is imagined away
 * and the best fill is found again, no line falling below the rung before. What a line gains on a
 * rung is what that barrier, after those before it, accounts for; what it never gains is for want of
 * people. The rungs of a line add up to its shortfall.
 */
export async function explainShort(
  question: ShortQuestion,
): Promise<{ readonly lines: readonly LineOutcome[] } | Unsolved> {
  const { outcomes, onProgress } = question;
  const explained = outcomes.map((outcome) => ({ outcome, reasons: [] as ShortReason[] }));
  let reached: Filled = new Map(outcomes.map((o) => [o.lineId, o.filled]));
  const lifted = new Set<Barrier>();

  for (const [rung, barrier] of barriers.entries()) {
    onProgress(rung + 1, barriers.length + 1, `Finding what ${barrier} costs`);
    lifted.add(barrier);
    const next = await reach(question, lifted, reached);
    if ('unsolved' in next) return next;
    for (const { outcome, reasons } of explained) {
      const people = (next.filled.get(outcome.lineId) ?? 0) - (reached.get(outcome.lineId) ?? 0);
      if (people > 0) {
        reasons.push({
          barrier,
          people,
          words: barrierWords(barrier, arcsWhereLean(question, outcome), question.picture.opinion),
        });
      }
    }
    reached = next.filled;
  }

  onProgress(barriers.length + 1, barriers.length + 1, 'Explained');
  const someElsewhere = [...question.picture.committedElsewhere.values()].some((uses) => uses.length > 0);
  const lines = explained.map(({ outcome, reasons }): LineOutcome => {
    const people = outcome.asked - (reached.get(outcome.lineId) ?? 0);
    const words = someElsewhere
      ? 'Nobody else was offered who is not committed to another request: even with every barrier lifted these people are missing.'
      : 'Nobody else was offered: even with every barrier lifted these people are missing.';
    return { ...outcome, reasons: people > 0 ? [...reasons, { barrier: 'strength', people, words }] : reasons };
  });
  return { lines };
}

/** The period in which a line lacks most; the earliest of equals. */
const leanestPeriod = (outcome: LineOutcome): Period =>
  outcome.byPeriod.reduce((a, b) => (b.filled < a.filled ? b : a)).period;

/** Every possible use of a line in the period in which it lacks most. */
function arcsWhereLean({ picture, law, travel }: ShortQuestion, outcome: LineOutcome): Arc[] {
  const line = picture.request?.lines.find((l) => l.lineId === outcome.lineId);
  const period = leanestPeriod(outcome);
  if (!line) return [];
  return picture.offers.flatMap(({ lenderId, pools }) =>
    pools.flatMap((pool) =>
      pool.kinds.map((kind) => weighArc(picture, law, travel, { pool, lenderId, line, kind, period })),
    ),
  );
}

/** The best fill with some barriers imagined away, nothing falling below what was reached before. */
async function reach(
  { problem, solver, signal }: ShortQuestion,
  lifted: ReadonlySet<Barrier>,
  reached: Filled,
): Promise<{ readonly filled: Filled } | Unsolved> {
  const stands = ({ barrier }: { readonly barrier: string }) => !lifted.has(barrier as Barrier);
  const c = compileProblem({
    ...problem,
    bars: problem.bars.filter(stands),
    limits: problem.limits.filter(stands),
    lenders: lifted.has('reserve') ? problem.lenders.map((l) => ({ ...l, reserve: 0 })) : problem.lenders,
    objectives: ['lean'],
  });
  const { linear, objectives } = writeOut(problemModel(c, openUses(c, lifted)));
  const lacks = new Map(problem.lines.map((l) => [`lack ${l.lineId}`, l]));
  const columns = linear.columns.map((column) => {
    const line = lacks.get(column.id);
    return line ? { ...column, high: line.people - (reached.get(line.lineId) ?? 0) } : column;
  });
  const solution = await solver.solveInOrder({ ...linear, columns }, objectives, { signal });
  if (solution.outcome !== 'solved') return { unsolved: solution };
  const filled = columns.flatMap(({ id }, column) => {
    const line = lacks.get(id);
    return line ? [[line.lineId, line.people - (solution.values[column] ?? 0)] as const] : [];
  });
  return { filled: new Map(filled) };
}
