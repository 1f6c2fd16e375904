import { holdAction, type PackTerms } from './read-terms.ts';

/**
 * The pack's Cedar schema, made from its terms, so that the two can't drift apart. Statuses and
 * delegations are enumerated and the context holds only yes-or-no words: a mistyped one is then an
 * error, where a mistyped string would be a rule that silently never applies.
 */
export function cedarSchema(terms: PackTerms): string {
  const groups = [...terms.groups].map(([group, within]) => `  action ${action(group)}${inside(within)};`);
  const tasks = [...terms.tasks.keys()].map((taskId) => acted(taskId, terms.groupOf.get(taskId)));
  return `// Made from terms/*.yaml. Change those, then write this file again as law/README.md says.
namespace Muster {
  entity Status enum [${quoted(terms.statuses.keys())}];
  entity Delegation enum [${quoted(delegationsOf(terms))}];
  entity Sovereign;
  entity Place in [Sovereign];

  type Question = {
    // Where the place of work lies, seen from the lender: exactly one of the two holds.
    home: Bool,
    away: Bool,
    // What the host's sovereign has answered, if it has: at most one of the two holds.
    hostConsented: Bool,
    hostRefused: Bool,
    delegations: Set<Delegation>,
  };

${groups.map((line) => `${line}\n`).join('')}
${[...tasks, acted(holdAction, undefined)].join('\n')}
}
`;
}

const action = (name: string) => JSON.stringify(name);
const inside = (group: string | undefined) => (group === undefined ? '' : ` in [${action(group)}]`);
const acted = (name: string, group: string | undefined) =>
  `  action ${action(name)}${inside(group)} appliesTo { principal: Status, resource: Place, context: Question };`;
const quoted = (names: Iterable<string>) => [...names].map((name) => JSON.stringify(name)).join(', ');

/** An enumeration must not be empty: a pack without delegations gets one that nobody can hold. */
const delegationsOf = (terms: PackTerms): Iterable<string> =>
  terms.delegations.size > 0 ? terms.delegations.keys() : ['none'];
