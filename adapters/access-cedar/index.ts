export { type AccessPolicy, readPolicies } from './access-policy.ts';
export { type AccessGate, type AccessQuestion, openGate } from './open-gate.ts';
