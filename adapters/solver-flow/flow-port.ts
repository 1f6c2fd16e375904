import type { FlowPort } from '@muster/plan/problem';
import { solveFlow } from './solve-flow.ts';

/** The network simplex as the planner knows it. */
export const flowSolver: FlowPort = {
  name: 'network simplex (Muster)',
  solve: (network) => {
    const answer = solveFlow(network);
    return answer.outcome === 'infeasible' ? { outcome: 'infeasible' } : answer;
  },
};
