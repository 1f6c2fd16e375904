import { useState } from 'react';
import type { Outcome, StoryEntry } from '../data/outcome-parts.ts';
import { day, shortDay, time } from '../text/days.ts';
import { counted } from '../text/numbers.ts';
import { withNames } from '../text/sentences.ts';

const shownAtFirst = 2;

interface RecordDayProps {
  readonly on: string;
  readonly entries: readonly StoryEntry[];
  readonly outcome: Outcome;
  /** Show every entry: what was searched for must not be hidden. */
  readonly whole: boolean;
  readonly beyond: boolean;
}

export function RecordDay({ on, entries, outcome, whole, beyond }: RecordDayProps) {
  const [all, setAll] = useState(false);
  const names = new Map(outcome.authority.tasks.map(({ task }) => [task.id, task.name]));
  const hidden = entries.length - shownAtFirst;
  const mayHide = !whole && hidden > 1;
  return (
    <section className={beyond ? 'record-day beyond' : 'record-day'} aria-labelledby={`record-${on}`}>
      <h3 id={`record-${on}`}>{day(on)}</h3>
      <ol>
        {entries.map((entry, i) => (
          <li
            key={`${entry.stream} ${entry.position}`}
            className={mayHide && !all && i >= shownAtFirst ? 'beyond' : undefined}
          >
            <time dateTime={entry.at}>{time(entry.at)}</time>
            <div>
              <p>
                <strong>{entry.who}</strong> {withNames(entry.what, names, shortDay)}
              </p>
              {entry.ground && <p className="note">Ground: {groundWords(entry.ground)}</p>}
            </div>
          </li>
        ))}
      </ol>
      {mayHide && (
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? 'Show fewer of ' : `Show ${counted(hidden, 'more entry', 'more entries')} of `}
          {day(on)}
        </button>
      )}
    </section>
  );
}

/** A source whose own words begin with its kind says it once. */
const groundWords = (ground: string): string => ground.replace(/\b(Public|Estimate|Assumption): (?=\1: )/g, '');
