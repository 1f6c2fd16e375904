import { type ReactNode, useEffect } from 'react';
import { Link } from './link.tsx';
import { Mark } from './mark.tsx';
import { WhoYouAre } from './who-you-are.tsx';

interface PageShellProps {
  readonly title: string;
  readonly onRequests?: boolean;
  readonly children: ReactNode;
}

/** What every page has: the way past the header, the notice, the landmarks and the foot. */
export function PageShell({ title, onRequests = false, children }: PageShellProps) {
  useEffect(() => {
    document.title = title === 'Muster' ? title : `${title} – Muster`;
  }, [title]);
  return (
    <>
      <a className="usa-skipnav" href="#main-content">
        Skip to main content
      </a>
      <header className="masthead">
        <p className="notice">
          <Mark name="guess" />
          <span>
            This is a reading of public reports for demonstration; assumptions are marked.{' '}
            <strong>Not legal advice.</strong>
          </span>
        </p>
        <div className="masthead__bar">
          <Link to="/" className="wordmark">
            <img src="/mark.svg" alt="" width="28" height="28" />
            Muster
          </Link>
          <nav aria-label="Main">
            <Link to="/" className="masthead__link" current={onRequests}>
              Requests
            </Link>
            <WhoYouAre />
          </nav>
        </div>
      </header>
      <main id="main-content" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <p>
          Muster is how one government borrows people from others: ask, get a lawful yes, find the people, and account
          for every one of them. It takes no side.
        </p>
        <p>
          It holds no record of any person to be found, arrested, detained or removed; results are counts. The same data
          are at{' '}
          <a className="usa-link" href="/api/reference">
            the API
          </a>
          .
        </p>
      </footer>
    </>
  );
}
