import { Alert, Button, Label, TextInput } from '@trussworks/react-uswds';
import { useState } from 'react';
import { RecordDay } from '../components/record-day.tsx';
import { Section } from '../components/section.tsx';
import { WhoWitnessed } from '../components/who-witnessed.tsx';
import type { Outcome } from '../data/outcome-parts.ts';
import type { RecordPages } from '../data/use-record.ts';
import { groupBy } from '../text/group.ts';
import { counted } from '../text/numbers.ts';
import { entriesOf, entriesWith } from '../text/story-entries.ts';

/** So many days at first; the rest when asked for. Paper gets all that has been read. */
const daysAtFirst = 6;

interface TheRecordProps {
  readonly outcome: Outcome;
  readonly record: RecordPages;
}

export function TheRecord({ outcome, record }: TheRecordProps) {
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const own = entriesOf(record.entries, outcome);
  const found = entriesWith(own, text);
  const days = groupBy(found, (e) => e.at.slice(0, 10));
  const searching = text.trim() !== '';
  const folded = !all && !searching && days.length > daysAtFirst;
  return (
    <Section
      id="record"
      step={6}
      title="The record"
      lead="Everything that happened, as sentences, oldest first: when, who, what, and on what ground. Nothing recorded is ever edited. Times are in Coordinated Universal Time (UTC)."
    >
      <WhoWitnessed />
      <div className="filters">
        <div>
          <Label htmlFor="record-text">Show only entries with these words</Label>
          <TextInput
            id="record-text"
            name="record-text"
            type="text"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
      </div>
      <p role="status" className="note">
        {record.state === 'loading' ? 'Reading the record…' : `${counted(found.length, 'entry', 'entries')}.`}
        {record.more && ' There are later ones.'}
      </p>
      {record.state === 'failed' && (
        <Alert type="error" headingLevel="h3" heading="The record could not be read">
          The rest of this page stands. Ask for the record again below.
        </Alert>
      )}
      {days.map(([on, entries], i) => (
        <RecordDay
          key={on}
          on={on}
          entries={entries}
          outcome={outcome}
          whole={searching}
          beyond={folded && i >= daysAtFirst}
        />
      ))}
      {record.state === 'here' && found.length === 0 && <p className="empty">No entry has these words.</p>}
      {folded && (
        <Button type="button" outline onClick={() => setAll(true)}>
          Show the other {counted(days.length - daysAtFirst, 'day')}
        </Button>
      )}
      {!folded && (record.more || record.state === 'failed') && (
        <Button type="button" outline onClick={record.showMore}>
          {record.state === 'failed' ? 'Ask again' : 'Show more'}
        </Button>
      )}
    </Section>
  );
}
