import type { Condensed } from './condense.ts';
import type { TimesRow } from './linear-plan.ts';

/** How far, in people, a row must be broken to be worth adding. */
const leastBroken = 1e-3;
/** Parts of people below this are a solver's rounding. */
const nearlyWhole = 1e-6;
/** Up to so many times every choice of what to count from the top is tried. */
const mostTried = 5;

/**
 * Rows that all whole people keep, and the parts of people a solver came to do not: of a pool that may give so many
 * people-days, seven people for 31 days each cannot be stretched to 7.3. One a pool, the one broken most.
 *
 * Each is a mixed-integer rounding of the row of days (Marchand and Wolsey, 2001): divided by a length, with some
 * times counted as people at home.
 */
export function wholePeopleCuts(condensed: Condensed, people: Float64Array): TimesRow[] {
  const { c } = condensed.model;
  const stretches = c.stretches.length;
  const days = daysOfStretches(condensed);
  return c.pools.flatMap((pool, p) => {
    const { mostPersonDays, teamSize = 1 } = pool;
    if (mostPersonDays === undefined) return [];
    const times = c.stretches.flatMap((_, t) => {
      const there = (people[p * stretches + t] ?? 0) / teamSize;
      return there > 0 ? [{ time: p * stretches + t, teams: there, days: (days[t] ?? 0) * teamSize }] : [];
    });
    if (!times.some(({ teams }) => Math.abs(teams - Math.round(teams)) > nearlyWhole)) return [];
    const cut = mostBroken(times, Math.floor(pool.people / teamSize), mostPersonDays);
    if (!cut) return [];
    const counted = times.map(({ time }, i) => ({ time, coefficient: (cut.coefficients[i] ?? 0) / teamSize }));
    return [{ times: counted.filter(({ coefficient }) => coefficient !== 0), most: cut.most }];
  });
}

export function daysOfStretches({ model: { c } }: Condensed): number[] {
  const days = c.stretches.map(() => 0);
  for (const slot of c.slots) days[slot.stretch] = slot.days;
  return days;
}

interface Time {
  readonly time: number;
  readonly teams: number;
  readonly days: number;
}

interface Cut {
  readonly coefficients: readonly number[];
  readonly most: number;
  readonly broken: number;
}

function mostBroken(times: readonly Time[], mostTeams: number, mostDays: number): Cut | undefined {
  let best: Cut | undefined;
  for (const fromTop of choices(times, mostTeams)) {
    for (const length of new Set(times.map((time) => time.days))) {
      for (const part of [1, 2, 3]) {
        const cut = roundedRow(times, mostTeams, mostDays, fromTop, length, part);
        if (cut && cut.broken > leastBroken && cut.broken > (best?.broken ?? 0)) best = cut;
      }
    }
  }
  return best;
}

/** Which times are counted as people at home: every choice where there are few, else those that most people serve in. */
function choices(times: readonly Time[], mostTeams: number): boolean[][] {
  if (times.length > mostTried) return [times.map(({ teams }) => teams > mostTeams / 2)];
  return Array.from({ length: 2 ** times.length }, (_, choice) => times.map((_t, i) => ((choice >> i) & 1) === 1));
}

/** The row of days divided by a part of a length, and rounded as whole people allow. All figures stay whole. */
function roundedRow(
  times: readonly Time[],
  mostTeams: number,
  mostDays: number,
  fromTop: readonly boolean[],
  length: number,
  part: number,
): Cut | undefined {
  let left = mostDays;
  for (const [i, { days }] of times.entries()) if (fromTop[i]) left -= days * mostTeams;
  const over = remainder(left * part, length);
  if (over === 0) return undefined;
  let most = (length - over) * Math.floor((left * part) / length);
  const coefficients: number[] = [];
  let [sum, size] = [0, 0];
  for (const [i, { days, teams }] of times.entries()) {
    const atHome = fromTop[i] ? rounded(-days * part, length, over) : 0;
    const coefficient = fromTop[i] ? -atHome : rounded(days * part, length, over);
    most -= atHome * mostTeams;
    coefficients.push(coefficient);
    sum += coefficient * teams;
    size += coefficient * coefficient;
  }
  return { coefficients, most, broken: (sum - most) / (Math.sqrt(size) || 1) };
}

const rounded = (days: number, length: number, over: number): number =>
  Math.floor(days / length) * (length - over) + Math.max(0, remainder(days, length) - over);

const remainder = (a: number, by: number): number => ((a % by) + by) % by;
