import type { Answer, Append } from '@muster/flow';
import { canonicalJson, type Recorded } from '@muster/terms';
import type { AnsweredCommand } from './answered-command.ts';
import type { Finding, Note } from './finding.ts';
import { firstDifference } from './first-difference.ts';

/** An event of a record, with its text and its number in the log. */
export interface Leaf {
  readonly leaf: number;
  readonly text: string;
  readonly event: Recorded;
  /** The same in the shape of today: what was written in an older one is compared so. */
  readonly known: Recorded;
}

/** The exact texts that a decision comes to when it is recorded; `last` is the last position of its own stream. */
export function textsOf(append: Append, last: number): string[] {
  const { commandId, at, by } = append;
  return [append, ...(append.alongside ?? [])].flatMap(({ stream, expectedPosition, facts }) => {
    const before = expectedPosition === 'any' ? last : expectedPosition;
    return facts.map((fact, i) => canonicalJson({ stream, position: before + i + 1, fact, at, by, commandId }));
  });
}

/** Holds what is recorded of one command against what the rules give, byte for byte. */
export function compareEvents(
  { commandId, answer }: AnsweredCommand,
  leaves: readonly Leaf[],
  append: Append,
  texts: readonly string[],
): { readonly findings: readonly Finding[]; readonly notes: readonly Note[] } {
  const byRules = JSON.parse(append.answer) as Answer;
  const refusedInRecord = leaves[0]?.event.fact.type === 'CommandRefused';
  if (byRules.outcome === 'refused' && !refusedInRecord) {
    const { outcome: _, commandId: __, ...refusal } = byRules;
    const findings = leaves.map((leaf): Finding => {
      const cited = refusal.policies?.map((p) => ` ${p.citation} (${p.policyId}).`).join('') ?? '';
      const words = `${nameOf(leaf)} should not be there: the rules refuse its command with ${refusal.code}. ${refusal.why}${cited}`;
      return { kind: 'refused', ...placeOf(leaf), words, refusal };
    });
    return { findings, notes: [] };
  }
  if (byRules.outcome === 'recorded' && refusedInRecord) {
    const findings = leaves.map((leaf): Finding => {
      const words = `${nameOf(leaf)} says that a command was refused which the rules allow.`;
      return { kind: 'allowed', ...placeOf(leaf), words };
    });
    return { findings, notes: [] };
  }
  if (byRules.outcome === 'refused' && leaves.length === 1 && onlyWordsDiffer(leaves[0] as Leaf, texts[0])) {
    const words = `Command ${commandId} was refused then as it would be now (${byRules.code}), in other words.`;
    return { findings: [], notes: [{ kind: 'otherWords', commandId, words }] };
  }
  const findings: Finding[] = [];
  // Stryker disable next-line EqualityOperator: beyond both there is nothing on either side
  for (let i = 0; i < Math.max(leaves.length, texts.length); i++) {
    const found = compareOne(leaves[i], texts[i], commandId);
    if (found) findings.push(found);
  }
  if (findings.length === 0 && answer !== append.answer) {
    const words = `Command ${commandId} was answered otherwise than the rules answer it, though its events are as they should be.`;
    findings.push({ kind: 'answer', commandId, words });
  }
  return { findings, notes: [] };
}

function compareOne(
  leaf: Leaf | undefined,
  text: string | undefined,
  commandId: Leaf['event']['commandId'],
): Finding | undefined {
  if (leaf?.text === text) return undefined;
  if (!leaf) {
    const { stream, position, fact } = JSON.parse(text as string) as Recorded;
    const words = `${fact.type}, position ${position} of ${stream}, is lacking: the rules give it for command ${commandId}, and the record does not hold it there.`;
    return { kind: 'lacking', stream, position, type: fact.type, commandId, words };
  }
  if (text === undefined) {
    const words = `${nameOf(leaf)} should not be there: the rules give no such event for its command.`;
    return { kind: 'surplus', ...placeOf(leaf), words };
  }
  const difference = firstDifference(leaf.known, JSON.parse(text));
  // Rules of today give the shape of today; the text of an older one was canonical in its own.
  if (!difference && leaf.known !== leaf.event && canonicalJson(leaf.event) === leaf.text) return undefined;
  const words = difference
    ? `${nameOf(leaf)} is not what the rules give: "${difference.path}" is ${short(difference.recorded)}, and by the rules ${short(difference.byRules)}.`
    : `${nameOf(leaf)} is not written in canonical form, so it is not the text that Muster records.`;
  return { kind: 'differs', ...placeOf(leaf), words };
}

/** Refusals say why in sentences, which may be better said by now; what decides is the code and the policies cited. */
function onlyWordsDiffer(leaf: Leaf, text: string | undefined): boolean {
  if (text === undefined || leaf.text === text) return false;
  return canonicalJson(wordless(leaf.event)) === canonicalJson(wordless(JSON.parse(text) as Recorded));
}

function wordless(event: Recorded): unknown {
  const { refusal, ...data } = event.fact.data as { refusal?: { code?: string; policies?: unknown } };
  const decided = { code: refusal?.code, policies: refusal?.policies };
  return { ...event, fact: { ...event.fact, data: { ...data, refusal: decided } } };
}

export const placeOf = ({ leaf, event: { stream, position, fact, commandId } }: Leaf) => ({
  leaf,
  stream,
  position,
  type: fact.type,
  commandId,
});

/** `Leaf 17 (ConsentGranted, position 2 of consent/…, by command cmd_…)` */
export const nameOf = ({ leaf, event: { stream, position, fact, commandId } }: Leaf): string =>
  `Leaf ${leaf} (${fact.type}, position ${position} of ${stream}, by command ${commandId})`;

function short(value: unknown): string {
  const text = value === undefined ? 'absent' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
