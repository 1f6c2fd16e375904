import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policySetTextToParts, policyToJson } from '@cedar-policy/cedar-wasm/nodejs';

/** One policy of `access/`: what it says in one sentence, and which actions it names. */
export interface AccessPolicy {
  readonly id: string;
  readonly says: string;
  readonly effect: 'permit' | 'forbid';
  /** Empty where it is about every action. */
  readonly actions: readonly string[];
  readonly text: string;
}

/** Every policy of a folder of `.cedar` files. Throws, naming file and fault: without policies nothing may open. */
export function readPolicies(folder: string): readonly AccessPolicy[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.cedar'));
  const policies = files.sort().flatMap((file) => policiesIn(file, readFileSync(join(folder, file), 'utf8')));
  const ids = policies.map((policy) => policy.id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice) throw new Error(`Two policies of access are called "${twice}": give each an @id of its own.`);
  return policies;
}

function policiesIn(file: string, text: string): AccessPolicy[] {
  const parts = policySetTextToParts(text);
  if (parts.type === 'failure') throw new Error(`access/${file} is not Cedar: ${parts.errors[0]?.message}.`);
  return parts.policies.map((part) => {
    const parsed = policyToJson(part);
    if (parsed.type === 'failure') throw new Error(`access/${file} is not Cedar: ${parsed.errors[0]?.message}.`);
    const { effect, annotations, action } = parsed.json;
    const { id, says } = annotations ?? {};
    if (!id || !says)
      throw new Error(`access/${file}: a policy lacks @id or @says, which tells people what it allows.`);
    return { id, says, effect, actions: namesIn(action), text: part };
  });
}

interface Uid {
  readonly id: string;
}

/** `action == …`, `action in …` and `action in [ … ]`; none for every action. */
function namesIn(scope: unknown): string[] {
  const { entity, entities } = scope as {
    entity?: Uid | { __entity: Uid };
    entities?: readonly (Uid | { __entity: Uid })[];
  };
  return [...(entity ? [entity] : []), ...(entities ?? [])].map((uid) =>
    '__entity' in uid ? uid.__entity.id : uid.id,
  );
}
