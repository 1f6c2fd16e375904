export * from './bound-by-duals.ts';
export * from './check-answer.ts';
export * from './check-certificate.ts';
export * from './greatest-divisor.ts';
export * from './whole-duals.ts';
