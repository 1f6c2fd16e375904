import type { WhatIf } from '@muster/flow';
import { listed } from './law-words.ts';

type Line = WhatIf['lines'][number];
type Reason = Line['reasons'][number];
type Service = Line['after']['services'][number];

/** A reason as it is told once, for all lines that share it. */
export interface ToldReason {
  readonly words: string;
  readonly policies: WhatIf['policies'];
  readonly lines: ReadonlySet<Line>;
}

/** Every reason once, in the order of the lines. */
export function reasonsOf({ lines, policies }: Pick<WhatIf, 'lines' | 'policies'>): ToldReason[] {
  const alike = new Map<string, { readonly reason: Reason; readonly line: Line }[]>();
  for (const line of lines) {
    for (const reason of line.reasons)
      alike.set(keyOf(reason), [...(alike.get(keyOf(reason)) ?? []), { reason, line }]);
  }
  return [...alike.values()].map((told) => {
    const { reason } = told[0] as { readonly reason: Reason };
    const where = [...new Set(told.map((one) => (one.reason.relation === 'home' ? 'at home' : 'away')))].sort();
    return {
      words: `${reason.kind}, ${listed(where.reverse())}: ${becauseWords(reason, told)}`,
      policies: reason.policyIds.flatMap((id) => policies.find((policy) => policy.policyId === id) ?? []),
      lines: new Set(told.map((one) => one.line)),
    };
  });
}

const keyOf = ({ relation: _, before, after, ...reason }: Reason): string =>
  JSON.stringify([reason, before > 0, after > 0]);

function becauseWords(reason: Reason, told: readonly { readonly reason: Reason; readonly line: Line }[]): string {
  switch (reason.by) {
    case 'law':
      return `${reason.before > 0 ? 'once the host refuses, ' : ''}${lawClause(reason)}`;
    case 'condition':
      return 'a condition of counsel bars it';
    case 'task':
      return 'the task is barred, as supposed';
    case 'notUsed':
      return 'it is not used any more';
    case 'consent':
      return refusingWords(reason);
    case 'comesIn':
      return comesInWords(told.flatMap(({ reason: one, line }) => line.after.services.filter((s) => isOf(s, one))));
  }
}

const isOf = (service: Service, { kind, relation }: Reason): boolean =>
  service.kind === kind && service.relation === relation;

/** What the law says that bars a service. */
export function lawClause({ verdict, contested }: Pick<Reason, 'verdict' | 'contested'>): string {
  if (verdict === 'forbidden') return 'the law forbids it';
  if (contested) return 'the law is contested, and counsel has not answered for it';
  return verdict === 'noAuthority' ? 'no authority was found, and silence is never a yes' : 'the law permits it';
}

function refusingWords({ refusing }: Reason): string {
  const who = refusing.map(({ party, capacity }) =>
    capacity ? `the ${party.name} as ${capacity.name}` : `the ${party.name}, whose people they are`,
  );
  return `${listed(who)} ${refusing.length === 1 ? 'refuses' : 'refuse'}`;
}

function comesInWords(services: readonly Service[]): string {
  const needs = services.flatMap((service) => service.needs);
  return needs.length === 0
    ? 'it comes in, and takes no consent'
    : `it comes in, with the consents of ${needWords(needs)}`;
}

type Need = Service['needs'][number];

/** Whose consents, and where they stand; a party is named where it is the same for all. */
export function needWords(needs: readonly Need[]): string {
  return listed(
    [...new Set(needs.map((need) => need.capacity.name))].map((capacity) => {
      const mine = needs.filter((need) => need.capacity.name === capacity);
      const parties = new Set(mine.map((need) => need.party?.name));
      const [only] = parties;
      const stands = listed([...new Set(mine.flatMap((n) => Object.keys(n.standings)))].map((s) => wordsOf[s] ?? s));
      return `${capacity} (${parties.size === 1 && only ? `${only}: ` : ''}${stands})`;
    }),
  );
}

const wordsOf: Readonly<Record<string, string>> = {
  granted: 'granted',
  unanswered: 'not answered yet',
  notSought: 'never sought for it',
  refused: 'refused',
  lapsed: 'lapsed in silence',
  withdrawn: 'withdrawn',
  limited: 'granted, but not for this',
};
