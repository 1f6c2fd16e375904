import type { ConsentRow } from '../text/consent-rows.ts';
import { day } from '../text/days.ts';
import { ConsentWord } from './consent-word.tsx';

/** The answer, and what is to be said beside it. */
export function AnswerCell({ row }: { readonly row: ConsentRow }) {
  return (
    <td data-label="Answer">
      <ConsentWord status={row.status} />
      {row.endsOn && <span className="note"> ends on {day(row.endsOn)}</span>}
      {row.notes.map((note) => (
        <span key={note} className="note">
          {' '}
          {note}
        </span>
      ))}
    </td>
  );
}
