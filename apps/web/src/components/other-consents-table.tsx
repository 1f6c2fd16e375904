import { Table } from '@trussworks/react-uswds';
import type { ConsentRow } from '../text/consent-rows.ts';
import { count } from '../text/numbers.ts';
import { AnswerCell } from './answer-cell.tsx';
import { FirstTag } from './first-tag.tsx';
import { ScrollRegion } from './scroll-region.tsx';
import { SourceBadge } from './source-badge.tsx';

/** Hosts, and those who decide for the whole. */
export function OtherConsentsTable({ rows }: { readonly rows: readonly ConsentRow[] }) {
  return (
    <>
      <h3>Hosts and federal consents</h3>
      <p className="note">They send nobody, and nobody goes without them where the law asks for them.</p>
      <ScrollRegion label="Hosts and federal consents">
        <Table fullWidth className="stackable">
          <caption className="usa-sr-only">Hosts and federal consents</caption>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">Answer</th>
              <th scope="col" className="number">
                Asked
              </th>
              <th scope="col" className="number">
                Consented
              </th>
              <th scope="col">Words and conditions</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row" data-label="Who">
                  {row.capacity}
                  <span className="skill">{row.name}</span>
                </th>
                <AnswerCell row={row} />
                <td data-label="Asked" className="number">
                  {count(row.asked)}
                  <FirstTag words={row.firsts} of={`the request to ${row.capacity}`} />
                </td>
                <td data-label="Consented" className="number">
                  {count(row.granted)}
                </td>
                <td data-label="Words and conditions">
                  {row.words}
                  {row.conditions && <span className="note"> Condition: {row.conditions}.</span>}
                </td>
                <td data-label="Source">
                  {row.source ? (
                    <SourceBadge source={row.source} of={`the answer of ${row.capacity}`} />
                  ) : (
                    <span className="note">None: no answer</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
    </>
  );
}
