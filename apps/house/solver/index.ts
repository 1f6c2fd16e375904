export * from './open-solver.ts';
export * from './open-solver-thread.ts';
