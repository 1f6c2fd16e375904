import type { PackTerms } from '../terms/read-terms.ts';

interface NamedEntity {
  readonly kind: 'place' | 'sovereign';
  readonly name: string;
  readonly known: ReadonlySet<string>;
}

/**
 * The places and sovereigns a policy names. Cedar can't enumerate them, since a place lies within
 * a sovereign, so a mistyped one is looked for here.
 */
export function entitiesIn(policy: unknown, terms: PackTerms): NamedEntity[] {
  const places = new Set<string>(terms.places.keys());
  const sovereigns = new Set<string>([...terms.parties.values()].map((party) => party.sovereignId));
  return typedIds(policy).flatMap(({ type, id }): NamedEntity[] => {
    if (type === 'Muster::Place') return [{ kind: 'place', name: id, known: places }];
    if (type === 'Muster::Sovereign') return [{ kind: 'sovereign', name: id, known: sovereigns }];
    return [];
  });
}

function typedIds(json: unknown): { readonly type: string; readonly id: string }[] {
  if (typeof json !== 'object' || json === null) return [];
  const { type, id } = json as { type?: unknown; id?: unknown };
  const own = typeof type === 'string' && typeof id === 'string' ? [{ type, id }] : [];
  return [...own, ...Object.values(json).flatMap(typedIds)];
}
