import type { BindingPolicy } from '@muster/decision';
import type { Day } from '@muster/terms';

/**
 * A condition written in Cedar, in the words of the law packs, so that counsel reads one language for law and
 * conditions. One `forbid` for each thing it limits. The context tells the line, the delegations held, the offices present, the first and
 * last day of service as numbers (20250601), and how many serve already under each condition that limits people.
 */
export function conditionToCedar(policy: BindingPolicy): string {
  const lines = policy.lineIds ? [`[${list(policy.lineIds, text)}].contains(context.lineId)`] : [];
  return grounds(policy)
    .map(([ground, breach]) => {
      const id = text(`${policy.policyId}.${ground}`);
      return `@id(${id})\n@words(${text(policy.words)})\nforbid (principal, action, resource)\nwhen { ${[...lines, breach].join(' && ')} };`;
    })
    .join('\n\n');
}

function grounds(p: BindingPolicy): [string, string][] {
  const found: [string, string][] = [];
  const add = (ground: string, breach: string | undefined) => breach && found.push([ground, breach]);
  add('only-tasks', p.onlyTaskIds && `!(${within('action', 'Action', p.onlyTaskIds)})`);
  add('barred-tasks', p.barredTaskIds && within('action', 'Action', p.barredTaskIds));
  add('only-places', p.onlyPlaceIds && `!(${within('resource', 'Place', p.onlyPlaceIds)})`);
  add('only-statuses', p.onlyStatusIds && `!(${within('principal', 'Status', p.onlyStatusIds)})`);
  add('barred-statuses', p.barredStatusIds && within('principal', 'Status', p.barredStatusIds));
  add(
    'delegations',
    p.requiredDelegationIds &&
      `!context.delegations.containsAll([${list(p.requiredDelegationIds, (id) => entity('Delegation', id))}])`,
  );
  add('presence', p.presentCapacities && `!context.present.containsAll([${list(p.presentCapacities, text)}])`);
  add(
    'days',
    p.period && `(context.firstDay < ${dayNumber(p.period.fromOn)} || context.dayAfter > ${dayNumber(p.period.toOn)})`,
  );
  const serving = `context.serving[${text(p.policyId)}]`;
  add('people', p.mostPeople === undefined ? undefined : `${serving} >= ${p.mostPeople}`);
  return found;
}

const text = (words: string): string => JSON.stringify(words);
const entity = (type: string, id: string): string => `Muster::${type}::${text(id)}`;
const list = (ids: readonly string[], say: (id: string) => string): string => ids.map(say).join(', ');
const within = (part: string, type: string, ids: readonly string[]): string =>
  `${part} in [${list(ids, (id) => entity(type, id))}]`;

/** A day as a number that grows with time: 2025-06-01 is 20250601. */
export const dayNumber = (day: Day): number => Number(day.replaceAll('-', ''));
