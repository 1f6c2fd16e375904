import { type ObjectiveName, objectiveNames } from './plan-problem.ts';

/** Objectives that count people lacking: nothing goes before them. */
const filling: readonly ObjectiveName[] = ['lean', 'fill'];

/**
 * The objectives in the order a planner names: those named, then what is not named as it was. Whatever the problem has
 * first to fill its lines stays first. A sentence where the order cannot be.
 */
export function orderObjectives(
  objectives: readonly ObjectiveName[],
  named: readonly string[],
): readonly ObjectiveName[] | { readonly fault: string } {
  const unknown = named.find((name) => !objectiveNames.some((known) => known === name));
  if (unknown !== undefined)
    return { fault: `there is no objective "${unknown}"; there are ${objectiveNames.join(', ')}` };
  const repeated = named.find((name, i) => named.indexOf(name) !== i);
  if (repeated !== undefined) return { fault: `"${repeated}" is named twice` };
  const [first] = objectives;
  if (first !== undefined && filling.includes(first) && named[0] !== first)
    return { fault: `it must begin with "${first}": nobody is left out to save anything else` };
  const order = named as readonly ObjectiveName[];
  return [...order, ...objectives.filter((name) => !order.includes(name))];
}
