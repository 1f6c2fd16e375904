import type { Line } from '@muster/request/events';
import {
  type Act,
  type Capacity,
  dayOf,
  daySchema,
  decisionStream,
  type LineId,
  lineIdSchema,
  type PartyId,
  partyIdSchema,
  type ReadStream,
  refuse,
  requestIdSchema,
  somePeopleSchema,
} from '@muster/terms';
import { z } from 'zod';
import type { LawPort } from '../authority/law-port.ts';
import { resolveCapacity } from '../authority/resolve-need.ts';
import { serviceKindSchema } from '../authority/service-kind.ts';
import { counselCapacity, type Need, type ServiceKind } from '../authority/verdict.ts';
import { lawfulStretches, mayServe, verdictFor } from '../authority/verdict-for.ts';
import { consentKey } from '../binding/decision-picture.ts';
import type { ConsentsSought, DecisionFact, SoughtConsent } from '../events.ts';
import { type Opinion, opinionLacking } from '../review/current-opinion.ts';
import { gatherSubmitted, notAddressee, notSubmitted, type SubmittedRequest } from '../submitted-request.ts';

const data = z.strictObject({
  requestId: requestIdSchema,
  /** The kinds of service it is to be, of those for which authority was derived. */
  kinds: z.array(serviceKindSchema).min(1).max(10),
  /** Who is asked to lend, and how many each. */
  lenders: z
    .array(z.strictObject({ partyId: partyIdSchema, people: somePeopleSchema }))
    .min(1)
    .max(5000),
  /** Only these lines; all of them when absent. */
  lineIds: z.array(lineIdSchema).min(1).optional(),
  answerByOn: daySchema,
});
type Data = z.infer<typeof data>;

interface SeekState {
  readonly request: SubmittedRequest | undefined;
  readonly opinion: Opinion | undefined;
  /** Consents sought already for this version, as `party capacity`. */
  readonly sought: ReadonlySet<string>;
}

async function gather(read: ReadStream, d: Data): Promise<SeekState> {
  const request = await gatherSubmitted(read, d);
  const facts = (await read(decisionStream(d.requestId))).map((r) => r.fact as DecisionFact);
  const sought = facts.flatMap((f) =>
    f.type === 'ConsentsSought' && request && f.data.requestVersion >= request.sameSince
      ? f.data.consents.map((c) => consentKey(c.partyId, c.capacity))
      : [],
  );
  return { request, opinion: facts.findLast((f) => f.type === 'OpinionGiven')?.data, sought: new Set(sought) };
}

/** Derives from the law whose consent the lines need, and seeks each. */
export const seekConsents: Act<'SeekConsents', Data, SeekState, ConsentsSought, { law: LawPort }> = {
  name: 'SeekConsents',
  doc: 'Derive from the law whose consent the lines need for the lenders and kinds of service named, and seek each of them.',
  who: ['sourcingOfficer'],
  data,
  writes: (d) => decisionStream(d.requestId),
  gather,
  decide: ({ request, opinion, sought }, command, { law }) => {
    const asked = `To seek consents for the request "${command.data.requestId}" from ${command.data.lenders.length} lenders.`;
    if (!request) return notSubmitted(asked);
    const barred = notAddressee(request, command.by, asked);
    if (barred) return barred;
    const lacking = opinionLacking(opinion, request, dayOf(command.at), asked);
    if (lacking) return lacking;
    const unknown = command.data.lenders.filter((l) => !law.terms.parties.has(l.partyId)).map((l) => l.partyId);
    if (unknown.length > 0) {
      return refuse('DECISION_TERM_UNKNOWN', {
        asked,
        why: `The law pack ${law.pack} does not know the parties ${unknown.join(', ')}.`,
        allowed: 'Name lenders that the law pack knows.',
      });
    }
    const all = deriveConsents(request, command.data, opinion, law);
    if (all.length === 0) {
      return refuse('DECISION_NO_AUTHORITY', {
        asked,
        why: 'No line may be served by these kinds of service: the law forbids it, says nothing, or counsel has not cleared it.',
        allowed: 'Name another kind of service, or amend the lines.',
      });
    }
    const consents = all.filter((c) => !sought.has(consentKey(c.partyId, c.capacity)));
    if (consents.length === 0) {
      return refuse('CONSENT_ALREADY_SOUGHT', {
        asked,
        why: `All ${all.length} consents it needs have been sought for version ${request.requestVersion}.`,
        allowed: 'Wait for the answers, or name further lenders.',
      });
    }
    const { requestId, kinds, lenders, answerByOn } = command.data;
    const { requestVersion } = request;
    const lenderIds = lenders.map((l) => l.partyId);
    return [
      {
        type: 'ConsentsSought',
        version: 1,
        data: { requestId, requestVersion, pack: law.pack, kinds, lenderIds, consents, answerByOn },
      },
    ];
  },
};

/** What the law needs on any of the line's days on which it lets people serve. */
const needsOn = (
  line: Line,
  kind: ServiceKind,
  lenderId: PartyId,
  opinion: Opinion | undefined,
  law: LawPort,
): readonly Need[] =>
  lawfulStretches(law, line.period)
    .map((stretch) => verdictFor(law, kind, lenderId, line, stretch))
    .filter((verdict) => mayServe(verdict, opinion, line, kind))
    .flatMap((verdict) => verdict.needs);

interface Gathering {
  readonly partyId: PartyId;
  readonly capacity: Capacity;
  readonly lineIds: Set<LineId>;
  readonly policyIds: Set<string>;
  readonly lenders: Map<PartyId, number>;
}

function deriveConsents(
  request: SubmittedRequest,
  d: Data,
  opinion: Opinion | undefined,
  law: LawPort,
): SoughtConsent[] {
  const found = new Map<string, Gathering>();
  const lines = request.lines.filter((l) => !d.lineIds || d.lineIds.includes(l.lineId));
  for (const lender of d.lenders) {
    for (const line of lines) {
      for (const kind of d.kinds) {
        for (const need of needsOn(line, kind, lender.partyId, opinion, law)) {
          if (need.capacity === counselCapacity) continue;
          const { requesterId } = request;
          const parties = { lenderId: lender.partyId, requesterId, placeId: line.placeId };
          const partyId = resolveCapacity(law, need.capacity, parties);
          if (!partyId) continue;
          const key = consentKey(partyId, need.capacity);
          const one = found.get(key) ?? {
            partyId,
            capacity: need.capacity,
            lineIds: new Set(),
            policyIds: new Set(),
            lenders: new Map(),
          };
          found.set(key, one);
          one.lineIds.add(line.lineId);
          one.lenders.set(lender.partyId, lender.people);
          for (const id of need.policyIds) one.policyIds.add(id);
        }
      }
    }
  }
  return [...found.values()].map((one) => {
    const lent = [...one.lenders.values()].reduce((a, b) => a + b, 0);
    const needed = lines.filter((l) => one.lineIds.has(l.lineId)).reduce((n, l) => n + l.people, 0);
    const { partyId, capacity } = one;
    return {
      partyId,
      capacity,
      people: Math.min(lent, needed),
      lineIds: [...one.lineIds],
      policyIds: [...one.policyIds],
    };
  });
}
