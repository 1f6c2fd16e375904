export * from './check-flow.ts';
export * from './flow-network.ts';
export { flowSolver } from './flow-port.ts';
export type { Basis } from './network-simplex.ts';
export { packLevels } from './pack-levels.ts';
export * from './solve-flow.ts';
