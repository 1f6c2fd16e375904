import { Firsts } from './firsts.ts';
import type { Hubs } from './hubs.ts';
import type { PriceNodes } from './price-nodes.ts';

/** For each people hub the member that is cheapest by its price and cost; for each work hub the slot of the highest price, with its sign turned. */
export function priceHubs(hubs: Hubs, nodes: PriceNodes, prices: readonly Float64Array[]) {
  const { stretch, members, kinds, slots, workOf, workCount } = hubs;
  const depth = prices.length;
  const sum = new Float64Array(depth);
  const cheapest = new Firsts(kinds.length, depth);
  for (let i = 0; i < members.pool.length; i++) {
    const node = nodes.pool(members.pool[i] ?? 0, stretch);
    for (let k = 0; k < depth; k++)
      sum[k] = (prices[k]?.[node] ?? 0) + (k === 0 ? 0 : (members.costs[k - 1]?.[i] ?? 0));
    cheapest.offer(members.hub[i] ?? 0, sum, i);
  }
  const dearest = new Firsts(workCount, depth);
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i] ?? 0;
    const node = nodes.slot(slot);
    for (let k = 0; k < depth; k++) sum[k] = -(prices[k]?.[node] ?? 0);
    dearest.offer(workOf[i] ?? 0, sum, slot);
  }
  return { cheapest, dearest };
}
