export * from './check-flow.ts';
export * from './flow-network.ts';
export type { Basis } from './network-simplex.ts';
export * from './solve-flow.ts';
