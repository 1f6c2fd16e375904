export * from './highs-solver.ts';
export * from './highs-thread.ts';
