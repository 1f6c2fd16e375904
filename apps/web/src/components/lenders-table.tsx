import { Button, Label, Select, Table, TextInput } from '@trussworks/react-uswds';
import { useState } from 'react';
import { type ConsentFilter, type ConsentRow, consentsCsv, consentValues, wanted } from '../text/consent-rows.ts';
import { type ConsentKey, consentKeys, consentLabels } from '../text/labels.ts';
import { count, counted } from '../text/numbers.ts';
import { type Order, pressed, sorted } from '../text/sort.ts';
import { AnswerCell } from './answer-cell.tsx';
import { download } from './download.ts';
import { FirstTag } from './first-tag.tsx';
import { ScrollRegion } from './scroll-region.tsx';
import { SortHeading } from './sort-heading.tsx';
import { SourceBadge } from './source-badge.tsx';

type Column = keyof typeof consentValues;

/** So many at first; the rest when asked for. Paper gets all. */
const shownAtFirst = 12;

interface LendersTableProps {
  readonly rows: readonly ConsentRow[];
  readonly filter: ConsentFilter;
  readonly onFilter: (filter: ConsentFilter) => void;
  readonly requestId: string;
}

export function LendersTable({ rows, filter, onFilter, requestId }: LendersTableProps) {
  const [order, setOrder] = useState<Order<Column>>({ by: 'name', descending: false });
  const [all, setAll] = useState(false);
  const found = sorted(wanted(rows, filter), order, consentValues);
  const press = (by: Column, isNumber: boolean) => setOrder((before) => pressed(before, by, isNumber));
  const heading = { order, onPress: press };
  return (
    <>
      <h3 id="lenders-title">Each lender’s answer</h3>
      <LenderFilters rows={rows} filter={filter} onFilter={onFilter} />
      <div className="table-foot">
        <p role="status">
          {counted(found.length, 'lender')} of {count(rows.length)}, sorted by {order.by}.
        </p>
        <Button type="button" outline onClick={() => download(`muster-consents-${requestId}.csv`, consentsCsv(found))}>
          Download as CSV
        </Button>
      </div>
      <ScrollRegion label="Each lender’s answer">
        <Table fullWidth className="stackable lenders-table">
          <caption className="usa-sr-only">Each lender’s answer; the headings with buttons sort the table</caption>
          <thead>
            <tr>
              <SortHeading by="name" label="Lender" {...heading} />
              <SortHeading by="status" label="Answer" {...heading} />
              <SortHeading by="asked" label="Asked" isNumber {...heading} />
              <SortHeading by="granted" label="Consented" isNumber {...heading} />
              <th scope="col">Words and conditions</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {found.map((row, i) => (
              <LenderRow key={row.key} row={row} beyond={!all && i >= shownAtFirst} />
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
      {found.length === 0 && <p className="empty">No lender is like that. Choose another answer or other words.</p>}
      {found.length > shownAtFirst && (
        <Button type="button" unstyled aria-expanded={all} onClick={() => setAll((before) => !before)}>
          {all ? `Show the first ${shownAtFirst} only` : `Show all ${count(found.length)} lenders`}
        </Button>
      )}
    </>
  );
}

function LenderFilters({ rows, filter, onFilter }: Omit<LendersTableProps, 'requestId'>) {
  const present = consentKeys.filter((key) => rows.some((row) => row.status === key));
  return (
    <div className="filters">
      <div>
        <Label htmlFor="lender-status">Answer</Label>
        <Select
          id="lender-status"
          name="lender-status"
          value={filter.status}
          onChange={(event) => onFilter({ ...filter, status: event.target.value as ConsentKey | 'all' })}
        >
          <option value="all">All answers</option>
          {present.map((key) => (
            <option key={key} value={key}>
              {consentLabels[key]}
            </option>
          ))}
        </Select>
      </div>
      <div>
        <Label htmlFor="lender-text">Lender, or words of the answer</Label>
        <TextInput
          id="lender-text"
          name="lender-text"
          type="text"
          value={filter.text}
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
        />
      </div>
    </div>
  );
}

function LenderRow({ row, beyond }: { readonly row: ConsentRow; readonly beyond: boolean }) {
  return (
    <tr className={beyond ? 'beyond' : undefined}>
      <th scope="row" data-label="Lender">
        {row.name}
      </th>
      <AnswerCell row={row} />
      <td data-label="Asked" className="number">
        {count(row.asked)}
        <FirstTag words={row.firsts} of={`the request to ${row.name}`} />
      </td>
      <td data-label="Consented" className="number">
        {count(row.granted)}
      </td>
      <td data-label="Words and conditions">
        {row.words || (row.status === 'lapsed' ? 'No answer to the last day.' : '')}
        {row.conditions && <span className="note"> Condition: {row.conditions}.</span>}
      </td>
      <td data-label="Source">
        {row.source ? (
          <SourceBadge source={row.source} of={`the answer of ${row.name}`} />
        ) : (
          <span className="note">None: no answer</span>
        )}
      </td>
    </tr>
  );
}
