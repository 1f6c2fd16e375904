import type { RequestSummary } from '../data/outcome-parts.ts';
import { count, partOf } from '../text/numbers.ts';
import { begin, the } from '../text/sentences.ts';
import { Bar, funnelParts } from './bar.tsx';
import { Link } from './link.tsx';

const figures = [
  ['asked', 'Asked'],
  ['permitted', 'Permitted by law'],
  ['consented', 'Consented'],
  ['planned', 'Planned'],
  ['short', 'Short'],
] as const;

export function RequestCard({ request }: { readonly request: RequestSummary }) {
  const { requestId, title, requester, status, asked } = request;
  return (
    <li className="request-card">
      <p className="request-card__who">
        {begin(the(requester))} asks <span className="request-card__status">{status}</span>
      </p>
      <h2>
        <Link to={`/requests/${encodeURIComponent(requestId)}`}>{title}</Link>
      </h2>
      <dl>
        {figures.map(([key, label]) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              <strong>{count(request[key])}</strong>
              <Bar parts={funnelParts(key, request[key], asked)} of={asked} />
              {key !== 'asked' && <span className="request-card__share">{partOf(request[key], asked)}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="request-card__sources">Sources and assumptions are marked on the request’s page.</p>
    </li>
  );
}
