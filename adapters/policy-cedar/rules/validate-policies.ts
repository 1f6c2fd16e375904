import { validate } from '@cedar-policy/cedar-wasm/nodejs';
import type { PackFault } from '../pack/pack-fault.ts';
import type { LawPolicy } from './law-policy.ts';

/** Cedar's own check of the policies against the schema: unknown words, and rules that could never apply. */
export function validatePolicies(policies: readonly LawPolicy[], schema: string, faults: PackFault[]): void {
  const byId = new Map(policies.map((policy) => [policy.deciding.policyId, policy]));
  const staticPolicies = Object.fromEntries([...byId].map(([id, { text }]) => [id, text]));
  const answer = validate({ schema, policies: { staticPolicies } });
  if (answer.type === 'failure') {
    for (const { message } of answer.errors) faults.push({ file: 'schema.cedarschema', problem: message });
    return;
  }
  // Cedar tells the same fault once for every action it could occur under.
  const told = new Set<string>();
  for (const { policyId, error } of [...answer.validationErrors, ...answer.validationWarnings]) {
    const start = error.sourceLocations?.[0]?.start ?? 0;
    const policy = byId.get(policyId);
    if (!policy || told.has(`${policyId} ${start}`)) continue;
    told.add(`${policyId} ${start}`);
    const line = policy.line + Buffer.from(policy.text).subarray(0, start).toString('utf8').split('\n').length - 1;
    const help = error.help ? ` (${error.help.replaceAll('`', '')})` : '';
    faults.push({ file: policy.file, line, problem: `${error.message.replaceAll('`', '')}${help}.` });
  }
}
