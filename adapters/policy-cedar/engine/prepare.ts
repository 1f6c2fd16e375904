import { createHash } from 'node:crypto';
import { preparsePolicySet, preparseSchema } from '@cedar-policy/cedar-wasm/nodejs';
import type { LawPolicy } from '../rules/law-policy.ts';

/*
 * Cedar parses once and keeps the result for the whole thread, under a name. Named by their content,
 * equal packs share one and different packs can't take each other's place.
 */

/** Hands Cedar the schema, and gives the name it is kept under. */
export function prepareSchema(schema: string): string {
  const schemaId = contentId(schema);
  const answer = preparseSchema(schemaId, schema);
  if (answer.type === 'failure') throw new Error(`Cedar can't take the schema: ${answer.errors[0]?.message}`);
  return schemaId;
}

/** Hands Cedar some policies, and gives the name they are kept under. */
export function preparePolicies(policies: readonly LawPolicy[]): string {
  // A map, not a list: Cedar then tells which policies decided by their own ids.
  const staticPolicies = Object.fromEntries(policies.map(({ deciding, text }) => [deciding.policyId, text]));
  const policySetId = contentId(JSON.stringify(staticPolicies));
  if (handedOver.has(policySetId)) return policySetId;
  const answer = preparsePolicySet(policySetId, { staticPolicies });
  if (answer.type === 'failure') throw new Error(`Cedar can't take the law: ${answer.errors[0]?.message}`);
  handedOver.add(policySetId);
  return policySetId;
}

const handedOver = new Set<string>();

const contentId = (text: string): string => createHash('sha256').update(text).digest('hex');
