import type { FlowPort } from '@muster/plan/problem';
import { checkFlow } from './check-flow.ts';
import { solveFlow } from './solve-flow.ts';

/** The network simplex as the planner knows it. */
export const flowSolver: FlowPort = {
  name: 'network simplex (Muster)',
  solve: (network) => {
    const answer = solveFlow(network);
    return answer.outcome === 'infeasible' ? { outcome: 'infeasible' } : answer;
  },
  disprove: (network, flow, prices) => {
    const fault = checkFlow(network, flow, prices);
    return fault && `the prices prove no best flow (${JSON.stringify(fault)})`;
  },
};
