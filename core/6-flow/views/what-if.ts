import {
  gatherSituation,
  type Hypothesis,
  hypothesisLacking,
  type LineStanding,
  type LineWhatIf,
  lineFates,
  whatIf,
} from '@muster/decision';
import { type LawPort, notSubmitted } from '@muster/decision/events';
import {
  type Capacity,
  type PartyId,
  type ReadStream,
  type Refusal,
  type RequestId,
  refuse,
  requestStream,
  type TaskId,
} from '@muster/terms';
import type { WhatIf } from './what-if-schema.ts';
import { tally, words } from './words.ts';

/** What the law makes of a hypothesis, line by line; or why that can't be said. */
export async function gatherWhatIf(
  read: ReadStream,
  requestId: RequestId,
  law: LawPort,
  hypothesis: Hypothesis,
): Promise<Omit<WhatIf, 'disclaimer'> | Refusal> {
  const asked = `To say what would follow for the request "${requestId}" if something were otherwise.`;
  if ((await read(requestStream(requestId))).length === 0) {
    const why = `There is no request "${requestId}".`;
    return refuse('REQUEST_UNKNOWN', { asked, why, allowed: 'Name a request that exists.' });
  }
  const situation = await gatherSituation(read, { requestId }, law);
  if (!situation) return notSubmitted(asked);
  const lacking = hypothesisLacking(situation, law, hypothesis);
  if (lacking) return lacking;
  const { lines, fallen, idle } = whatIf(situation, law, hypothesis);
  const { title, requestVersion } = situation.picture.request;
  const say = labels(law);
  return {
    requestId,
    title,
    requestVersion,
    pack: law.pack,
    supposed: supposedPart(hypothesis, say),
    idle: { parties: idle.parties.map(say.namedParty), tasks: idle.tasks.map(say.namedTask) },
    fallen: fallen.map(({ partyId, capacity, status, people }) => ({
      party: say.namedParty(partyId),
      capacity: say.namedCapacity(capacity),
      status,
      people,
    })),
    figures: figuresOf(lines),
    lines: lines.map((one) => linePart(one, say)),
    policies: policiesOf(lines),
  };
}

const labels = ({ terms }: LawPort) => {
  const say = words(terms);
  return {
    ...say,
    namedParty: (id: PartyId) => ({ id, name: say.party(id) }),
    namedCapacity: (id: Capacity) => ({ id, name: say.capacity(id) }),
    namedTask: (id: TaskId) => ({ id, name: terms.tasks.get(id)?.label ?? id }),
    place: (id: string) => ({ id, name: [...terms.places.values()].find((p) => p.placeId === id)?.name ?? id }),
  };
};
type Labels = ReturnType<typeof labels>;

function supposedPart({ refuses, barred, instead, onlyKinds }: Hypothesis, say: Labels): WhatIf['supposed'] {
  const fromKind = instead?.from && say.kind({ statusId: instead.from, delegationIds: [] });
  return {
    refuses: (refuses ?? []).map(say.namedParty),
    barred: (barred ?? []).map(say.namedTask),
    ...(instead && { instead: { ...(fromKind && { from: fromKind }), to: say.kind(instead.to) } }),
    onlyKinds: (onlyKinds ?? []).map(say.kind),
  };
}

function figuresOf(lines: readonly LineWhatIf[]): WhatIf['figures'] {
  const figure = (fate: LineWhatIf['fate']) => {
    const mine = lines.filter((one) => one.fate === fate);
    return { lines: mine.length, people: mine.reduce((n, { line }) => n + line.people, 0) };
  };
  return Object.fromEntries(lineFates.map((fate) => [fate, figure(fate)])) as WhatIf['figures'];
}

function linePart({ line, fate, before, after, reasons }: LineWhatIf, say: Labels): WhatIf['lines'][number] {
  const { lineId, title, people, taskId, placeId } = line;
  return {
    lineId,
    title,
    people,
    task: say.namedTask(taskId),
    place: say.place(placeId),
    fate,
    before: standingPart(before, say),
    after: standingPart(after, say),
    reasons: reasons.map(({ by, kind, relation, before: was, after: is, service, refusing, because }) => ({
      by,
      kind: say.kind(kind),
      relation,
      before: was,
      after: is,
      ...(service && { verdict: service.verdict.kind }),
      contested: service?.verdict.contested ?? false,
      refusing: refusing.map(({ partyId, capacity }) => ({
        party: say.namedParty(partyId),
        ...(capacity && { capacity: say.namedCapacity(capacity) }),
      })),
      policyIds: because.map((p) => p.policyId),
    })),
  };
}

function standingPart(
  { state, lenders, waiting, classes }: LineStanding,
  say: Labels,
): WhatIf['lines'][number]['before'] {
  return {
    state,
    lenders,
    waiting,
    services: classes.map(({ kind, relation, supposed, verdict, bar, needs, lenders: standings }) => ({
      kind: say.kind(kind),
      relation,
      supposed,
      verdict: verdict.kind,
      contested: verdict.contested,
      ...(bar && { bar }),
      needs: needs.map(({ capacity, parties }) => {
        const [[only] = []] = parties;
        return {
          capacity: say.namedCapacity(capacity),
          ...(parties.size === 1 && only && { party: say.namedParty(only) }),
          standings: tally(parties.values()),
        };
      }),
      lenders: tally(standings.values()),
      policyIds: verdict.because.map((p) => p.policyId),
    })),
  };
}

/** Every policy that some line names, once. */
function policiesOf(lines: readonly LineWhatIf[]): WhatIf['policies'] {
  const because = lines.flatMap(({ before, after }) =>
    [...before.classes, ...after.classes].flatMap((one) => one.verdict.because),
  );
  return [...new Map(because.map((p) => [p.policyId, { ...p }])).values()];
}
