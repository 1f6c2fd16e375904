import { type BindingPolicy, kindKey, type LawPort, type ServiceKind, weighService } from '@muster/decision/events';
import type { Day, PartyId, Period } from '@muster/terms';
import { linePeriods } from '../periods.ts';
import type { PlanningPicture } from '../planning-picture.ts';
import { mergeSelectors, type PickedUses } from './merge-selectors.ts';
import type { PlanProblem } from './plan-problem.ts';

type Bar = PlanProblem['bars'][number];
type Limit = PlanProblem['limits'][number];

/**
 * What law, counsel and sovereigns bar, and how many people their conditions allow, over all offers and lines. Whatever
 * is barred in the same words is one bar; whatever rests on the same condition is one limit.
 */
export function barsAndLimits(
  picture: PlanningPicture,
  law: LawPort,
  turning: readonly Day[],
): { readonly bars: Bar[]; readonly limits: Limit[] } {
  const barred = new Map<string, Gathered<Pick<Bar, 'barrier' | 'words'>>>();
  const bound = new Map<string, Gathered<BindingPolicy & { readonly mostPeople: number }>>();
  for (const { lenderId, kind } of kindsOffered(picture)) {
    for (const line of picture.request?.lines ?? []) {
      const pick = { lenderId, kind: kindKey(kind), lineId: line.lineId };
      for (const period of linePeriods(line, turning)) {
        const { bars, policies } = weighService(picture, law, { lenderId, line, kind, period });
        for (const { barrier, words } of bars) gather(barred, `${barrier} ${words}`, { barrier, words }, pick, period);
        for (const policy of policies) {
          const { mostPeople } = policy;
          if (mostPeople !== undefined) gather(bound, policy.policyId, { ...policy, mostPeople }, pick, period);
        }
      }
    }
  }
  const periods = new Map(picture.request?.lines.map((l) => [l.lineId as string, l.period]));
  const selectorsOf = ({ picked }: Gathered<unknown>) => mergeSelectors(picked.map((p) => onAllDays(p, periods)));
  return {
    bars: [...barred.values()]
      .flatMap((one) => selectorsOf(one).map((select) => ({ ...one.what, select })))
      .map((bar, i) => ({ barId: `${bar.barrier}.${i + 1}`, ...bar })),
    limits: [...bound.values()].map((one) => ({
      limitId: one.what.policyId,
      barrier: one.what.boundBy,
      selects: selectorsOf(one),
      mostPeople: one.what.mostPeople,
      words: one.what.words,
    })),
  };
}

/** Each lender with each kind of service its people could serve under. */
function kindsOffered({ offers }: PlanningPicture): { readonly lenderId: PartyId; readonly kind: ServiceKind }[] {
  return offers.flatMap(({ lenderId, pools }) => {
    const kinds = new Map(pools.flatMap((p) => p.kinds).map((kind) => [kindKey(kind), kind]));
    return [...kinds.values()].map((kind) => ({ lenderId, kind }));
  });
}

interface Gathered<What> {
  readonly what: What;
  readonly picked: (PickedUses & { readonly period: Period })[];
}

/** Adds uses to what is said of them; days that follow each other are taken together. */
function gather<What>(
  all: Map<string, Gathered<What>>,
  key: string,
  what: What,
  pick: Omit<PickedUses, 'period'>,
  period: Period,
): void {
  const { picked }: Gathered<What> = all.get(key) ?? { what, picked: [] };
  const last = picked.at(-1);
  const goesOn =
    last?.lenderId === pick.lenderId &&
    last.kind === pick.kind &&
    last.lineId === pick.lineId &&
    last.period.toOn === period.fromOn;
  if (goesOn) picked[picked.length - 1] = { ...pick, period: { fromOn: last.period.fromOn, toOn: period.toOn } };
  else picked.push({ ...pick, period });
  all.set(key, { what, picked });
}

/** Without its days where they are all that the line has. */
function onAllDays({ period, ...pick }: PickedUses, periods: ReadonlyMap<string, Period>): PickedUses {
  const whole = periods.get(pick.lineId);
  return whole?.fromOn === period?.fromOn && whole?.toOn === period?.toOn ? pick : { ...pick, period };
}
