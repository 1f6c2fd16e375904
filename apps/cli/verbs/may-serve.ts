import { type MayServe, mayServeNow } from '@muster/decision';
import { exitCodes, type House } from '@muster/house';
import { readWords } from '@muster/policy-cedar';
import { type Capacity, isRefusal, type PartyId, type RequestId } from '@muster/terms';
import { type Common, print, printJson, Stop, unknownRequest, withHouse } from '../session.ts';
import { wordsWrong } from './law.ts';
import { openBook } from './law-pack.ts';

interface Asked extends Common {
  readonly line: string;
  readonly lender: string;
  readonly status: string;
  readonly on: string;
  readonly delegation: readonly string[];
  readonly present: readonly string[];
  readonly serving: number;
}

/** The question of check-in, asked beforehand: nothing is recorded by asking. */
export async function mayServe(id: string, asked: Asked): Promise<void> {
  const answer = await withHouse(asked, (house) => askMayServe(house, id as RequestId, asked));
  if (asked.json) return printJson({ requestId: id, mayServe: true, ...answer });
  print(
    [
      `Yes: one more person of ${asked.lender} may serve on ${asked.line} on ${asked.on}.`,
      ...answer.because.map((p) => `  ${p.effect}: ${p.citation} (${p.policyId})`),
      ...answer.policies.map((p) => `  keeps to: ${p.policyId}`),
      'Our reading, not legal advice; counsel decides.',
    ].join('\n'),
  );
}

export async function askMayServe(house: House, requestId: RequestId, asked: Asked): Promise<MayServe> {
  const picture = await house.decided(requestId);
  if (!picture.request) throw unknownRequest(requestId);
  const line = picture.request.lines.find((l) => l.lineId === asked.line);
  if (!line) {
    const lineIds = picture.request.lines.map((l) => l.lineId).join(', ');
    const words = `The request has no line "${asked.line}"; its lines are ${lineIds}.`;
    throw new Stop('LINE_UNKNOWN', words, exitCodes.badInput);
  }
  const [pack = ''] = house.law.pack.split(' ');
  const book = openBook(pack);
  const { status, on, lender, delegation } = asked;
  const read = readWords(book, { status, on, lender, task: line.taskId, place: line.placeId, delegations: delegation });
  if ('faults' in read) throw wordsWrong(read.faults, pack, status);
  const unknown = asked.present.find((capacity) => !house.law.terms.capacities.has(capacity as Capacity));
  if (unknown !== undefined) {
    const known = [...house.law.terms.capacities.keys()].join(', ');
    const words = `--present: the pack ${house.law.pack} does not know the capacity "${unknown}"; it knows ${known}.`;
    throw new Stop('CAPACITY_UNKNOWN', words, exitCodes.badInput);
  }
  const { statusId, delegationIds } = read.asked;
  const answer = mayServeNow(picture, house.law, {
    lenderId: read.asked.lenderId as PartyId,
    line,
    kind: { statusId, delegationIds },
    on: read.asked.on,
    present: asked.present as readonly Capacity[],
    servingUnder: () => asked.serving,
  });
  if (isRefusal(answer)) {
    const cited = (answer.policies ?? []).map((p) => `\n  ${p.citation} (${p.policyId})`).join('');
    throw new Stop(answer.code, `No: ${answer.why} ${answer.allowed}${cited}`, exitCodes.refused, { refusal: answer });
  }
  return answer;
}
