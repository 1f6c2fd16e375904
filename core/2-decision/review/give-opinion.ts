import {
  type Act,
  daySchema,
  decisionStream,
  lineIdSchema,
  type PersonId,
  type ReadStream,
  type Refusal,
  refuse,
  requestIdSchema,
  sourceSchema,
  statusIdSchema,
} from '@muster/terms';
import { z } from 'zod';
import type { LawPort } from '../authority/law-port.ts';
import type { DecisionFact, OpinionGiven } from '../events.ts';
import { gatherSubmitted, notSubmitted, type SubmittedRequest } from '../submitted-request.ts';
import type { Work } from '../worked-on.ts';
import { lineConditionSchema } from './condition.ts';
import { type CriterionFinding, criteria, criterionFindingSchema } from './criterion.ts';
import { gatherParts, notReviewer } from './not-reviewer.ts';

const data = z.strictObject({
  requestId: requestIdSchema,
  requestVersion: z.int().min(1),
  outcome: z.enum(['concur', 'concurWithConditions', 'doNotConcur']),
  criteria: z.array(criterionFindingSchema).max(criteria.length),
  conditions: z.array(lineConditionSchema).max(200),
  clears: z.array(z.strictObject({ lineId: lineIdSchema, statusId: statusIdSchema })).max(2000),
  lapsesOn: daySchema,
  words: z.string().min(3).max(4000),
  source: sourceSchema,
});
type Data = z.infer<typeof data>;

interface ReviewState {
  readonly request: SubmittedRequest | undefined;
  readonly derivedVersion: number | undefined;
  /** Who asked for it, or consented to it, with the event that shows it. */
  readonly work: ReadonlyMap<PersonId, Work>;
}

async function gather(read: ReadStream, d: Data): Promise<ReviewState> {
  const request = await gatherSubmitted(read, d);
  const facts = (await read(decisionStream(d.requestId))).map((r) => r.fact as DecisionFact);
  const derived = facts.findLast((f) => f.type === 'AuthorityDerived');
  return { request, derivedVersion: derived?.data.requestVersion, work: await gatherParts(read, d.requestId, facts) };
}

/** Counsel's review: six criteria, each with evidence, and conditions that bind every later step. */
export const giveOpinion: Act<'GiveOpinion', Data, ReviewState, OpinionGiven, { law: LawPort }> = {
  name: 'GiveOpinion',
  doc: "Give counsel's opinion on the exact version read: the six criteria with evidence, and conditions that bind the plan.",
  who: ['counsel'],
  data,
  writes: (d) => decisionStream(d.requestId),
  gather,
  decide: ({ request, derivedVersion, work }, command, { law }) => {
    const { data: opinion, by } = command;
    const asked = `To give an opinion on version ${opinion.requestVersion} of the request "${opinion.requestId}".`;
    if (!request) return notSubmitted(asked);
    if (by.partyId === request.requesterId) {
      return refuse('REVIEW_SAME_PARTY', {
        asked,
        why: `${by.partyId} is the party that asks; whoever asks does not decide.`,
        allowed: `Counsel of ${request.addresseeId} may give an opinion.`,
      });
    }
    const barred = notReviewer(work, command.by.personId, request.addresseeId, asked);
    if (barred) return barred;
    if (by.partyId !== request.addresseeId) {
      return refuse('REVIEW_NOT_YOURS', {
        asked,
        why: `The request is addressed to ${request.addresseeId}, not to ${by.partyId}.`,
        allowed: `Counsel of ${request.addresseeId} may give an opinion.`,
      });
    }
    if (opinion.requestVersion !== request.requestVersion) {
      return refuse('REVIEW_OTHER_VERSION', {
        asked,
        why: `Version ${request.requestVersion} is the one submitted now.`,
        allowed: `Read version ${request.requestVersion} and give an opinion on that.`,
      });
    }
    if (derivedVersion === undefined || derivedVersion < request.sameSince) {
      return refuse('DECISION_AUTHORITY_NOT_DERIVED', {
        asked,
        why: `Authority has not been derived for version ${request.requestVersion}.`,
        allowed: 'Derive authority first: counsel reads what the law says line by line.',
      });
    }
    return (
      missingCriteria(asked, opinion.criteria) ??
      missingConditions(asked, opinion) ??
      unknownLines(asked, opinion, request) ??
      unknownTerms(asked, opinion, law) ?? [{ type: 'OpinionGiven', version: 1, data: opinion }]
    );
  },
};

function missingCriteria(asked: string, findings: readonly CriterionFinding[]): Refusal | undefined {
  const missing = criteria.filter((c) => !findings.some((f) => f.criterion === c && f.evidence.trim().length >= 10));
  if (missing.length === 0) return undefined;
  return refuse('REVIEW_CRITERION_MISSING', {
    asked,
    why: `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not found with evidence.`,
    allowed: `Find each of the six criteria (${criteria.join(', ')}) and say in at least ten letters what the finding rests on.`,
    faults: missing.map((c) => ({ field: `criteria.${c}`, problem: 'is missing, or has no evidence' })),
  });
}

function missingConditions(asked: string, opinion: Data): Refusal | undefined {
  const conditional = opinion.outcome === 'concurWithConditions';
  if (conditional === opinion.conditions.length > 0) return undefined;
  return refuse('REVIEW_CONDITION_MISSING', {
    asked,
    why: conditional
      ? 'It concurs with conditions, but states none.'
      : `It states conditions, but its outcome is "${opinion.outcome}".`,
    allowed: 'State at least one condition with concurWithConditions, and none otherwise.',
  });
}

function unknownLines(asked: string, opinion: Data, request: SubmittedRequest): Refusal | undefined {
  const known = new Set(request.lines.map((l) => l.lineId));
  const named = [...opinion.conditions.flatMap((c) => c.lineIds), ...opinion.clears.map((c) => c.lineId)];
  const unknown = named.filter((id) => !known.has(id));
  if (unknown.length === 0) return undefined;
  return refuse('DECISION_TERM_UNKNOWN', {
    asked,
    why: `The request has no line ${unknown.join(', ')}.`,
    allowed: `Its lines are ${[...known].join(', ')}.`,
  });
}

function unknownTerms(asked: string, { conditions, clears }: Data, { terms, pack }: LawPort): Refusal | undefined {
  const statusIds = [...conditions.flatMap((c) => c.barredStatusIds ?? []), ...clears.map((c) => c.statusId)];
  const unknown = [
    ...statusIds.filter((id) => !terms.statuses.has(id)).map((id) => `the status "${id}"`),
    ...conditions
      .flatMap((c) => c.requiredDelegationIds ?? [])
      .filter((id) => !terms.delegations.has(id))
      .map((id) => `the delegation "${id}"`),
    ...conditions
      .flatMap((c) => c.presentCapacities ?? [])
      .filter((id) => !terms.capacities.has(id))
      .map((id) => `the capacity "${id}"`),
  ];
  if (unknown.length === 0) return undefined;
  return refuse('DECISION_TERM_UNKNOWN', {
    asked,
    why: `The law pack ${pack} does not know ${[...new Set(unknown)].join(', ')}.`,
    allowed: 'Use the words of the law pack, as its terms list them.',
  });
}
