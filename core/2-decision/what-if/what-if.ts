import type { Line } from '@muster/request/events';
import type { Capacity, PartyId, TaskId } from '@muster/terms';
import type { LawPort } from '../authority/law-port.ts';
import type { DecidingPolicy, Relation, ServiceKind } from '../authority/verdict.ts';
import type { Hypothesis } from './hypothesis.ts';
import { classKey, countOf, type LineStanding, lineStanding, type ServiceClass } from './line-standing.ts';
import type { Situation } from './situation.ts';
import { suppose } from './suppose.ts';
import { type PossibilityBar, whoHoldsBack } from './weigh-possibility.ts';

/**
 * What a hypothesis does to a line: it dies, comes alive (at once, or once the consents it then takes have come), has to
 * wait for consents, or waits for none any more; or it stays what it was.
 */
export const lineFates = ['dies', 'comesAlive', 'mustWait', 'waitsNoMore', 'livesOn', 'waitsOn', 'staysDead'] as const;
export type LineFate = (typeof lineFates)[number];

/**
 * Why a class of service serves a line otherwise than before: the law answers otherwise, or bars what would come in
 * (`law`); a condition of counsel bars it; the task is barred; consents fall; the kind goes out of use, or comes in.
 */
export interface ChangeReason {
  readonly by: PossibilityBar | 'consent' | 'notUsed' | 'comesIn';
  readonly kind: ServiceKind;
  readonly relation: Relation;
  /** Lenders whose people could serve or might yet, before and after. */
  readonly before: number;
  readonly after: number;
  /** The class as it is after; undefined where the kind is not used any more. */
  readonly service: ServiceClass | undefined;
  /** Who refuses, and in what office; as lender of its own people where the law asks for no consent of it. */
  readonly refusing: readonly { readonly partyId: PartyId; readonly capacity: Capacity | undefined }[];
  /** What decides: the policies that bar or permit it now, or that ask for the consents that fell. */
  readonly because: readonly DecidingPolicy[];
}

export interface LineWhatIf {
  readonly line: Line;
  readonly before: LineStanding;
  readonly after: LineStanding;
  readonly fate: LineFate;
  readonly reasons: readonly ChangeReason[];
}

/** A consent of the record that would fall, and how many people it was granted, or at least asked, for. */
export interface FallenConsent {
  readonly partyId: PartyId;
  readonly capacity: Capacity;
  readonly status: 'granted' | 'unanswered';
  readonly people: number;
}

export interface WhatIf {
  readonly lines: readonly LineWhatIf[];
  readonly fallen: readonly FallenConsent[];
  /** Parties supposed to refuse that nothing is asked of, and tasks supposed barred that no line has. */
  readonly idle: { readonly parties: readonly PartyId[]; readonly tasks: readonly TaskId[] };
}

/** Which lines live or die if the hypothesis were true: by law, counsel and consents alone, whatever the plan. */
export function whatIf(situation: Situation, law: LawPort, hypothesis: Hypothesis): WhatIf {
  const supposed = suppose(situation, hypothesis);
  const lines = situation.picture.request.lines.map((line) => {
    const before = lineStanding(situation, law, line);
    const after = lineStanding(supposed, law, line);
    return { line, before, after, fate: fateOf(before, after), reasons: reasonsFor(supposed, law, before, after) };
  });
  const { refuses = [], barred = [] } = hypothesis;
  const heard = partiesAsked(law, lines);
  return {
    lines,
    fallen: fallenConsents(situation, new Set(refuses)),
    idle: {
      parties: refuses.filter((partyId) => !heard.has(partyId)),
      tasks: barred.filter((taskId) => !lines.some(({ line }) => line.taskId === taskId)),
    },
  };
}

function fallenConsents({ picture }: Situation, refuses: ReadonlySet<PartyId>): FallenConsent[] {
  return [...picture.consents.values()].flatMap(({ partyId, capacity, people, state }): FallenConsent[] => {
    if (!refuses.has(partyId)) return [];
    if (state.status === 'granted') return [{ partyId, capacity, status: state.status, people: state.grant.people }];
    const isOpen = state.status === 'asked' || state.status === 'notAsked';
    return isOpen ? [{ partyId, capacity, status: 'unanswered', people }] : [];
  });
}

/** Whoever lends, hosts, or holds an office whose consent some line takes, before or after. */
function partiesAsked(law: LawPort, lines: readonly LineWhatIf[]): ReadonlySet<PartyId | undefined> {
  const classes = lines.flatMap(({ before, after }) => [...before.classes, ...after.classes]);
  const lenders = new Set(classes.flatMap((one) => [...one.lenders.keys()]));
  return new Set([
    ...lenders,
    ...[...lenders].map((lenderId) => law.terms.parties.get(lenderId)?.sovereignId),
    ...lines.map(({ line }) => law.terms.places.get(line.placeId)?.sovereignId),
    ...classes.flatMap((one) => one.needs.flatMap((need) => [...need.parties.keys()])),
  ]);
}

const unchanged = { lives: 'livesOn', waits: 'waitsOn', dead: 'staysDead' } as const;

function fateOf(before: LineStanding, after: LineStanding): LineFate {
  if (before.state === after.state) return unchanged[after.state];
  if (after.state === 'dead') return 'dies';
  if (before.state === 'dead') return 'comesAlive';
  return after.state === 'waits' ? 'mustWait' : 'waitsNoMore';
}

function reasonsFor(supposed: Situation, law: LawPort, before: LineStanding, after: LineStanding): ChangeReason[] {
  const earlier = new Map(before.classes.map((one) => [classKey(one), one]));
  const later = new Map(after.classes.map((one) => [classKey(one), one]));
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((key) => {
    const reason = reasonFor(supposed, law, earlier.get(key), later.get(key));
    return reason ? [reason] : [];
  });
}

function reasonFor(
  supposed: Situation,
  law: LawPort,
  before: ServiceClass | undefined,
  after: ServiceClass | undefined,
): ChangeReason | undefined {
  const { kind, relation } = (after ?? before) as ServiceClass;
  const none = { may: 0, could: 0 };
  const [was, is] = [before ? countOf(before) : none, after ? countOf(after) : none];
  // What comes in and may not serve is told too: it is why nothing takes the place of what went.
  if (was.may === is.may && was.could === is.could && (before || !after)) return undefined;
  const by = byWhat(before, after);
  const refusing = by === 'consent' && after ? refusingIn(supposed, law, after) : [];
  return {
    by,
    kind,
    relation,
    before: was.may + was.could,
    after: is.may + is.could,
    service: after,
    refusing,
    because: policiesBehind(by, after, refusing),
  };
}

function byWhat(before: ServiceClass | undefined, after: ServiceClass | undefined): ChangeReason['by'] {
  if (!after) return 'notUsed';
  if (after.bar) return after.bar;
  if (!before) return 'comesIn';
  return before.bar ?? 'consent';
}

function refusingIn(supposed: Situation, law: LawPort, { needs, lenders }: ServiceClass): ChangeReason['refusing'] {
  const asked = needs.flatMap(({ capacity, parties }) =>
    [...parties.keys()].flatMap((id) => (id && supposed.refusing.has(id) ? [{ partyId: id, capacity }] : [])),
  );
  const unasked = [...lenders.keys()]
    .flatMap((lenderId) => whoHoldsBack(supposed, law, lenderId) ?? [])
    .filter((id) => !asked.some((one) => one.partyId === id));
  return [...asked, ...[...new Set(unasked)].map((partyId) => ({ partyId, capacity: undefined }))];
}

function policiesBehind(
  by: ChangeReason['by'],
  after: ServiceClass | undefined,
  refusing: ChangeReason['refusing'],
): readonly DecidingPolicy[] {
  if (!after || by === 'task' || by === 'condition') return [];
  if (by !== 'consent') return after.verdict.because;
  const capacities = new Set(refusing.map(({ capacity }) => capacity));
  const ids = new Set(after.needs.filter((n) => capacities.has(n.capacity)).flatMap((n) => n.policyIds));
  return after.verdict.because.filter(({ policyId }) => ids.has(policyId));
}
