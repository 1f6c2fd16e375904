import type { Refusal } from '../data/outcome-parts.ts';
import { day } from '../text/days.ts';
import { commandLabel } from '../text/labels.ts';
import { begin, the } from '../text/sentences.ts';
import { Mark } from './mark.tsx';

const fields: Readonly<Record<string, string>> = {
  taskId: 'The task',
  skillId: 'The skill',
  placeId: 'The place',
  period: 'The period',
  priority: 'The priority',
};
const fieldName = (field: string): string => fields[field.split('.').at(-1) ?? ''] ?? field;

/** What was tried and refused on the way, and what would have been allowed. */
export function RefusedAttempt({ refusal }: { readonly refusal: Refusal }) {
  const { at, party, command, code, why, allowed, faults } = refusal;
  return (
    <div className="refused">
      <h3>
        <Mark name="cross" />
        Refused on {day(at)}: {commandLabel(command).toLowerCase()}
      </h3>
      <p>
        {begin(the(party.name))} tried, and was refused. {why}
      </p>
      {faults.length > 0 && (
        <details>
          <summary>What was found</summary>
          <ul>
            {faults.map(({ field, problem }) => (
              <li key={field}>
                <strong>{fieldName(field)}</strong> {problem}.
              </li>
            ))}
          </ul>
        </details>
      )}
      <p>
        <strong>What would be allowed: </strong>
        {allowed}
      </p>
      <p className="refused__code">
        Refusal <code>{code}</code>
      </p>
    </div>
  );
}
