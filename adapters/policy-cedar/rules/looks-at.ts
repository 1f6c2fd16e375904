/**
 * What can change a policy's answer. Two questions that agree in all of it get the same answer, so
 * that one of them need not be asked. Where a policy is written in a way not known here, it looks at everything.
 */
export interface LooksAt {
  /** The only status it speaks of; undefined where it speaks of more than one. */
  readonly statusId?: string;
  readonly relation: boolean;
  readonly hostConsented: boolean;
  readonly hostRefused: boolean;
  readonly delegations: ReadonlySet<string> | 'all';
  /** Places and sovereigns it names. */
  readonly places: ReadonlySet<string>;
}

type Json = Readonly<Record<string, unknown>>;

/** Reads it from Cedar's own JSON form of the policy. */
export function looksAt(policy: unknown, places: Iterable<string>): LooksAt {
  const { principal, conditions } = policy as { principal: Json; conditions: unknown };
  const found = { words: new Set<string>(), delegations: new Set<string>(), everything: false };
  walk(conditions, found);
  const sees = (word: string) => found.everything || found.words.has(word);
  const only = principal.op === '==' ? (principal.entity as { id?: string } | undefined)?.id : undefined;
  return {
    ...(only !== undefined && { statusId: only }),
    relation: sees('home') || sees('away'),
    hostConsented: sees('hostConsented'),
    hostRefused: sees('hostRefused'),
    delegations: sees('delegations') ? 'all' : found.delegations,
    places: new Set(places),
  };
}

interface Found {
  readonly words: Set<string>;
  readonly delegations: Set<string>;
  everything: boolean;
}

function walk(node: unknown, found: Found): void {
  if (typeof node !== 'object' || node === null) return;
  const json = node as Json;
  const held = delegationsAskedFor(json);
  if (held) {
    for (const id of held) found.delegations.add(id);
    return;
  }
  const word = contextWord(json['.']) ?? contextWord(json.has);
  if (word !== undefined) {
    found.words.add(word);
    return;
  }
  if (json.Var === 'context') found.everything = true;
  for (const part of Object.values(json)) walk(part, found);
}

/** `context.home` names `home`. */
function contextWord(node: unknown): string | undefined {
  const { left, attr } = (node ?? {}) as { left?: Json; attr?: unknown };
  return left?.Var === 'context' && typeof attr === 'string' ? attr : undefined;
}

/** The delegations named in `context.delegations.contains(…)` and its like, where they are named outright. */
function delegationsAskedFor(json: Json): string[] | undefined {
  for (const call of ['contains', 'containsAny', 'containsAll']) {
    const { left, right } = (json[call] ?? {}) as { left?: Json; right?: Json };
    if (contextWord(left?.['.']) !== 'delegations') continue;
    const values = Array.isArray(right?.Set) ? (right.Set as unknown[]) : [right];
    const ids = values.map((value) => (value as { Value?: { __entity?: { id?: string } } })?.Value?.__entity?.id);
    return ids.every((id) => id !== undefined) ? ids : undefined;
  }
  return undefined;
}
