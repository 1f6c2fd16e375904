import { Table } from '@trussworks/react-uswds';
import type { Plan, PlanLevel } from '../data/outcome-parts.ts';
import { proofSentence } from '../text/figure-sentences.ts';
import { levelLabel } from '../text/labels.ts';
import { dollars, number, percent } from '../text/numbers.ts';
import { begin } from '../text/sentences.ts';
import { ScrollRegion } from './scroll-region.tsx';

/** What the plan was to achieve, in order of weight, and what was proved of it. */
export function PlanObjectives({ plan }: { readonly plan: Plan }) {
  return (
    <>
      <h3>What was proved of this plan</h3>
      <p>
        {proofSentence(plan.gap)} Each aim is met as well as can be before the next is looked at. The bound is the best
        that any plan could reach; where it equals the value there is nothing better. Solved by {plan.solver}.
      </p>
      <ScrollRegion label="The plan’s aims with value, bound and gap">
        <Table fullWidth className="stackable">
          <caption className="usa-sr-only">The plan’s aims in their order</caption>
          <thead>
            <tr>
              <th scope="col">Aim, in order</th>
              <th scope="col" className="number">
                Value
              </th>
              <th scope="col" className="number">
                Bound
              </th>
              <th scope="col" className="number">
                Gap
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.levels.map((level, i) => (
              <tr key={level.level}>
                <th scope="row" data-label="Aim">
                  {i + 1}. {levelLabel(level.level)}
                  <span className="skill">{begin(meaningOf(level))}</span>
                </th>
                <td data-label="Value" className="number">
                  {amount(level, level.value)}
                </td>
                <td data-label="Bound" className="number">
                  {amount(level, level.bound)}
                </td>
                <td data-label="Gap" className="number">
                  {percent(level.gap)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
    </>
  );
}

const isMoney = ({ level, meaning }: PlanLevel): boolean => level === 'cost' && meaning.endsWith('in cents');
const amount = (level: PlanLevel, value: number): string => (isMoney(level) ? dollars(value) : number(value));
const meaningOf = (level: PlanLevel): string => (isMoney(level) ? 'cost in dollars' : level.meaning);
