import { consents, type Deed, lenders, type OneRequest, requestIds, type Speaker } from './parties/deed.ts';
import type { Chance } from './world/chance.ts';

/** A deed, or a chore, of a spine: about which request, and whether it comes at the very moment of the one before. */
export interface Planned {
  readonly what: Deed | { readonly do: 'keepDates'; readonly server: number };
  readonly of: OneRequest;
}

/**
 * What runs through a life while all else happens by chance: turn by turn some deeds that belong together, or that get in
 * each other's way at the same moment. Chance alone would seldom try them.
 */
export type Spine = readonly { readonly deeds: readonly Planned[]; readonly days: number }[];

const official = (): Speaker => 'official';

/** A request is changed, and asked for anew from the beginning. */
function renewal(c: Chance): Spine {
  const of = c.one(requestIds);
  const one = (...deeds: Deed[]) => ({ deeds: deeds.map((what) => ({ what, of })), days: 0 });
  return [
    one({ do: 'amend', tasks: c.some(['carry', 'heal', 'seize'], 1), people: c.whole(4, 12) }),
    one({ do: 'submit' }),
    one({ do: 'derive' }),
    one({ do: 'opine', cap: c.often(0.3) ? c.whole(1, 12) : undefined, speaker: 'counsel' }),
    one({ do: 'seek', lenders }),
    one(...consents.map((consent): Deed => grant(c, consent))),
    one({ do: 'plan', careless: [] }),
  ];
}

const grant = (c: Chance, consent: (typeof consents)[number], speaker = official()): Deed => ({
  do: 'grant',
  consent,
  speaker,
  people: c.whole(1, 12),
  bars: c.often(0.2) ? c.one(['carry', 'heal']) : undefined,
});

/** Two that cannot both have their way, at the same moment; twice. */
function duels(c: Chance): Spine {
  const [of, other] = c.often(0.5) ? requestIds : ([requestIds[1], requestIds[0]] as const);
  const consent = c.one(consents);
  const withdraw: Deed = { do: 'withdraw', consent, speaker: 'official' };
  const plan: Deed = { do: 'plan', careless: [] };
  const commit: Deed = { do: 'commit' };
  const both = (a: Deed, b: Deed, ofB = of) => ({
    deeds: [
      { what: a, of },
      { what: b, of: ofB },
    ],
    days: 0,
  });
  const all = [
    () => both(commit, commit, other),
    () => both(plan, plan, other),
    () => both(withdraw, plan),
    () => both(withdraw, commit),
    () => both(grant(c, consent), grant(c, consent)),
    () => both(grant(c, consent), { do: 'refuse', consent, speaker: 'official' }),
    () => both({ do: 'takeBack' }, commit),
    () => both(plan, commit),
    () => both({ do: 'opine', cap: c.whole(0, 3), speaker: 'counsel' }, plan),
    () => both({ do: 'submit' }, plan),
  ];
  return [c.one(all)(), both(plan, plan, other), c.one(all)(), both(commit, commit, other)];
}

/** Somebody is named to answer, answers, and is named no longer: at times all at once, and not always by whom one would wish. */
function deputies(c: Chance): Spine {
  const of = c.one(requestIds);
  const lender = c.one(lenders);
  const consent = { partyId: lender, capacity: 'lender' } as const;
  const namer: Speaker = c.one(['official', 'planner']);
  const name: Deed = {
    do: 'nameStandIn',
    lender,
    namer,
    named: 'deputy',
    days: c.whole(2, 20),
    mostPeople: c.whole(1, 12),
  };
  const answer = c.often(0.5) ? grant(c, consent, 'deputy') : ({ do: 'withdraw', consent, speaker: 'deputy' } as Deed);
  const end: Deed = { do: 'endStandIn', namer: 'official' };
  const turn = (...deeds: Deed[]) => ({ deeds: deeds.map((what) => ({ what, of })), days: 0 });
  return c.often(0.5)
    ? [turn(name), turn(answer, end)]
    : [turn(name), turn(answer), turn({ do: 'plan', careless: [] })];
}

/** Days go by in silence, and every server looks through its dates. */
function silence(c: Chance): Spine {
  const round = (days: number) => ({
    deeds: [0, 1, 2].map((server) => ({ what: { do: 'keepDates' as const, server }, of: requestIds[0] })),
    days,
  });
  return [round(c.whole(1, 3)), round(c.whole(1, 3)), round(c.whole(1, 3)), round(0)];
}

export const drawSpine = (chance: Chance): Spine =>
  chance.one([
    () => [],
    () => renewal(chance),
    () => duels(chance),
    () => duels(chance),
    () => deputies(chance),
    () => silence(chance),
  ])();
