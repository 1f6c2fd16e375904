import type { Fault } from '@muster/terms';
import type { ObjectiveName, PlanProblem } from '../plan-problem.ts';
import type { SolvedProblem } from '../solved-problem.ts';

/** What is supposed to be otherwise in a problem; all of it together. */
export interface Supposition {
  /** Lenders that refuse all that is asked of them. */
  readonly refuse: readonly string[];
  /** So many more people asked for on a line; fewer where negative. */
  readonly more: readonly { readonly lineId: string; readonly people: number }[];
  /** Kinds of service under which nobody serves. */
  readonly without: readonly string[];
  readonly limits: readonly { readonly limitId: string; readonly mostPeople: number }[];
  readonly pins: readonly { readonly poolId: string; readonly lineId: string; readonly people: number }[];
  readonly forbid: readonly { readonly poolId: string; readonly lineId: string }[];
  /** Whether keeping the plan as it is comes right after filling, instead of last. */
  readonly stable: boolean;
  /** At most so many people put on or taken off. */
  readonly mostChanges?: number;
}

/** The problem as it would be, with the plan that stands; or what contradicts it. */
export function suppose(
  problem: PlanProblem,
  standing: SolvedProblem,
  supposed: Supposition,
): PlanProblem | readonly Fault[] {
  const more = new Map<string, number>();
  for (const { lineId, people } of supposed.more) more.set(lineId, (more.get(lineId) ?? 0) + people);
  const mostPeople = new Map(supposed.limits.map((limit) => [limit.limitId, limit.mostPeople]));
  const faults: Fault[] = [];
  const lines = problem.lines.map((line) => {
    const people = line.people + (more.get(line.lineId) ?? 0);
    if (people < 1)
      faults.push({
        field: 'more',
        problem: `leaves ${people} people on "${line.lineId}", and a line asks for one at least`,
      });
    return { ...line, people };
  });
  if (faults.length > 0) return faults;
  return {
    ...problem,
    lines,
    limits: problem.limits.map((limit) => ({
      ...limit,
      mostPeople: mostPeople.get(limit.limitId) ?? limit.mostPeople,
    })),
    bars: [...problem.bars, ...supposedBars(problem, supposed)],
    pins: [...problem.pins, ...supposed.pins],
    former: standing.assignments.map(({ poolId, lineId, kind, period, people }) => ({
      ...{ poolId, lineId, kind, period, people },
    })),
    objectives: withChanges(problem.objectives, supposed.stable),
    ...(supposed.mostChanges !== undefined && { mostChanges: supposed.mostChanges }),
  };
}

function supposedBars({ bars }: PlanProblem, { refuse, without, forbid }: Supposition): PlanProblem['bars'] {
  const taken = new Set(bars.map((bar) => bar.barId));
  let n = 0;
  const barId = () => {
    do n += 1;
    while (taken.has(`supposed.${n}`));
    return `supposed.${n}`;
  };
  return [
    ...refuse.map((lenderId) => ({
      barId: barId(),
      barrier: 'consent' as const,
      select: { lenderIds: [lenderId] },
      words: `Supposed: ${lenderId} refuses all that is asked of it.`,
    })),
    ...without.map((kind) => ({
      barId: barId(),
      barrier: 'planner' as const,
      select: { kinds: [kind] },
      words: `Supposed: nobody serves under ${kind}.`,
    })),
    ...forbid.map(({ poolId, lineId }) => ({
      barId: barId(),
      barrier: 'planner' as const,
      select: { poolIds: [poolId], lineIds: [lineId] },
      words: `Supposed: ${poolId} is not on ${lineId}.`,
    })),
  ];
}

/** Changes where they were, or last; right after all that counts people lacking where the plan is to be stable. */
function withChanges(objectives: readonly ObjectiveName[], stable: boolean): ObjectiveName[] {
  if (!stable) return objectives.includes('changes') ? [...objectives] : [...objectives, 'changes'];
  const others = objectives.filter((level) => level !== 'changes');
  const after = Math.max(...others.map((level, i) => (level === 'lean' || level === 'fill' ? i : -1)));
  return [...others.slice(0, after + 1), 'changes', ...others.slice(after + 1)];
}
