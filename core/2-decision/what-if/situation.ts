import { decisionStream, type PartyId, type ReadStream, type RequestId, type TaskId } from '@muster/terms';
import type { LawPort } from '../authority/law-port.ts';
import type { ServiceKind } from '../authority/verdict.ts';
import { type DecisionPicture, gatherDecision } from '../binding/decision-picture.ts';
import type { DecisionFact } from '../events.ts';
import type { SubmittedRequest } from '../submitted-request.ts';

/** Lenders that are asked together, and the kinds of service they are asked for. */
export interface Asking {
  readonly lenderIds: readonly PartyId[];
  /** `supposed` marks a kind that nobody was asked for: its consents can still be sought. */
  readonly kinds: readonly { readonly kind: ServiceKind; readonly supposed: boolean }[];
}

/** All that decides which lines may be served: as the record has it, or as it is supposed to be. */
export interface Situation {
  readonly picture: DecisionPicture & { readonly request: SubmittedRequest };
  readonly askings: readonly Asking[];
  /** Sovereigns that refuse as hosts, by the record or by supposition: the law is asked as of a host that refuses. */
  readonly refusingHosts: ReadonlySet<PartyId>;
  /** Parties that are supposed to refuse everything asked of them. */
  readonly refusing: ReadonlySet<PartyId>;
  /** Tasks that are supposed to be barred. */
  readonly barred: ReadonlySet<TaskId>;
}

/** The situation as the record has it; undefined while no request stands submitted. */
export async function gatherSituation(
  read: ReadStream,
  { requestId }: { readonly requestId: RequestId },
  law: LawPort,
): Promise<Situation | undefined> {
  const picture = await gatherDecision(read, { requestId });
  const { request, consents } = picture;
  if (!request) return undefined;
  const decided = (await read(decisionStream(requestId))).map((r) => r.fact as DecisionFact);
  const hostsThatRefused = [...consents.values()].filter(
    ({ capacity, state }) =>
      state.status === 'refused' && law.terms.capacities.get(capacity)?.resolves === 'hostSovereign',
  );
  return {
    picture: { ...picture, request },
    askings: decided.flatMap((f) =>
      f.type === 'ConsentsSought' && f.data.requestVersion >= request.sameSince
        ? [{ lenderIds: f.data.lenderIds, kinds: f.data.kinds.map((kind) => ({ kind, supposed: false })) }]
        : [],
    ),
    refusingHosts: new Set(hostsThatRefused.map((c) => c.partyId)),
    refusing: new Set(),
    barred: new Set(),
  };
}
