import { PageShell } from '../components/page-shell.tsx';
import { RequestCard } from '../components/request-card.tsx';
import { RequestTable } from '../components/request-table.tsx';
import { Failed, Loading } from '../components/waiting.tsx';
import { askRequests, useAnswer, useLive } from '../data/ask.ts';
import type { RequestSummary } from '../data/outcome-parts.ts';

/** More than these and a table is quicker to read than cards. */
const mostCards = 8;

export function RequestsPage() {
  const { answer, again, refresh } = useAnswer(askRequests);
  useLive(refresh);
  return (
    <PageShell title="Requests" onRequests>
      {answer.state === 'loading' && <Loading what="the requests" />}
      {answer.state === 'failed' && <Failed failure={answer.failure} again={again} />}
      {answer.state === 'here' && <Requests requests={answer.data} />}
    </PageShell>
  );
}

function Requests({ requests }: { readonly requests: readonly RequestSummary[] }) {
  return (
    <div className="page-width requests">
      <h1>Requests</h1>
      <p className="requests__lead">
        One government asks, the law is read, counsel reviews, each sovereign answers, and a plan says who goes. Every
        request keeps its whole course, and where each figure comes from.
      </p>
      {requests.length === 0 && <NoRequests />}
      {requests.length > 0 && requests.length <= mostCards && (
        <ul className="request-cards">
          {requests.map((request) => (
            <RequestCard key={request.requestId} request={request} />
          ))}
        </ul>
      )}
      {requests.length > mostCards && <RequestTable requests={requests} />}
    </div>
  );
}

function NoRequests() {
  return (
    <div className="empty">
      <h2>No request yet</h2>
      <p>Nobody has asked for people here. To see a request’s whole course, play one of the scenarios:</p>
      <pre>npm start</pre>
      <p>A request of your own is made with the API or the command line; it then shows here.</p>
    </div>
  );
}
