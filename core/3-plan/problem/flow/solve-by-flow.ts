import type { PeopleInUses } from '../evaluate.ts';
import type { ProblemModel } from '../problem-model.ts';
import type { PriceProof } from '../solved-problem.ts';
import { asNetwork } from './as-network.ts';
import type { FlowPort, NodePrices } from './flow-port.ts';

/**
 * The best plan of a problem that is a pure network, with the prices that prove it; undefined where it is none. A flow is
 * taken at its word as little as any answer: the prices are checked, and `disproved` says why they don't prove it.
 */
export function solveByFlow(
  model: ProblemModel,
  flow: FlowPort,
): { readonly people: PeopleInUses; readonly proof: PriceProof } | { readonly disproved: string } | undefined {
  const asked = asNetwork(model);
  if (!asked) return undefined;
  const answer = flow.solve(asked.network);
  if (answer.outcome !== 'solved') return undefined;
  const disproved = flow.disprove(asked.network, answer.flow, answer.prices);
  if (disproved !== undefined) return { disproved };
  const people = new Map<number, number>();
  for (let use = 0; use < model.uses.count; use++) {
    const n = answer.flow[use] ?? 0;
    if (n > 0) people.set(use, n);
  }
  const { reach, levels } = answer.prices;
  return { people, proof: { reach: [...reach], levels: levels.map((prices) => [...prices]) } };
}

/** Why prices do not prove a plan best on every level, in words; undefined when they do. */
export function disproveByPrices(
  model: ProblemModel,
  people: PeopleInUses,
  proof: PriceProof,
  flow: FlowPort,
): string | undefined {
  const asked = asNetwork(model);
  if (!asked) return 'prices prove a plan only where nothing ties uses together, and here something does';
  const prices: NodePrices = {
    reach: Float64Array.from(proof.reach),
    levels: proof.levels.map((level) => Float64Array.from(level)),
  };
  return flow.disprove(asked.network, asked.flowOf(people), prices);
}
