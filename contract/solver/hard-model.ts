import type { LinearModel, Objective } from '@muster/plan';

/**
 * A model that takes minutes: split each of four markets in half between two sellers, as nearly as can be, by giving
 * each of 40 customers whole to one of them. Any split is an answer, and the bound stays at 0 for long.
 */
export function hardModel(): { readonly model: LinearModel; readonly objectives: Objective[] } {
  const [markets, customers] = [4, 40];
  let drawn = 1;
  const draw = (): number => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    return drawn % 100;
  };
  const columns = Array.from({ length: customers }, (_, i) => ({ id: `customer ${i}`, low: 0, high: 1 }));
  const apart = Array.from({ length: 2 * markets }, (_, i) => ({ id: `apart ${i}`, low: 0, high: 10_000 }));
  const rows = Array.from({ length: markets }, (_, market) => {
    const demand = columns.map((_, customer) => [customer, draw()] as const);
    const half = Math.floor(demand.reduce((n, [, d]) => n + d, 0) / 2);
    const slack = [[customers + 2 * market, 1] as const, [customers + 2 * market + 1, -1] as const];
    return { id: `market ${market}`, low: half, high: half, terms: [...demand, ...slack] };
  });
  const terms = apart.map((_, i) => [customers + i, 1] as const);
  return {
    model: { columns: [...columns, ...apart], rows },
    objectives: [{ level: 'apart', meaning: 'how far the halves are apart', terms }],
  };
}
