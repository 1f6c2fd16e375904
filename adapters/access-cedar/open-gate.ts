import { createHash } from 'node:crypto';
import { preparsePolicySet, preparseSchema, statefulIsAuthorized, validate } from '@cedar-policy/cedar-wasm/nodejs';
import type { AccessPolicy } from './access-policy.ts';

/** Who asks to do what to what, in which role. */
export interface AccessQuestion {
  readonly action: string;
  readonly caller: {
    /** `anonymous`, `onlooker` (in an exercise, without the token), `exercise` (with it), `member`. */
    readonly kind: string;
    /** Roles held anywhere today. */
    readonly roles: readonly string[];
    /** Roles held today at the organisation that keeps the directory. */
    readonly keeperRoles: readonly string[];
  };
  readonly thing: {
    /** `none`, `request`, `person`, `standIn`, `event`. */
    readonly kind: string;
    /** How the caller sees it: `party`, `public`, or `no`, as also what does not exist. */
    readonly seen: string;
  };
  readonly acting: {
    /** The role in which a command is given; empty for reading. */
    readonly role: string;
    /** Whether the caller holds that role at that party today. */
    readonly held: boolean;
  };
  /** Whether the token may be used for this; true without one. */
  readonly inScope: boolean;
}

export interface AccessGate {
  /** Whether it is allowed. Deny by default: without a policy that permits it, it is not. */
  ask(question: AccessQuestion): boolean;
  /** Which policies name an action, for whoever is told what would be allowed. */
  about(action: string): readonly AccessPolicy[];
}

const schemaOf = (actions: readonly string[]): string => `namespace Muster {
  entity Caller = { "kind": String, "roles": Set<String>, "keeperRoles": Set<String> };
  entity Thing = { "kind": String, "seen": String };
  action ${actions.map((name) => JSON.stringify(name)).join(', ')} appliesTo {
    principal: [Caller],
    resource: [Thing],
    context: { "role": String, "held": Bool, "inScope": Bool }
  };
}`;

/**
 * The gate of a server with these actions. Throws, naming each, where an action has no policy of its own that permits it:
 * nothing is served by oversight.
 */
export function openGate(policies: readonly AccessPolicy[], actions: readonly string[]): AccessGate {
  const named = new Set(policies.flatMap((policy) => (policy.effect === 'permit' ? policy.actions : [])));
  const without = actions.filter((action) => !named.has(action));
  if (without.length > 0) {
    throw new Error(
      without.map((action) => `No policy of access/ permits "${action}": write who may do it.`).join('\n'),
    );
  }
  // A server may leave out what another does, such as its metrics: policies name all that any of them does.
  const schema = schemaOf([...new Set([...actions, ...policies.flatMap((policy) => policy.actions)])].sort());
  const staticPolicies = Object.fromEntries(policies.map(({ id, text }) => [id, text]));
  const checked = validate({ schema, policies: { staticPolicies } });
  const wrong = checked.type === 'failure' ? checked.errors : checked.validationErrors.map(({ error }) => error);
  if (wrong[0]) throw new Error(`The policies of access do not fit the server: ${wrong[0].message}`);
  const schemaId = nameOf(schema);
  const policySetId = nameOf(JSON.stringify(staticPolicies));
  preparseSchema(schemaId, schema);
  preparsePolicySet(policySetId, { staticPolicies });
  const known = new Set(actions);
  return {
    ask: (question) => known.has(question.action) && answer(question, schemaId, policySetId),
    about: (action) => policies.filter((policy) => policy.effect === 'permit' && policy.actions.includes(action)),
  };
}

const nameOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function answer(
  { action, caller, thing, acting, inScope }: AccessQuestion,
  schemaId: string,
  policySetId: string,
): boolean {
  const principal = { type: 'Muster::Caller', id: 'caller' };
  const resource = { type: 'Muster::Thing', id: 'thing' };
  const asked = statefulIsAuthorized({
    principal,
    action: { type: 'Muster::Action', id: action },
    resource,
    context: { ...acting, inScope },
    entities: [
      {
        uid: principal,
        attrs: { ...caller, roles: [...caller.roles], keeperRoles: [...caller.keeperRoles] },
        parents: [],
      },
      { uid: resource, attrs: { ...thing }, parents: [] },
    ],
    preparsedSchemaName: schemaId,
    preparsedPolicySetId: policySetId,
    validateRequest: true,
  });
  // A question that Cedar cannot answer, or a policy that fails, opens nothing.
  return (
    asked.type === 'success' && asked.response.decision === 'allow' && asked.response.diagnostics.errors.length === 0
  );
}
