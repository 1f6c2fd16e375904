export * from './authority/index.ts';
