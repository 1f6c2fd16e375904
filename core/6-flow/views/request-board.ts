import type { ConsentFact, DecisionFact, LawTerms } from '@muster/decision/events';
import { type PlanFact, plansMade } from '@muster/plan/events';
import type { RequestFact } from '@muster/request/events';
import type { StreamName } from '@muster/terms';
import type { AnyFact } from '../facts.ts';
import type { ViewContribution, ViewPart } from '../record-port.ts';

/** The view that answers: which requests are there, and how far is each? */
export const requestBoard = 'request-board';

/** What one stream of a request tells of it. */
type BoardPart =
  | {
      readonly from: 'request';
      readonly title: string;
      readonly requesterId: string;
      readonly status: string;
      readonly asked: number;
      readonly lines: Readonly<Record<string, number>>;
    }
  | { readonly from: 'decision'; readonly openLineIds: readonly string[] }
  | { readonly from: 'consent'; readonly capacity: string; readonly granted: number }
  | { readonly from: 'plan'; readonly planned: number; readonly short: number };

/** One request in the list of all. */
export interface RequestSummary {
  readonly requestId: string;
  readonly title: string;
  readonly requesterId: string;
  readonly requester: string;
  readonly status: string;
  readonly asked: number;
  readonly permitted: number;
  readonly consented: number;
  readonly planned: number;
  readonly short: number;
}

/** What a stream, as it now stands, contributes to the board; nothing for streams that are no request's. */
export function boardContribution(stream: StreamName, facts: readonly AnyFact[]): ViewContribution[] {
  const [kind, key] = stream.split('/');
  const part = key ? partOf(kind, facts) : undefined;
  return key && part ? [{ view: requestBoard, key, part }] : [];
}

function partOf(kind: string | undefined, facts: readonly AnyFact[]): BoardPart | undefined {
  switch (kind) {
    case 'request':
      return requestPart(facts as readonly RequestFact[]);
    case 'decision':
      return decisionPart(facts as readonly DecisionFact[]);
    case 'consent':
      return consentPart(facts as readonly ConsentFact[]);
    case 'plan':
      return planPart(facts as readonly PlanFact[]);
    default:
      return undefined;
  }
}

function requestPart(facts: readonly RequestFact[]): BoardPart | undefined {
  const submitted = facts.findLast((f) => f.type === 'RequestSubmitted');
  const heading = submitted ?? facts.findLast((f) => f.type === 'RequestDrafted');
  if (!heading) return undefined;
  const withdrawn = facts.some((f) => f.type === 'RequestWithdrawn');
  const { title, requesterId, people: asked } = heading.data;
  const lines = Object.fromEntries((submitted?.data.lines ?? []).map((l) => [l.lineId, l.people]));
  const status = withdrawn ? 'withdrawn' : submitted ? 'submitted' : 'drafted';
  return { from: 'request', title, requesterId, status, asked, lines };
}

function decisionPart(facts: readonly DecisionFact[]): BoardPart {
  const derived = facts.findLast((f) => f.type === 'AuthorityDerived');
  const open = derived?.data.classes.filter(
    (c) => (c.verdict === 'permitted' || c.verdict === 'needs') && !c.contested,
  );
  return { from: 'decision', openLineIds: [...new Set(open?.flatMap((c) => c.lineIds) ?? [])] };
}

function consentPart(facts: readonly ConsentFact[]): BoardPart | undefined {
  const last = facts.at(-1);
  if (!last) return undefined;
  return {
    from: 'consent',
    capacity: last.data.capacity,
    granted: last.type === 'ConsentGranted' ? last.data.people : 0,
  };
}

function planPart(facts: readonly PlanFact[]): BoardPart | undefined {
  const standing = plansMade(facts).at(-1)?.data;
  if (!standing) return undefined;
  const sum = (of: 'filled' | 'short') => standing.lines.reduce((n, l) => n + l[of], 0);
  return { from: 'plan', planned: sum('filled'), short: sum('short') };
}

/** Puts the parts of each request together. */
export function readBoard(parts: readonly ViewPart[], terms: LawTerms): RequestSummary[] {
  const byRequest = new Map<string, BoardPart[]>();
  for (const { key, part } of parts) byRequest.set(key, [...(byRequest.get(key) ?? []), part as BoardPart]);
  return [...byRequest].flatMap(([requestId, mine]) => {
    const request = mine.find((p) => p.from === 'request');
    if (!request) return [];
    const { title, status, asked, lines } = request;
    const open = mine.find((p) => p.from === 'decision')?.openLineIds ?? [];
    const plan = mine.find((p) => p.from === 'plan');
    return [
      {
        requestId,
        title,
        requesterId: request.requesterId,
        status,
        asked,
        requester:
          [...terms.parties.values()].find((p) => p.partyId === request.requesterId)?.name ?? request.requesterId,
        permitted: open.reduce((n, id) => n + (lines[id] ?? 0), 0),
        consented: mine.reduce((n, p) => n + (p.from === 'consent' && isLenders(p.capacity, terms) ? p.granted : 0), 0),
        planned: plan?.planned ?? 0,
        short: plan?.short ?? asked,
      },
    ];
  });
}

function isLenders(capacity: string, terms: LawTerms): boolean {
  const rule = [...terms.capacities.values()].find((c) => c.capacity === capacity);
  return rule?.resolves === 'lender' || rule?.resolves === 'lenderSovereign';
}
