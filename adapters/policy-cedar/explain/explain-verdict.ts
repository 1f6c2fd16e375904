import {
  counselCapacity,
  type DecidingPolicy,
  resolveCapacity,
  type ServiceLimit,
  serviceVerdict,
  type Verdict,
} from '@muster/decision';
import type { Capacity, PartyId } from '@muster/terms';
import type { LitigationNote } from '../rules/litigation.ts';
import type { LawBook } from './law-book.ts';
import type { ServiceAsked } from './read-words.ts';

interface Named {
  readonly id: string;
  readonly label: string;
}

/** An office whose consent is needed, and who that is here. */
export interface ExplainedNeed {
  readonly capacity: string;
  readonly label: string;
  /** The party that answers; undefined where that hangs on a lender or requester who was not named. */
  readonly party?: Named;
  readonly policyIds: readonly string[];
}

/** One verdict of the law, without its policies: those are told once for all. */
export interface ExplainedPart {
  readonly kind: Verdict['kind'];
  readonly contested: boolean;
  readonly needs: readonly ExplainedNeed[];
  readonly because: readonly string[];
}

/** A deciding policy with the provision it stands in. */
export interface ExplainedPolicy extends Omit<DecidingPolicy, 'litigation'> {
  readonly provision: Named & { readonly citation: string };
  /** Where to read it in the pack, such as `law/us/emac/rule.cedar:12` without the folder of the pack. */
  readonly file: string;
  readonly line: number;
  /** `later` marks what had not yet happened on the day asked about: it bore on no verdict of that day. */
  readonly litigation: readonly (LitigationNote & { readonly later: boolean })[];
}

/** Why: both verdicts that make up the answer, what stands behind them, and how long service may last. */
export interface Explanation {
  readonly pack: string;
  readonly title: string;
  readonly disclaimer: string;
  readonly asked: {
    readonly code?: string;
    readonly status: Named;
    readonly delegations: readonly Named[];
    readonly task: Named & { readonly code: string };
    readonly place: Named;
    readonly lender?: Named;
    readonly requester?: Named;
  } & Pick<ServiceAsked, 'relation' | 'relationBy' | 'hostConsent' | 'on'>;
  /** The stricter of the two, with the needs of both. */
  readonly together: ExplainedPart;
  /** How the status comes into being. */
  readonly gate: ExplainedPart;
  readonly task: ExplainedPart;
  readonly policies: readonly ExplainedPolicy[];
  readonly limits: readonly ServiceLimit[];
}

export function explainVerdict(book: LawBook, asked: ServiceAsked): Explanation {
  const { law, terms, heading } = book;
  const { statusId, delegationIds, taskId, placeId, relation, relationBy, hostConsent, on, lenderId, requesterId } =
    asked;
  const service = { relation, placeId, on, hostConsent };
  const gate = law.verdict({ ...service, statusId, delegationIds, act: { kind: 'hold' } });
  const task = law.verdict({ ...service, statusId, delegationIds, act: { kind: 'task', taskId } });
  const together = serviceVerdict(law, { ...service, kind: { statusId, delegationIds }, taskId });
  const named = (id: string, label: string | undefined): Named => ({ id, label: label ?? id });
  const party = (id: PartyId) => named(id, terms.parties.get(id)?.name);
  const part = (verdict: Verdict) => explainPart(book, asked, verdict);
  const deciding = new Map([...task.because, ...gate.because].map((policy) => [policy.policyId, policy]));
  return {
    pack: law.pack,
    title: heading.title,
    disclaimer: heading.disclaimer.trim(),
    asked: {
      ...(asked.code !== undefined && { code: asked.code }),
      status: named(statusId, terms.statuses.get(statusId)?.label),
      delegations: delegationIds.map((id) => named(id, terms.delegations.get(id)?.label)),
      task: { ...named(taskId, terms.tasks.get(taskId)?.label), code: terms.tasks.get(taskId)?.code ?? '' },
      place: named(placeId, terms.places.get(placeId)?.name),
      ...(lenderId !== undefined && { lender: party(lenderId) }),
      ...(requesterId !== undefined && { requester: party(requesterId) }),
      relation,
      relationBy,
      hostConsent,
      on,
    },
    together: part(together),
    gate: part(gate),
    task: part(task),
    policies: [...deciding.keys()].flatMap((policyId) => explainPolicy(book, asked, policyId)),
    limits: limitsOn(book, asked),
  };
}

function explainPart(book: LawBook, asked: ServiceAsked, { kind, contested, needs, because }: Verdict): ExplainedPart {
  return {
    kind,
    contested,
    needs: needs.map(({ capacity, policyIds }) => {
      const party = partyFor(book, asked, capacity);
      const label = capacity === counselCapacity ? 'Counsel' : (book.terms.capacities.get(capacity)?.label ?? capacity);
      return { capacity, label, ...(party && { party }), policyIds };
    }),
    because: because.map((policy) => policy.policyId),
  };
}

function partyFor({ law, terms }: LawBook, asked: ServiceAsked, capacity: Capacity): Named | undefined {
  const { lenderId, requesterId, placeId } = asked;
  const resolves = terms.capacities.get(capacity)?.resolves;
  if ((resolves === 'lender' || resolves === 'lenderSovereign') && lenderId === undefined) return undefined;
  if (resolves === 'requester' && requesterId === undefined) return undefined;
  const unnamed = '' as PartyId;
  const parties = { lenderId: lenderId ?? unnamed, requesterId: requesterId ?? unnamed, placeId };
  const id = resolveCapacity(law, capacity, parties);
  return id === undefined ? undefined : { id, label: terms.parties.get(id)?.name ?? id };
}

function explainPolicy({ policies, provisions }: LawBook, { on }: ServiceAsked, policyId: string): ExplainedPolicy[] {
  const policy = policies.find((one) => one.deciding.policyId === policyId);
  const provision = provisions.find((one) => policy?.file.startsWith(`${one.id}/`));
  if (!policy || !provision) return [];
  const { id, title, citation } = provision;
  const litigation = policy.litigation.map((note) => ({ ...note, later: note.on !== undefined && note.on > on }));
  const { deciding, file, line } = policy;
  return [{ ...deciding, provision: { id, label: title, citation }, file, line, litigation }];
}

/** The limits that bind such service on that day. */
export function limitsOn(
  { terms }: Pick<LawBook, 'terms'>,
  { statusId, delegationIds, relation, on }: Pick<ServiceAsked, 'statusId' | 'delegationIds' | 'relation' | 'on'>,
): ServiceLimit[] {
  return (terms.limits ?? []).filter(
    (limit) =>
      limit.statusIds.includes(statusId) &&
      (limit.delegationIds.length === 0 || limit.delegationIds.some((id) => delegationIds.includes(id))) &&
      (limit.relation ?? relation) === relation &&
      limit.inForceFrom <= on &&
      (limit.inForceTo === undefined || on < limit.inForceTo),
  );
}
