export * from './fault.ts';
export * from './house.ts';
export * from './run-scenario.ts';
