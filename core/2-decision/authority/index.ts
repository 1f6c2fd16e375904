export * from './law-port.ts';
export * from './verdict.ts';
