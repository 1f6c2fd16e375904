import { askMe, logOut, useAnswer } from '../data/ask.ts';
import { Link } from './link.tsx';

/** Who is logged in, and the way in or out. A login leads away from the page and back to it. */
export function WhoYouAre() {
  const { answer } = useAnswer(askMe);
  if (answer.state !== 'here') return null;
  const { kind, displayName } = answer.data;
  if (kind !== 'member') {
    const here = `${window.location.pathname}${window.location.search}`;
    return (
      <a className="masthead__link" href={`/login?returnTo=${encodeURIComponent(here)}`}>
        Log in
      </a>
    );
  }
  const leave = () => void logOut().then((next) => window.location.assign(next));
  return (
    <span className="who">
      <Link to="/administration" className="masthead__link">
        Administration
      </Link>
      <a className="who__name masthead__link" href="/account">
        {displayName}
      </a>
      <button type="button" className="usa-button usa-button--unstyled masthead__link" onClick={leave}>
        Log out
      </button>
    </span>
  );
}
