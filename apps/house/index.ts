export * from './begin-anew.ts';
export * from './fault.ts';
export * from './house.ts';
export { keepDates } from './keep-dates.ts';
export { keepFollowing } from './keep-following.ts';
export * from './open-house.ts';
export * from './output.ts';
export * from './run-scenario.ts';
export * from './verify-bundle.ts';
