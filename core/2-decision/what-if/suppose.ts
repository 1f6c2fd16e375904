import { kindKey } from '../authority/service-verdict.ts';
import type { Hypothesis } from './hypothesis.ts';
import type { Asking, Situation } from './situation.ts';

/** The situation as it would be if the hypothesis were true. */
export function suppose(situation: Situation, hypothesis: Hypothesis): Situation {
  const { refuses = [], barred = [] } = hypothesis;
  return {
    ...situation,
    askings: situation.askings.map((asking) => ({ ...asking, kinds: kindsSupposed(asking.kinds, hypothesis) })),
    refusingHosts: new Set([...situation.refusingHosts, ...refuses]),
    refusing: new Set([...situation.refusing, ...refuses]),
    barred: new Set([...situation.barred, ...barred]),
  };
}

function kindsSupposed(kinds: Asking['kinds'], { instead, onlyKinds }: Hypothesis): Asking['kinds'] {
  const found = new Map(kinds.map((k) => [kindKey(k.kind), k]));
  if (instead) {
    const { from, to } = instead;
    // A kind the lenders were asked for anyway stays asked for.
    const comesIn = found.get(kindKey(to)) ?? { kind: to, supposed: true };
    const replaced = kinds.filter(({ kind }) => from === undefined || kind.statusId === from);
    for (const { kind } of replaced) found.delete(kindKey(kind));
    if (replaced.length > 0) found.set(kindKey(to), comesIn);
  }
  const only = onlyKinds && new Set(onlyKinds.map(kindKey));
  return [...found.values()].filter(({ kind }) => only?.has(kindKey(kind)) ?? true);
}
