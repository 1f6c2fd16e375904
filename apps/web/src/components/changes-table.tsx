import { Table } from '@trussworks/react-uswds';
import type { Line, PlanChange } from '../data/outcome-parts.ts';
import { change, count } from '../text/numbers.ts';
import { ScrollRegion } from './scroll-region.tsx';

interface ChangesTableProps {
  readonly changes: readonly PlanChange[];
  readonly lines: readonly Line[];
  readonly planId: string;
}

/** What a revised plan changes, by lender and line. */
export function ChangesTable({ changes, lines, planId }: ChangesTableProps) {
  return (
    <ScrollRegion label={`What changes in ${planId}`}>
      <Table fullWidth compact className="stackable">
        <caption className="usa-sr-only">What changes, by lender and line</caption>
        <thead>
          <tr>
            <th scope="col">Lender</th>
            <th scope="col">Line</th>
            <th scope="col" className="number">
              Before
            </th>
            <th scope="col" className="number">
              After
            </th>
            <th scope="col" className="number">
              Change
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ party, lineId, before, after }) => (
            <tr key={`${party.id} ${lineId}`}>
              <th scope="row" data-label="Lender">
                {party.name}
              </th>
              <td data-label="Line">{lines.find((l) => l.lineId === lineId)?.title ?? lineId}</td>
              <td data-label="Before" className="number">
                {count(before)}
              </td>
              <td data-label="After" className="number">
                {count(after)}
              </td>
              <td data-label="Change" className="number">
                {change(after - before)}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
