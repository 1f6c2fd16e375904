import type { ExplainedNeed, ExplainedPart, ExplainedPolicy, Explanation } from '@muster/policy-cedar';
import { listed, verdictClause, wrapped } from './law-words.ts';

/** Why the law answers as it does, in sentences: the answer, whose consent, the ground of each part, how long. */
export function printLawWhy(explanation: Explanation): string {
  const { together, gate, task, asked, limits, policies } = explanation;
  const numbers = new Map(policies.map((policy, i) => [policy.policyId, i + 1]));
  const grounds = (part: ExplainedPart) =>
    policies
      .filter((policy) => part.because.includes(policy.policyId))
      .map((policy) => policyWords(policy, numbers.get(policy.policyId) ?? 0));
  const lines = [
    ...questionWords(explanation),
    '',
    wrapped(`Our reading: ${answerWords(together)}`, 0),
    ...needLines(explanation),
    '',
    wrapped(`The task, ${asked.task.label.toLowerCase()}: ${clause(task)}.`, 2),
    ...grounds(task),
    '',
    wrapped(`The status, how ${asked.status.label} comes into being: ${clause(gate)}.`, 2),
    ...grounds(gate),
    '',
    'How long it may last, and what ends it:',
    ...(limits.length === 0 ? ['  The pack names no limit for it.'] : limits.map(limitWords)),
    '',
    wrapped(`This is our reading; counsel decides. ${explanation.disclaimer}`, 0),
    `Law pack ${explanation.pack}, ${explanation.title}.`,
  ];
  return lines.join('\n');
}

function questionWords({ asked }: Explanation): string[] {
  const { status, delegations, task, place, lender, requester, on, relation, relationBy, hostConsent, code } = asked;
  const held = delegations.length > 0 ? ` with ${listed(delegations.map((d) => d.label))}` : '';
  const from = lender ? ` of the ${lender.label}` : '';
  const where = relation === 'home' ? 'at home' : 'away from home';
  const atHome = relation === 'home' && hostConsent === 'unanswered';
  const how = {
    lender: `They are ${where}.`,
    code: `They are taken to be ${where}, as the code ${code} is used.`,
    assumption: `No lender was named, so they are taken to be ${where}; name one with --lender.`,
  }[relationBy];
  const host = { given: 'has consented', refused: 'has refused', unanswered: 'has not answered yet' }[hostConsent];
  return [
    wrapped(
      `May people${from}, serving under ${status.label}${held}, do the task ${task.label} (${task.code}) in ${place.label} on ${on}?`,
      0,
    ),
    wrapped(`${how}${atHome ? '' : ` The host ${host}.`}${requester ? ` The ${requester.label} asks.` : ''}`, 0),
  ];
}

function answerWords(together: ExplainedPart): string {
  const needs = consenting(together.needs);
  switch (together.kind) {
    case 'permitted':
      return 'yes. No consent is needed.';
    case 'forbidden':
      return 'no. It is forbidden.';
    case 'noAuthority':
      return 'no. No authority was found, and silence is never a yes.';
    case 'needs':
      return together.contested
        ? `it is contested. Counsel must give an opinion first${needs.length > 0 ? `, and ${needs.length === 1 ? 'one party' : `${needs.length} offices`} must consent` : ''}.`
        : `yes, with consent of ${needs.length === 1 ? 'one office' : `${needs.length} offices`}.`;
  }
}

function needLines({ together, gate, task }: Explanation): string[] {
  if (together.needs.length === 0) return [];
  const asks = (part: ExplainedPart, need: ExplainedNeed) => part.needs.some((one) => one.capacity === need.capacity);
  return together.needs.map((need) => {
    const forWhat = [asks(gate, need) ? 'the status' : '', asks(task, need) ? 'the task' : ''].filter((w) => w !== '');
    return wrapped(`  - ${officeWords(need)}, for ${listed(forWhat)}`, 4);
  });
}

const clause = (part: ExplainedPart): string =>
  verdictClause(
    part,
    consenting(part.needs).map((need) => need.label),
  );
const consenting = (needs: readonly ExplainedNeed[]) => needs.filter((need) => need.capacity !== 'counsel');

function officeWords({ capacity, label, party }: ExplainedNeed): string {
  if (capacity === 'counsel') return 'Counsel, since the authority is contested';
  if (!party) return `${label} (whoever that is: name the lender or the requester)`;
  return party.label.includes(label) ? party.label : `${label} (${party.label})`;
}

function policyWords(policy: ExplainedPolicy, number: number): string {
  const { provision, effect, citation, confidence, inForceFrom, inForceTo, policyId, litigation, file, line } = policy;
  const until = inForceTo === undefined ? '' : ` until before ${inForceTo}`;
  const lead = `  ${number}. ${effect === 'forbid' ? 'Forbidden' : 'Permitted'} by ${provision.label}: ${citation}.`;
  const detail = `In force from ${inForceFrom}${until}; our confidence is ${confidence}; policy ${policyId} (${file}:${line}).`;
  const notes = litigation.map(({ on, words, later }) => {
    const when = on === undefined ? '' : `${on}${later ? ', later than the day asked about' : ''}: `;
    return wrapped(`     Litigation: ${when}${words}`, 7);
  });
  return [wrapped(lead, 5), wrapped(`     ${detail}`, 5), ...notes].join('\n');
}

const kindWords = {
  longest: 'at most',
  extension: 'extension of',
  step: 'a step at',
  tour: 'a tour of',
  rest: 'rest of',
  ratio: 'a ratio of',
  currency: 'renewed every',
  ends: 'what ends it',
} as const;

function limitWords({ kind, length, meaning, source, confidence, limitId }: Explanation['limits'][number]): string {
  const figure = length ? ` ${lengthWords(length)}` : '';
  return wrapped(`  - ${kindWords[kind]}${figure}: ${meaning} (${source}; confidence ${confidence}; ${limitId})`, 4);
}

function lengthWords({
  value,
  atLeast,
  unit,
}: {
  readonly value: number;
  readonly atLeast?: number;
  readonly unit: string;
}): string {
  if (unit === 'hoursOfWorkPerHourOfRest') return `${value} hours of work to 1 of rest`;
  const range = atLeast === undefined ? `${value}` : `${atLeast} to ${value}`;
  return `${range} ${unit}${value === 1 ? '' : 's'}`;
}
