import type { LawPort } from '@muster/decision/events';
import type { Period } from '@muster/terms';
import { type Arc, type TravelTerms, weighArc } from './arc.ts';
import { barriers } from './barrier.ts';
import { barrierWords } from './barrier-words.ts';
import type { LineOutcome, ShortReason } from './events.ts';
import type { WithoutBarriers } from './fill-without.ts';
import type { PlanningPicture } from './planning-picture.ts';
import type { PlanProblem } from './problem/plan-problem.ts';
import type { SolvedAssignment } from './problem/solved-problem.ts';
import type { ProblemSolver } from './problem-solver.ts';
import type { CancelSignal, Solution } from './solver-port.ts';

interface ShortQuestion {
  readonly picture: PlanningPicture;
  readonly law: LawPort;
  readonly travel: TravelTerms;
  readonly problem: PlanProblem;
  readonly outcomes: readonly LineOutcome[];
  /** Who is where by the plan. */
  readonly assignments: readonly SolvedAssignment[];
  readonly solver: ProblemSolver;
  readonly onProgress: (done: number, of: number, words: string) => void;
  readonly signal: CancelSignal | undefined;
}

type Unsolved = { readonly unsolved: Exclude<Solution, { outcome: 'solved' }> };

/**
 * Why each line is short, and by how much: a ladder. Rung by rung one more barrier is imagined away
 * and the best fill is found again, no line falling below the rung before. What a line gains on a
 * rung is what that barrier, after those before it, accounts for; what it never gains is for want of
 * people. The rungs of a line add up to its shortfall.
 */
export async function explainShort(
  question: ShortQuestion,
): Promise<{ readonly lines: readonly LineOutcome[] } | Unsolved> {
  const { outcomes, assignments, problem, solver, onProgress, signal } = question;
  const explained = outcomes.map((outcome) => ({ outcome, reasons: [] as ShortReason[] }));
  let reached: ReadonlyMap<string, number> = new Map(outcomes.map((o) => [o.lineId, o.filled]));
  let standing: WithoutBarriers['standing'] = assignments;

  for (const [rung, barrier] of barriers.entries()) {
    onProgress(rung + 1, barriers.length + 1, `Finding what ${barrier} costs`);
    const lifted = barriers.slice(0, rung + 1);
    const next = await solver.fillWithout({ problem, lifted, reached, standing }, { signal });
    if ('unsolved' in next) return next;
    for (const { outcome, reasons } of explained) {
      const people = (next.reached.get(outcome.lineId) ?? 0) - (reached.get(outcome.lineId) ?? 0);
      if (people > 0) {
        reasons.push({
          barrier,
          people,
          words: barrierWords(barrier, arcsWhereLean(question, outcome), question.picture.opinion),
        });
      }
    }
    ({ reached, standing } = next);
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
