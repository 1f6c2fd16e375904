import { Table } from '@trussworks/react-uswds';
import type { RequestSummary } from '../data/outcome-parts.ts';
import { count } from '../text/numbers.ts';
import { Link } from './link.tsx';
import { ScrollRegion } from './scroll-region.tsx';

export function RequestTable({ requests }: { readonly requests: readonly RequestSummary[] }) {
  return (
    <ScrollRegion label="All requests">
      <Table fullWidth caption="All requests">
        <thead>
          <tr>
            <th scope="col">Request</th>
            <th scope="col">Requester</th>
            <th scope="col">Status</th>
            <th scope="col" className="number">
              Asked
            </th>
            <th scope="col" className="number">
              Permitted by law
            </th>
            <th scope="col" className="number">
              Consented
            </th>
            <th scope="col" className="number">
              Planned
            </th>
            <th scope="col" className="number">
              Short
            </th>
          </tr>
        </thead>
        <tbody>
          {requests.map((r) => (
            <tr key={r.requestId}>
              <th scope="row">
                <Link to={`/requests/${encodeURIComponent(r.requestId)}`}>{r.title}</Link>
              </th>
              <td>{r.requester}</td>
              <td>{r.status}</td>
              <td className="number">{count(r.asked)}</td>
              <td className="number">{count(r.permitted)}</td>
              <td className="number">{count(r.consented)}</td>
              <td className="number">{count(r.planned)}</td>
              <td className="number">{count(r.short)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
