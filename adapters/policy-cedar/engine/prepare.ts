import { createHash } from 'node:crypto';
import { preparsePolicySet, preparseSchema } from '@cedar-policy/cedar-wasm/nodejs';
import type { TimeSlice } from './time-slice.ts';

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

/** Hands Cedar the policies of a slice, and gives the name they are kept under. */
export function preparePolicies({ fromOn, policies }: TimeSlice): string {
  // A map, not a list: Cedar then tells which policies decided by their own ids.
  const staticPolicies = Object.fromEntries([...policies].map(([id, { text }]) => [id, text]));
  const policySetId = contentId(JSON.stringify(staticPolicies));
  const answer = preparsePolicySet(policySetId, { staticPolicies });
  if (answer.type === 'failure') throw new Error(`Cedar can't take the law of ${fromOn}: ${answer.errors[0]?.message}`);
  return policySetId;
}

const contentId = (text: string): string => createHash('sha256').update(text).digest('hex');
