export * from './expand.ts';
export * from './fault.ts';
export * from './load.ts';
export type { Scenario, Step } from './schema.ts';
