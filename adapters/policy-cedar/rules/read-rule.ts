import { policySetTextToParts, policyToJson } from '@cedar-policy/cedar-wasm/nodejs';
import type { DecidingPolicy } from '@muster/decision';
import type { Capacity } from '@muster/terms';
import { didYouMean } from '../pack/did-you-mean.ts';
import type { PackFault } from '../pack/pack-fault.ts';
import type { PackTerms } from '../terms/read-terms.ts';
import { type Annotations, annotationNames, annotationsSchema } from './annotations.ts';
import { entitiesIn } from './entities-in.ts';
import type { LawPolicy } from './law-policy.ts';
import { readLitigation } from './litigation.ts';
import { looksAt } from './looks-at.ts';
import type { Provision } from './provision.ts';

/** Reads the policies of one `rule.cedar`, each with what its annotations and its provision say. */
export function readRule(
  file: string,
  text: string,
  provision: Provision,
  terms: PackTerms,
  faults: PackFault[],
): LawPolicy[] {
  const parts = policySetTextToParts(text);
  if (parts.type === 'failure') {
    for (const { message, help, sourceLocations } of parts.errors) {
      const line = lineAt(text, sourceLocations?.[0]?.start ?? 0);
      faults.push({ file, line, problem: `This is not Cedar: ${message}${help ? ` (${help})` : ''}.` });
    }
    return [];
  }
  for (const template of parts.policy_templates) {
    faults.push({
      file,
      line: lineOfPart(text, template),
      problem: 'A rule may hold no template: write the policy out.',
    });
  }
  return parts.policies.flatMap((part) => readPolicy(file, part, lineOfPart(text, part), provision, terms, faults));
}

function readPolicy(
  file: string,
  text: string,
  line: number,
  provision: Provision,
  terms: PackTerms,
  faults: PackFault[],
): LawPolicy[] {
  const before = faults.length;
  const fault = (problem: string, maybe: { readonly maybe?: string } = {}) =>
    faults.push({ file, line, problem, ...maybe });

  const parsed = policyToJson(text);
  if (parsed.type === 'failure') throw new Error(`Cedar split off a policy it can't read: ${file}:${line}.`);
  const { effect, annotations = {} } = parsed.json;
  const said = annotationsSchema.safeParse(annotations);
  if (!said.success) {
    for (const issue of said.error.issues) {
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) fault(`No annotation is called @${key}.`, didYouMean(key, annotationNames));
      } else {
        const name = String(issue.path[0]);
        fault(name in annotations ? `@${name}: ${issue.message}.` : `Each policy needs @${name}("…").`);
      }
    }
    return [];
  }

  const { id, needs = [], contested } = said.data;
  if (!id.startsWith(`${provision.id}.`)) fault(`The id "${id}" must begin with "${provision.id}." like its folder.`);
  if (effect === 'forbid' && (needs.length > 0 || contested)) {
    fault(`"${id}" forbids, so it can have no @needs and no @contested: put a doubt in @litigation.`);
  }
  for (const need of needs) {
    if (terms.capacities.has(need as Capacity)) continue;
    fault(
      `"${id}" needs "${need}", a capacity that the pack does not know.`,
      didYouMean(need, terms.capacities.keys()),
    );
  }
  const entities = entitiesIn(parsed.json, terms);
  for (const { kind, name, known } of entities) {
    if (!known.has(name))
      fault(`"${id}" names the ${kind} "${name}", which the pack does not know.`, didYouMean(name, known));
  }
  const deciding = decidingPolicy(effect, said.data, provision);
  if (!withinProvision(deciding, provision)) {
    fault(
      `"${id}" is in force outside the days of its provision, ${provision.inForceFrom} to ${provision.inForceTo ?? 'now'}.`,
    );
  }
  if (faults.length > before) return [];
  const { litigation, replaces } = said.data;
  return [
    {
      deciding,
      litigation: litigation === undefined ? provision.litigation : readLitigation(litigation),
      looksAt: looksAt(
        parsed.json,
        entities.map((entity) => entity.name),
      ),
      ...(replaces !== undefined && { replaces }),
      needs: needs as Capacity[],
      contested: contested !== undefined,
      text,
      file,
      line,
    },
  ];
}

function decidingPolicy(effect: DecidingPolicy['effect'], said: Annotations, provision: Provision): DecidingPolicy {
  const inForceTo = said.in_force_to ?? provision.inForceTo;
  return {
    policyId: said.id,
    effect,
    citation: said.cite,
    confidence: said.confidence ?? provision.confidence,
    inForceFrom: said.in_force_from ?? provision.inForceFrom,
    ...(inForceTo !== undefined && { inForceTo }),
  };
}

function withinProvision(policy: DecidingPolicy, provision: Provision): boolean {
  if (policy.inForceTo !== undefined && policy.inForceTo <= policy.inForceFrom) return false;
  if (policy.inForceFrom < provision.inForceFrom) return false;
  return provision.inForceTo === undefined || (policy.inForceTo ?? provision.inForceTo) <= provision.inForceTo;
}

/** Cedar counts bytes, not letters. */
const lineAt = (text: string, byte: number): number =>
  Buffer.from(text).subarray(0, byte).toString('utf8').split('\n').length;

const lineOfPart = (text: string, part: string): number =>
  text.slice(0, Math.max(0, text.indexOf(part))).split('\n').length;
