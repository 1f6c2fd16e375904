import type { Outcome } from '../data/outcome-parts.ts';
import { askSentence } from '../text/figure-sentences.ts';
import { begin } from '../text/sentences.ts';
import { Link } from './link.tsx';
import { Mark } from './mark.tsx';

export function RequestHeading({ outcome }: { readonly outcome: Outcome }) {
  const { status, requestVersion, need, grounds } = outcome;
  return (
    <div className="hero">
      <div className="page-width">
        <p className="hero__back">
          <Link to="/" className="hero__link">
            <Mark name="left" />
            All requests
          </Link>
          <span className="hero__status">
            {begin(status)}
            {requestVersion > 0 && `, version ${requestVersion}`}
          </span>
        </p>
        <h1>{askSentence(outcome)}</h1>
        <dl className="hero__grounds">
          <div>
            <dt>For what</dt>
            <dd>{need}</dd>
          </div>
          <div>
            <dt>On what ground</dt>
            <dd>{grounds}</dd>
          </div>
        </dl>
      </div>
    </div>
  );
}
