import { Alert, Button } from '@trussworks/react-uswds';
import type { Failure } from '../data/ask.ts';
import { Link } from './link.tsx';

export function Loading({ what }: { readonly what: string }) {
  return (
    <div className="page-width waiting" role="status">
      <p>Reading {what}…</p>
      <div className="waiting__lines" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </div>
  );
}

/** Says what went wrong in one sentence, and what can be done. */
export function Failed({ failure, again }: { readonly failure: Failure; readonly again: () => void }) {
  const unknown = failure.kind === 'unknown';
  return (
    <div className="page-width waiting">
      <h1>{unknown ? 'There is no such request' : 'Muster does not answer'}</h1>
      <Alert type={unknown ? 'warning' : 'error'} headingLevel="h2" heading={failure.words}>
        {unknown
          ? 'Perhaps the address was mistyped, or another data folder is in use.'
          : 'Nothing is lost: what was acknowledged is kept. Start Muster again with “npm start”, then ask again.'}
      </Alert>
      <p className="actions">
        {!unknown && (
          <Button type="button" onClick={again}>
            Ask again
          </Button>
        )}
        <Link to="/">See all requests</Link>
      </p>
    </div>
  );
}
