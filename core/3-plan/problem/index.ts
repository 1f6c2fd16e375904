export * from './check-solved.ts';
export * from './compile-problem.ts';
export * from './flow/flow-port.ts';
export * from './plan-problem.ts';
export * from './problem-faults.ts';
export * from './problem-of-picture.ts';
export * from './solve-problem.ts';
export * from './solved-problem.ts';
