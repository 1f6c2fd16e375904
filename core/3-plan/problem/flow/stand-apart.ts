import type { Hubs } from './hubs.ts';

/** A pool and a slot that are to stand behind hubs of their own, to tell one use of theirs from all others; -1 is none. */
export interface Apart {
  readonly pool: number;
  readonly slot: number;
}

/** The same hubs, but for what stands apart: it has hubs of its own, paired as those it stood behind. */
export function standApart(hubs: Hubs, { pool, slot }: Apart): Hubs {
  const { members, slots, workOf, workCount, pairs } = hubs;
  const more = { from: [] as number[], people: [] as number[], work: [] as number[] };
  const at = slots.indexOf(slot);
  const oldWork = at < 0 ? -1 : (workOf[at] ?? -1);
  for (let i = 0; i < pairs.work.length; i++) {
    if (pairs.work[i] !== oldWork) continue;
    more.from.push(i);
    more.people.push(pairs.people[i] ?? 0);
    more.work.push(workCount);
  }
  const hubOf = members.hub.slice();
  const kinds = [...hubs.kinds];
  for (const [i, of] of members.pool.entries()) {
    if (of !== pool) continue;
    const oldHub = members.hub[i] ?? 0;
    const ownHub = kinds.push(hubs.kinds[oldHub] ?? 0) - 1;
    hubOf[i] = ownHub;
    const copy = (from: number, work: number) => {
      more.from.push(from);
      more.people.push(ownHub);
      more.work.push(work);
    };
    for (let pair = 0; pair < pairs.people.length; pair++) {
      if (pairs.people[pair] !== oldHub) continue;
      copy(pair, pairs.work[pair] ?? 0);
      if (pairs.work[pair] === oldWork) copy(pair, workCount);
    }
  }
  const joined = (list: Int32Array, rest: readonly number[]) => {
    const all = new Int32Array(list.length + rest.length);
    all.set(list);
    all.set(rest, list.length);
    return all;
  };
  return {
    ...hubs,
    members: { ...members, hub: hubOf },
    kinds: new Uint8Array(kinds),
    workOf: at < 0 ? workOf : workOf.with(at, workCount),
    workCount: at < 0 ? workCount : workCount + 1,
    pairs: {
      people: joined(pairs.people, more.people),
      work: joined(pairs.work, more.work),
      costs: pairs.costs.map((costs) => {
        const all = new Float64Array(costs.length + more.from.length);
        all.set(costs);
        for (const [i, from] of more.from.entries()) all[costs.length + i] = costs[from] ?? 0;
        return all;
      }),
    },
  };
}
