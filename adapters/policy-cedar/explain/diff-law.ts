import type { Verdict } from '@muster/decision';
import type { Day } from '@muster/terms';
import { turningDays } from '../engine/time-slice.ts';
import type { LawBook } from './law-book.ts';
import { type ActName, askRow, plainPlace, type ServiceRow, serviceRows } from './matrix.ts';

/** A verdict as far as a comparison of packs shows it. */
export interface ToldVerdict {
  readonly kind: Verdict['kind'];
  readonly contested: boolean;
  readonly needs: readonly string[];
  readonly because: readonly { readonly policyId: string; readonly citation: string }[];
}

/** One kind of service at one act that the two packs judge differently, over a stretch of days. */
export interface VerdictChange {
  readonly code: string;
  readonly label: string;
  readonly act: ActName;
  readonly fromOn: Day;
  /** Undefined where it lasts as far as both packs look, or where only one day was asked about. */
  readonly toOn?: Day;
  readonly before: ToldVerdict;
  readonly after: ToldVerdict;
}

export interface IdChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

export interface LawDiff {
  readonly before: string;
  readonly after: string;
  /** The only day asked about; undefined where all days were. */
  readonly on?: Day;
  /** How many questions were put to each pack. */
  readonly questions: number;
  readonly verdicts: readonly VerdictChange[];
  /** The same verdict, resting on other policies. */
  readonly grounds: readonly VerdictChange[];
  readonly policies: IdChanges;
  readonly limits: IdChanges;
}

/** Which verdicts change from one pack to another: every kind of service, gate and task, on one day or on all. */
export function diffLaw(before: LawBook, after: LawBook, on?: Day): LawDiff {
  const days = on === undefined ? [...new Set([before, after].flatMap((b) => turningDays(b.policies)))].sort() : [on];
  const rows = pairRows(before, after);
  const acts: ActName[] = ['hold', ...new Set([...before.terms.tasks.keys(), ...after.terms.tasks.keys()])];
  const changes = rows.flatMap((pair) => acts.flatMap((act) => changesOf(before, after, pair, act, days)));
  const changed = changes.filter((one) => outcome(one.before) !== outcome(one.after));
  return {
    before: before.law.pack,
    after: after.law.pack,
    ...(on !== undefined && { on }),
    questions: rows.length * acts.length * days.length,
    verdicts: changed,
    grounds: changes.filter((one) => !changed.includes(one)),
    policies: idChanges(before.policies.map(asText), after.policies.map(asText)),
    limits: idChanges(
      (before.terms.limits ?? []).map((limit) => [limit.limitId, JSON.stringify(limit)]),
      (after.terms.limits ?? []).map((limit) => [limit.limitId, JSON.stringify(limit)]),
    ),
  };
}

interface RowPair {
  readonly code: string;
  readonly label: string;
  readonly before: ServiceRow | undefined;
  readonly after: ServiceRow | undefined;
}

/** A code means in each pack what that pack says it means. */
function pairRows(before: LawBook, after: LawBook): RowPair[] {
  const [old, young] = [before, after].map((book) => new Map(serviceRows(book).map((row) => [row.code, row])));
  return [...new Set([...(old?.keys() ?? []), ...(young?.keys() ?? [])])].map((code) => {
    const [was, is] = [old?.get(code), young?.get(code)];
    return { code, label: (is ?? was)?.label ?? code, before: was, after: is };
  });
}

function changesOf(
  before: LawBook,
  after: LawBook,
  pair: RowPair,
  act: ActName,
  days: readonly Day[],
): VerdictChange[] {
  const changes: VerdictChange[] = [];
  let open: VerdictChange | undefined;
  for (const on of days) {
    const [was, is] = [tell(before, pair.before, act, on), tell(after, pair.after, act, on)];
    if (open && whole(open.before) === whole(was) && whole(open.after) === whole(is)) continue;
    if (open) changes.push({ ...open, toOn: on });
    const { code, label } = pair;
    open = whole(was) === whole(is) ? undefined : { code, label, act, fromOn: on, before: was, after: is };
  }
  return open ? [...changes, open] : changes;
}

/** What a pack says; one that doesn't know the row or the task is silent on it. */
function tell(book: LawBook, row: ServiceRow | undefined, act: ActName, on: Day): ToldVerdict {
  if (!row) return { kind: 'noAuthority', contested: false, needs: [], because: [] };
  const { kind, contested, needs, because } = askRow(book.law, row, act, plainPlace(book), on);
  return {
    kind,
    contested,
    needs: needs.map(({ capacity }) => book.terms.capacities.get(capacity)?.label ?? 'Counsel'),
    because: because.map(({ policyId, citation }) => ({ policyId, citation })),
  };
}

const outcome = ({ kind, contested, needs }: ToldVerdict): string =>
  JSON.stringify([kind, contested, [...needs].sort()]);
const whole = (told: ToldVerdict): string => JSON.stringify([outcome(told), told.because]);

const asText = ({ deciding, text, litigation }: LawBook['policies'][number]): readonly [string, string] => [
  deciding.policyId,
  JSON.stringify([deciding, litigation, text]),
];

function idChanges(
  before: readonly (readonly [string, string])[],
  after: readonly (readonly [string, string])[],
): IdChanges {
  const [was, is] = [new Map(before), new Map(after)];
  return {
    added: [...is.keys()].filter((id) => !was.has(id)),
    removed: [...was.keys()].filter((id) => !is.has(id)),
    changed: [...is].filter(([id, text]) => was.has(id) && was.get(id) !== text).map(([id]) => id),
  };
}
