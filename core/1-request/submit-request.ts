import {
  type Act,
  type Fault,
  isRefusal,
  type PartyId,
  type Refusal,
  refuse,
  requestIdSchema,
  requestStream,
} from '@muster/terms';
import { z } from 'zod';
import type { RequestSubmitted } from './events.ts';
import { completeLine, type DraftLine, type LineVocabulary, lineFaults } from './line.ts';
import { ownOpenRequest } from './refusals.ts';
import { gatherRequest, type RequestState } from './state.ts';

const data = z.strictObject({ requestId: requestIdSchema });
type Data = z.infer<typeof data>;

export interface SubmitTools {
  readonly law: { readonly terms: LineVocabulary };
}

/** Asks in earnest: from here on the lines are fixed, and law, counsel and sovereigns answer to them. */
export const submitRequest: Act<'SubmitRequest', Data, RequestState, RequestSubmitted, SubmitTools> = {
  name: 'SubmitRequest',
  doc: 'Ask in earnest; refused, with every fault by its field, while any line lacks task, skill, place, period or priority.',
  who: ['requestingPlanner'],
  data,
  writes: (d) => requestStream(d.requestId),
  gather: gatherRequest,
  decide: (state, command, tools) => {
    const asked = `To submit the request "${command.data.requestId}".`;
    const request = ownOpenRequest(state, command.by.partyId, asked, command.data.requestId);
    if (isRefusal(request)) return request;
    if (request.status === 'submitted') {
      return refuse('REQUEST_UNCHANGED', {
        asked,
        why: `Version ${request.requestVersion} is submitted, and nothing has been amended since.`,
        allowed: 'Amend it first.',
      });
    }
    const { people, addresseeId } = request.heading;
    const faults = [
      ...addresseeFaults(addresseeId, tools.law.terms),
      ...requestFaults(request.lines, people, tools.law.terms),
    ];
    if (faults.length > 0) return incomplete(asked, faults, request.lines.length);

    const lines = request.lines.flatMap((line) => completeLine(line) ?? []);
    const requestVersion = request.status === 'drafted' ? 1 : request.requestVersion + 1;
    return [{ type: 'RequestSubmitted', version: 1, data: { ...request.heading, requestVersion, lines } }];
  },
};

const addresseeFaults = (addresseeId: PartyId, words: LineVocabulary): Fault[] =>
  words.parties.has(addresseeId)
    ? []
    : [{ field: 'addresseeId', problem: `names "${addresseeId}", which the law pack does not know` }];

function requestFaults(lines: readonly DraftLine[], people: number, words: LineVocabulary): Fault[] {
  const faults = lines.flatMap((line, i) => lineFaults(line, i, words));
  const seen = new Set<string>();
  for (const [i, line] of lines.entries()) {
    if (seen.has(line.lineId)) faults.push({ field: `lines.${i}.lineId`, problem: `repeats "${line.lineId}"` });
    seen.add(line.lineId);
  }
  const sum = lines.reduce((n, line) => n + line.people, 0);
  if (sum !== people) {
    faults.push({
      field: 'people',
      problem: `is ${people.toLocaleString('en-US')}, but the lines add up to ${sum.toLocaleString('en-US')}`,
    });
  }
  return faults;
}

function incomplete(asked: string, faults: Fault[], lineCount: number): Refusal {
  const missing = faults.filter((f) => f.problem.startsWith('is missing')).map((f) => f.field.split('.').at(-1));
  const what = [...new Set(missing)].map((field) => fieldWords[field ?? ''] ?? field);
  const why =
    what.length > 0
      ? `The request does not say ${list(what)} for every one of its ${lineCount === 1 ? 'lines (it has one)' : `${lineCount} lines`}.`
      : `${faults.length === 1 ? 'One part is' : `${faults.length} parts are`} not right: ${faults[0]?.field} ${faults[0]?.problem}.`;
  return refuse('REQUEST_INCOMPLETE', {
    asked,
    why,
    allowed: 'Amend every line to name a task, a skill, a place, a period and a priority, then submit again.',
    faults,
  });
}

const fieldWords: Record<string, string> = {
  taskId: 'the task',
  skillId: 'the skill',
  placeId: 'the place',
  period: 'the period',
  priority: 'the priority',
};

const list = (words: readonly (string | undefined)[]): string =>
  words.length < 2 ? `${words[0]}` : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
