import type { Line } from '@muster/request/events';
import type { Period } from '@muster/terms';
import type { Arc } from './arc.ts';
import { barrierWords } from './barrier-words.ts';
import { firmConstraints, yieldingConstraints } from './constraints/index.ts';
import { type Barrier, barriers, type LineOutcome, type ShortReason } from './events.ts';
import { fill } from './model/objectives.ts';
import { buildModel } from './model/plan-model.ts';
import type { PlanningPicture } from './planning-picture.ts';
import type { Row, Solution, SolverPort } from './solver-port.ts';

interface ShortQuestion {
  readonly picture: PlanningPicture;
  /** Every possible use, barred or not. */
  readonly arcs: readonly Arc[];
  readonly slots: readonly { readonly line: Line; readonly period: Period }[];
  readonly outcomes: readonly LineOutcome[];
  readonly solver: SolverPort;
  readonly onProgress: (done: number, of: number, words: string) => void;
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
        const lean = leanestPeriod(outcome);
        const here = question.arcs.filter((a) => a.line.lineId === outcome.lineId && a.period.fromOn === lean.fromOn);
        reasons.push({ barrier, people, words: barrierWords(barrier, here, question.picture.opinion) });
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

/** The best fill with some barriers imagined away, nothing falling below what was reached before. */
async function reach(
  { picture, arcs, slots, solver }: ShortQuestion,
  lifted: ReadonlySet<Barrier>,
  reached: Filled,
): Promise<{ readonly filled: Filled } | Unsolved> {
  const open = arcs.filter((a) => a.obstacles.every((o) => lifted.has(o.barrier)));
  const held = yieldingConstraints.filter((y) => !lifted.has(y.barrier)).map((y) => y.constraint);
  const model = buildModel(picture, open, slots, [...firmConstraints, ...held]);
  const keep = model.lacks.map(
    ({ line, column }): Row => ({
      id: `reached ${line.lineId}`,
      low: 0,
      high: line.people - (reached.get(line.lineId) ?? 0),
      terms: [[column, 1]],
    }),
  );
  const rows = [...model.rows, ...keep];
  const solution = await solver.solveInOrder({ columns: model.columns, rows }, [fill(model)]);
  if (solution.outcome !== 'solved') return { unsolved: solution };
  const filled = model.lacks.map(
    ({ line, column }) => [line.lineId as string, line.people - (solution.values[column] ?? 0)] as const,
  );
  return { filled: new Map(filled) };
}
