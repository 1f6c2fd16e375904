import type { Line } from '@muster/request/events';
import type { Capacity, PartyId } from '@muster/terms';
import type { LawPort } from '../authority/law-port.ts';
import { kindKey } from '../authority/service-verdict.ts';
import type { Relation, ServiceKind, Verdict } from '../authority/verdict.ts';
import type { Situation } from './situation.ts';
import {
  type ConsentStanding,
  type Possibility,
  type PossibilityBar,
  type PossibilityStanding,
  possibilitiesOf,
} from './weigh-possibility.ts';

/** A consent that a class of service takes, and where it stands with each party that answers for it. */
export interface ClassNeed {
  readonly capacity: Capacity;
  readonly policyIds: readonly string[];
  readonly parties: ReadonlyMap<PartyId | undefined, ConsentStanding>;
}

/** The possibilities of a line that the law can't tell apart: one kind of service, at home or away. */
export interface ServiceClass {
  readonly kind: ServiceKind;
  readonly supposed: boolean;
  readonly relation: Relation;
  readonly verdict: Verdict;
  readonly bar: PossibilityBar | undefined;
  readonly needs: readonly ClassNeed[];
  readonly lenders: ReadonlyMap<PartyId, PossibilityStanding>;
}

/**
 * `lives`: some lender's people may serve, with every consent it takes. `waits`: the law lets some serve, and the consents
 * they lack can still come. `dead`: nobody may.
 */
export type LineState = 'lives' | 'waits' | 'dead';

export interface LineStanding {
  readonly state: LineState;
  /** How many lenders' people may serve. */
  readonly lenders: number;
  /** How many more could, if the consents they lack came. */
  readonly waiting: number;
  readonly classes: readonly ServiceClass[];
}

/** Where a line stands by law, counsel and consents, before anybody asks how many people there are. */
export function lineStanding(situation: Situation, law: LawPort, line: Line): LineStanding {
  const possibilities = possibilitiesOf(situation, law, line);
  const may = lendersWho(possibilities, (p) => p.standing === 'covered');
  const could = lendersWho(possibilities, canStillCome);
  const waiting = [...could].filter((lenderId) => !may.has(lenderId)).length;
  return {
    state: may.size > 0 ? 'lives' : waiting > 0 ? 'waits' : 'dead',
    lenders: may.size,
    waiting,
    classes: classesOf(possibilities),
  };
}

/** What was never sought doesn't come of itself; what is only supposed could not be sought yet. */
const canStillCome = ({ standing, supposed }: Pick<Possibility, 'standing' | 'supposed'>): boolean =>
  standing === 'waiting' || (standing === 'unsought' && supposed);

const lendersWho = (possibilities: readonly Possibility[], may: (p: Possibility) => boolean): ReadonlySet<PartyId> =>
  new Set(possibilities.filter(may).map((p) => p.lenderId));

/** How many lenders of a class may serve, and how many more could. */
export function countOf({ lenders, supposed }: ServiceClass): { readonly may: number; readonly could: number } {
  const all = [...lenders.values()];
  return {
    may: all.filter((standing) => standing === 'covered').length,
    could: all.filter((standing) => canStillCome({ standing, supposed })).length,
  };
}

export const classKey = ({ kind, relation }: Pick<Possibility, 'kind' | 'relation'>): string =>
  `${kindKey(kind)} ${relation}`;

function classesOf(possibilities: readonly Possibility[]): ServiceClass[] {
  const byClass = new Map<string, Possibility[]>();
  for (const one of possibilities) {
    const alike = byClass.get(classKey(one));
    if (alike) alike.push(one);
    else byClass.set(classKey(one), [one]);
  }
  return [...byClass.values()].map((alike) => {
    const [one] = alike as [Possibility];
    const { kind, relation, verdict, bar } = one;
    return {
      kind,
      relation,
      verdict,
      bar,
      supposed: alike.every((p) => p.supposed),
      needs: one.needs.map(({ capacity, policyIds }) => ({
        capacity,
        policyIds,
        parties: new Map(
          alike.flatMap((p) =>
            p.needs.flatMap((n) => (n.capacity === capacity ? [[n.partyId, n.standing] as const] : [])),
          ),
        ),
      })),
      lenders: new Map(alike.map((p) => [p.lenderId, p.standing])),
    };
  });
}
