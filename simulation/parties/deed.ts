export const lenders = ['north', 'south', 'isle'] as const;
export type Lender = (typeof lenders)[number];

/** Two requests ask for the same people. */
export const requestIds = ['req_a', 'req_b'] as const;
export type OneRequest = (typeof requestIds)[number];

export interface OneConsent {
  readonly partyId: Lender;
  readonly capacity: 'lender' | 'host';
}
export const consents: readonly OneConsent[] = [
  ...lenders.map((partyId) => ({ partyId, capacity: 'lender' }) as const),
  { partyId: 'south', capacity: 'host' },
  { partyId: 'north', capacity: 'host' },
];

/** Who speaks: mostly somebody who may; now and then the person who asked, counsel, or somebody of another party. */
export type Speaker = 'official' | 'deputy' | 'friend' | 'planner' | 'counsel' | 'stranger';

/** One thing somebody tries, in or out of turn. */
export type Deed =
  | { readonly do: 'draft' }
  | { readonly do: 'amend'; readonly tasks: readonly string[]; readonly people: number }
  | { readonly do: 'submit' }
  | { readonly do: 'derive' }
  | { readonly do: 'opine'; readonly cap: number | undefined; readonly speaker: Speaker }
  | { readonly do: 'seek'; readonly lenders: readonly Lender[] }
  | { readonly do: 'offer'; readonly lender: Lender; readonly people: number; readonly reserve: number }
  | {
      readonly do: 'grant';
      readonly consent: OneConsent;
      readonly speaker: Speaker;
      readonly people: number;
      readonly bars: string | undefined;
    }
  | { readonly do: 'refuse' | 'withdraw'; readonly consent: OneConsent; readonly speaker: Speaker }
  | {
      readonly do: 'nameStandIn';
      readonly lender: Lender;
      readonly namer: Speaker;
      readonly named: Speaker;
      readonly days: number;
      readonly mostPeople: number | undefined;
    }
  | { readonly do: 'endStandIn'; readonly namer: Speaker }
  /** `careless`: which limits the planner does not look at. The decider must. */
  | { readonly do: 'plan'; readonly careless: readonly Care[] }
  | { readonly do: 'commit' }
  | { readonly do: 'takeBack' };

export const cares = ['obstacles', 'line', 'pool', 'reserve', 'consent', 'condition'] as const;
export type Care = (typeof cares)[number];
