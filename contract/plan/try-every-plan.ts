import type { PlanProblem } from '@muster/plan/problem';

/** The levels that trying every plan can count. */
type Counted = 'lean' | 'fill' | 'arrival' | 'cost' | 'burden' | 'splits';

interface Stretch {
  readonly fromOn: string;
  readonly toOn: string;
  readonly days: number;
}
interface Use {
  readonly pool: number;
  readonly line: number;
  readonly lender: number;
  readonly stretches: readonly number[];
  readonly days: number;
  readonly waits: number;
  readonly team: number;
  readonly most: number;
  /** The sums that one person adds to, and how much. */
  readonly touches: readonly (readonly [sum: number, perPerson: number])[];
}

const day = 86_400_000;
const daysIn = (fromOn: string, toOn: string) => (Date.parse(toOn) - Date.parse(fromOn)) / day;
const later = (on: string, days: number) => new Date(Date.parse(on) + days * day).toISOString().slice(0, 10);

/** Days on the road between the places of the toy world, as a map would tell them. */
const road: Readonly<Record<string, number>> = {
  'north-land north-land': 0,
  'south-land south-land': 0,
  'north-land south-land': 2,
  'south-land north-land': 2,
  'isle-land north-land': 21,
  'isle-land south-land': 21,
};

/**
 * What the best of all plans comes to, level by level in strict order, found by trying every one: no model and no solver,
 * only what the rules say in words. Undefined where there are more ways than `mostWays`.
 */
export function tryEveryPlan(problem: PlanProblem, mostWays: number): readonly number[] | undefined {
  const { pools, lines, lenders, limits } = problem;
  const edges = [...new Set(lines.flatMap((l) => [l.period.fromOn as string, l.period.toOn as string]))].sort();
  const stretches = edges.slice(1).map((toOn, i): Stretch => {
    const fromOn = edges[i] ?? '';
    return { fromOn, toOn, days: daysIn(fromOn, toOn) };
  });
  const stretchesOf = lines.map((l) =>
    stretches.flatMap((s, t) => (l.period.fromOn <= s.fromOn && s.toOn <= l.period.toOn ? [t] : [])),
  );

  // Sums that may not pass a most: of a pool, a lender, a limit and a line in a stretch, and of a pool's days.
  const mosts: number[] = [];
  const sumFor = (most: number) => mosts.push(most) - 1;
  const each = <T>(all: readonly T[], most: (one: T) => number) =>
    all.map((one) => stretches.map(() => sumFor(most(one))));
  const ofPool = each(pools, (p) => p.people);
  const ofLender = each(lenders, (lender) => {
    const all = pools.filter((p) => p.lenderId === lender.lenderId).reduce((n, p) => n + p.people, 0);
    return Math.max(0, all - lender.reserve);
  });
  const ofLimit = each(limits, (limit) => limit.mostPeople);
  const ofLine = each(lines, (l) => l.people);
  const ofDays = pools.map((p) => sumFor(p.mostPersonDays ?? Number.POSITIVE_INFINITY));

  const uses = pools.flatMap((p, pool) =>
    lines.flatMap((l, line): Use[] => {
      if (p.skillId !== l.skillId) return [];
      const waits = p.readyDays + (road[`${p.placeId} ${l.placeId}`] ?? Number.NaN);
      const mine = stretchesOf[line] ?? [];
      const lender = lenders.findIndex((one) => one.lenderId === p.lenderId);
      return (l.throughout ? [mine] : mine.map((t) => [t])).flatMap((ts): Use[] => {
        const [first, last] = [stretches[ts[0] ?? 0], stretches[ts.at(-1) ?? 0]];
        if (!first || !last || later(problem.orderOn, waits) > first.fromOn) return [];
        const days = ts.reduce((n, t) => n + (stretches[t]?.days ?? 0), 0);
        const free = later(last.toOn, l.throughout ? (p.dwellDays ?? 0) : 0);
        const home = stretches.flatMap((s, t) => (last.toOn <= s.fromOn && s.fromOn < free ? [t] : []));
        const picked = limits.flatMap(({ selects }, limit) =>
          selects.some(
            ({ lenderIds, taskIds }) =>
              (lenderIds?.includes(p.lenderId) ?? true) && (taskIds?.includes(l.taskId) ?? true),
          )
            ? [limit]
            : [],
        );
        const touched = [
          ...[...ts, ...home].map((t) => ofPool[pool]?.[t]),
          ...ts.map((t) => ofLender[lender]?.[t]),
          ...ts.map((t) => ofLine[line]?.[t]),
          ...picked.flatMap((limit) => ts.map((t) => ofLimit[limit]?.[t])),
        ].map((sum) => [sum ?? 0, 1] as const);
        const team = p.teamSize ?? 1;
        const most = Math.min(p.people, l.people);
        return [
          {
            pool,
            line,
            lender,
            stretches: ts,
            days,
            waits,
            team,
            most,
            touches: [...touched, [ofDays[pool] ?? 0, days]],
          },
        ];
      });
    }),
  );
  if (uses.reduce((ways, use) => ways * (1 + Math.floor(use.most / use.team)), 1) > mostWays) return undefined;

  const people = uses.map(() => 0);
  const sums = mosts.map(() => 0);
  const count: Readonly<Record<Counted, () => number>> = {
    fill: () =>
      lacking(
        (l, short) => stretchesOf[l]?.reduce((n, t, i) => n + (short[i] ?? 0) * (stretches[t]?.days ?? 0), 0) ?? 0,
      ),
    lean: () => lacking((_, short) => Math.max(0, ...short)),
    arrival: () => total((use, n) => n * use.days * use.waits),
    cost: () => total((use, n) => n * use.days * (pools[use.pool]?.personDayCents ?? 0)),
    burden: () =>
      Math.max(
        0,
        ...lenders.flatMap((lender, l) =>
          (ofLender[l] ?? []).map((sum) => Math.ceil((1000 * (sums[sum] ?? 0)) / lender.strength)),
        ),
      ),
    splits: () => new Set(uses.flatMap((use, u) => ((people[u] ?? 0) > 0 ? [`${use.lender} ${use.line}`] : []))).size,
  };
  const total = (of: (use: Use, n: number) => number) => uses.reduce((sum, use, u) => sum + of(use, people[u] ?? 0), 0);
  /** Over all lines, by priority: the first priority counts sixteen times the fifth. */
  const lacking = (of: (line: number, short: readonly number[]) => number) =>
    lines.reduce((sum, { people: asked, priority }, l) => {
      const short = (stretchesOf[l] ?? []).map((t) => asked - (sums[ofLine[l]?.[t] ?? 0] ?? 0));
      return sum + 2 ** (5 - priority) * of(l, short);
    }, 0);
  const keepsMinimums = () =>
    lines.every(({ minimum = 0 }, l) =>
      (stretchesOf[l] ?? []).every((t) => {
        const there = sums[ofLine[l]?.[t] ?? 0] ?? 0;
        return there === 0 || there >= minimum;
      }),
    );

  let best: readonly number[] | undefined;
  const tryFrom = (u: number): void => {
    const use = uses[u];
    if (!use) {
      if (!keepsMinimums()) return;
      const values = problem.objectives.map((level) => count[level as Counted]());
      if (!best || isBetter(values, best)) best = values;
      return;
    }
    const add = (n: number) => {
      people[u] = (people[u] ?? 0) + n;
      for (const [sum, perPerson] of use.touches) sums[sum] = (sums[sum] ?? 0) + n * perPerson;
    };
    const fits = () => use.touches.every(([sum]) => (sums[sum] ?? 0) <= (mosts[sum] ?? 0));
    for (;;) {
      tryFrom(u + 1);
      add(use.team);
      if ((people[u] ?? 0) > use.most || !fits()) break;
    }
    add(-(people[u] ?? 0));
  };
  tryFrom(0);
  return best;
}

const isBetter = (values: readonly number[], best: readonly number[]): boolean => {
  const k = values.findIndex((value, i) => value !== best[i]);
  return k >= 0 && (values[k] ?? 0) < (best[k] ?? 0);
};
