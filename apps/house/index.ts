export * from './begin-anew.ts';
export * from './fault.ts';
export * from './house.ts';
export * from './open-house.ts';
export * from './run-scenario.ts';
