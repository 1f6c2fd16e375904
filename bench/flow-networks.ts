import type { FlowNetwork } from '@muster/solver-flow';
import { chanceFrom } from '../tools/chance-from.ts';

/** The size of a need and of what could meet it. */
interface Size {
  readonly lines: number;
  readonly people: number;
  readonly pools: readonly {
    readonly lenders: number;
    readonly each: number;
    readonly spread: number;
    readonly strength: number;
  }[];
  readonly periods: number;
  /** How many periods a line lasts at most. */
  readonly lasts: number;
  readonly skills: number;
  /** Of a hundred lines of the right skill, how many the law and the consents let a pool serve. */
  readonly permitted: number;
}

export const sizes = {
  /** 54 Guards of 10 to 20 units, 405 agencies, 22,000 people on 60 lines. */
  S: {
    lines: 60,
    people: 22_000,
    pools: [
      { lenders: 54, each: 10, spread: 11, strength: 25 },
      { lenders: 405, each: 1, spread: 1, strength: 12 },
    ],
    periods: 7,
    lasts: 7,
    skills: 8,
    permitted: 85,
  },
  /** 2,174 lines for 65,919 people, 2,000 pools, four periods. */
  M: {
    lines: 2_174,
    people: 65_919,
    pools: [{ lenders: 54, each: 32, spread: 11, strength: 31 }],
    periods: 4,
    lasts: 3,
    skills: 3,
    permitted: 62,
  },
} satisfies Record<string, Size>;

/**
 * A transport network drawn from a seed: source, pools (so many person-periods over a tour), pools in a period (so many
 * people), lines in a period (so many asked). Costs: what a person lacking weighs, hours of travel, dollars.
 */
export function makeTransport(size: Size, seed: number): FlowNetwork {
  const draw = chanceFrom(seed);
  const arcs = { tail: [], head: [], upper: [], weight: [], hours: [], dollars: [] } as Record<string, number[]>;
  const add = (tail: number, head: number, upper: number, weight = 0, hours = 0, dollars = 0) => {
    for (const [name, value] of Object.entries({ tail, head, upper, weight, hours, dollars })) arcs[name]?.push(value);
  };
  const source = 0;
  let nodes = 1;
  const supply = [0];

  const slots: { node: number; period: number; skill: number; count: number; x: number; y: number; id: number }[] = [];
  for (let id = 0; id < size.lines; id++) {
    const mean = size.people / size.lines;
    const count = 1 + draw(Math.ceil(2 * mean) - 1);
    const place = { skill: draw(size.skills), count, x: draw(1000), y: draw(1000), id };
    const weight = 2 ** draw(5);
    const lasts = 1 + draw(size.lasts);
    const from = draw(size.periods - lasts + 1);
    for (let period = from; period < from + lasts; period++) {
      const node = nodes++;
      supply[node] = -count;
      supply[source] = (supply[source] ?? 0) + count;
      slots.push({ node, period, ...place });
      add(source, node, count, weight);
    }
  }
  const inPeriod = Array.from({ length: size.periods }, (_, period) => slots.filter((s) => s.period === period));
  for (const kind of size.pools)
    for (let lender = 0; lender < kind.lenders; lender++) {
      const [x, y] = [draw(2000) - 500, draw(2000) - 500];
      for (let units = kind.each + draw(kind.spread); units > 0; units--) {
        const strength = 1 + draw(2 * kind.strength);
        const skill = draw(size.skills);
        const pay = 180 + draw(240);
        const permits = new Set(
          Array.from({ length: size.lines }, (_, id) => id).filter(() => draw(100) < size.permitted),
        );
        const pool = nodes++;
        supply[pool] = 0;
        add(source, pool, strength * Math.ceil(size.periods / 2));
        for (const served of inPeriod) {
          const node = nodes++;
          supply[node] = 0;
          add(pool, node, strength);
          for (const slot of served) {
            if (slot.skill !== skill || !permits.has(slot.id)) continue;
            const hours = 4 + Math.round(Math.hypot(slot.x - x, slot.y - y) / 40);
            add(node, slot.node, Math.min(strength, slot.count), 0, hours, pay + 2 * hours + draw(10));
          }
        }
      }
    }
  const list = (name: string) => Int32Array.from(arcs[name] ?? []);
  const tail = list('tail');
  return {
    nodes,
    supply: Int32Array.from(supply),
    tail,
    head: list('head'),
    lower: new Int32Array(tail.length),
    upper: list('upper'),
    costs: ['weight', 'hours', 'dollars'].map(list),
  };
}
