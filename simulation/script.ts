import { cares, consents, type Deed, lenders, type OneRequest, requestIds, type Speaker } from './parties/deed.ts';
import { drawSpine, type Spine } from './spines.ts';
import type { Chance } from './world/chance.ts';
import { calm, type Weather } from './world/network.ts';

/** What befalls the machines, at whatever they are doing. */
export type Fault =
  | { readonly do: 'serverDies'; readonly server: number; readonly forMs: number }
  | { readonly do: 'databaseDies'; readonly forMs: number }
  | { readonly do: 'clockIsSet'; readonly server: number; readonly days: number };

/** What a server does of its own accord, for every request. */
export type Chore = { readonly do: 'keepDates' | 'keepLog'; readonly server: number };

export interface Step {
  /** Names the command it gives, so that leaving out other steps leaves this one as it was. */
  readonly id: string;
  readonly what: Deed | Fault | Chore;
  readonly of: OneRequest;
  /** How long after the turn began. */
  readonly afterMs: number;
  /** Whom it asks first. */
  readonly server: number;
  /** Whoever gives it does not stay for the answer, and never asks again. */
  readonly leaves: boolean;
}

/** The steps of one turn overlap; then so many days go by. */
export interface Turn {
  readonly steps: readonly Step[];
  readonly days: number;
}

/** A life, before chance on the way has its say. */
export interface Script {
  /** Which of the beginnings there are. */
  readonly beginning: number;
  readonly weather: Weather;
  /** Whether a log is kept: signing costs as much as a life, so it is in a share of them. */
  readonly log: boolean;
  /** Whether plans are the solver's, proved and with reasons, and not made by hand: solving costs as much as ten lives. */
  readonly solves: boolean;
  /** Whether the law is read from rules by the real engine, and not the toy country's own function. */
  readonly rules: boolean;
  /** By how many days each server's clock is wrong. */
  readonly clocks: readonly number[];
  readonly turns: readonly Turn[];
}

export const servers = 3;
/** How many ways to begin there are: what has gone before when a life begins. */
export const beginnings = 96;

export function drawScript(chance: Chance): Script {
  const spine = drawSpine(chance);
  const log = chance.often(0.06);
  const turns = Math.max(spine.length, chance.whole(2, 6));
  return {
    beginning: chance.whole(0, beginnings - 1),
    weather: drawWeather(chance),
    log,
    solves: chance.often(0.005),
    rules: chance.apart('rules').often(0.5),
    clocks: chance.often(0.3) ? Array.from({ length: servers }, () => chance.whole(-30, 30)) : [],
    turns: Array.from({ length: turns }, (_, t) => drawTurn(chance, t, spine[t], log)),
  };
}

function drawWeather(chance: Chance): Weather {
  if (chance.often(0.25)) return calm;
  const some = (most: number) => (chance.often(0.5) ? chance.next() * most : 0);
  return { drops: some(0.06), doubles: some(0.15), lates: some(0.1), deaths: some(0.08) };
}

function drawTurn(chance: Chance, t: number, rib: Spine[number] | undefined, log: boolean): Turn {
  const rush = chance.often(0.5);
  const step = (name: string, what: Step['what'], of: OneRequest, mostMs: number): Step => ({
    id: `t${t}-${name}`,
    what,
    of,
    afterMs: chance.whole(0, mostMs),
    server: chance.whole(0, servers - 1),
    leaves: chance.often(0.08),
  });
  const planned = rib?.deeds.map(({ what, of }, i) => step(`s${i}`, what, of, 60)) ?? [];
  const byChance = Array.from({ length: chance.whole(rib ? 0 : 1, 3) }, (_, i) =>
    step(String(i), drawWhat(chance), chance.one(requestIds), rush ? 60 : 2_000),
  );
  const keeping = (log ? [0, 1] : []).map((i) =>
    step(`l${i}`, { do: 'keepLog', server: chance.whole(0, servers - 1) }, requestIds[0], 300),
  );
  const given = [...planned, ...byChance, ...keeping];
  // Where nobody is left to ask again, all that a death cuts off is the house's own to make good.
  const deaths = given.flatMap((one, i): Step[] => {
    if (!one.leaves || chance.often(0.4)) return [];
    const what = { do: 'serverDies', server: one.server, forMs: chance.whole(100, 3_000) } as const;
    return [{ ...step(`d${i}`, what, one.of, 0), afterMs: one.afterMs + chance.whole(20, 500), leaves: false }];
  });
  return { steps: [...given, ...deaths], days: rib?.days || (chance.often(0.6) ? 0 : chance.whole(1, 5)) };
}

function drawWhat(chance: Chance): Step['what'] {
  let at = chance.next() * total;
  for (const [weight, draw] of deeds) {
    at -= weight;
    if (at < 0) return draw(chance);
  }
  return { do: 'submit' };
}

const speaker = (chance: Chance): Speaker =>
  chance.one([
    'official',
    'official',
    'official',
    'official',
    'deputy',
    'deputy',
    'planner',
    'counsel',
    'stranger',
    'friend',
  ]);

const deeds: readonly (readonly [weight: number, draw: (chance: Chance) => Step['what']])[] = [
  [1, (c) => ({ do: 'amend', tasks: c.some(['carry', 'heal', 'seize', 'guess'], 1), people: c.whole(2, 8) })],
  [1, () => ({ do: 'submit' })],
  [1, () => ({ do: 'derive' })],
  [
    1,
    (c) => ({
      do: 'opine',
      cap: c.often(0.5) ? c.whole(0, 12) : undefined,
      speaker: c.often(0.3) ? 'planner' : 'counsel',
    }),
  ],
  [2, (c) => ({ do: 'seek', lenders: c.some(lenders, 1) })],
  [1, (c) => ({ do: 'offer', lender: c.one(lenders), people: c.whole(1, 12), reserve: c.whole(0, 6) })],
  [
    4,
    (c) => ({
      do: 'grant',
      consent: c.one(consents),
      speaker: speaker(c),
      people: c.whole(1, 12),
      bars: c.often(0.3) ? c.one(['carry', 'heal']) : undefined,
    }),
  ],
  [1, (c) => ({ do: 'refuse', consent: c.one(consents), speaker: speaker(c) })],
  [5, (c) => ({ do: 'withdraw', consent: c.one(consents), speaker: speaker(c) })],
  [
    2,
    (c) => ({
      do: 'nameStandIn',
      lender: c.one(lenders),
      namer: c.one(['official', 'official', 'planner', 'deputy']),
      named: c.one(['deputy', 'deputy', 'deputy', 'planner', 'friend']),
      days: c.whole(1, 20),
      mostPeople: c.often(0.5) ? c.whole(1, 12) : undefined,
    }),
  ],
  [1, (c) => ({ do: 'endStandIn', namer: c.one(['official', 'official', 'planner', 'deputy']) })],
  [6, (c) => ({ do: 'plan', careless: c.often(0.4) ? c.some(cares, 1) : [] })],
  [5, () => ({ do: 'commit' })],
  [1, () => ({ do: 'takeBack' })],
  [4, (c) => ({ do: 'keepDates', server: c.whole(0, servers - 1) })],
  [1, (c) => ({ do: 'serverDies', server: c.whole(0, servers - 1), forMs: c.whole(100, 5_000) })],
  [1, (c) => ({ do: 'databaseDies', forMs: c.whole(100, 5_000) })],
  [1, (c) => ({ do: 'clockIsSet', server: c.whole(0, servers - 1), days: c.whole(-30, 30) })],
];
const total = deeds.reduce((n, [weight]) => n + weight, 0);
