export * from './amend-request.ts';
export * from './draft-request.ts';
export * from './events.ts';
export { draftLineSchema } from './line.ts';
export * from './publish-request.ts';
export * from './submit-request.ts';
export * from './withdraw-request.ts';
