import { type KeyboardEvent, useId, useState } from 'react';
import { count } from '../text/numbers.ts';

interface FirstTagProps {
  /** What would be first of its kind, a sentence each; with none there is no tag. */
  readonly words: readonly string[];
  /** Of what, for those who do not see where the tag stands. */
  readonly of: string;
}

/** What nobody has done before, as far as the record goes: a tag, and its sentences while it is pointed at or has the keyboard. */
export function FirstTag({ words, of }: FirstTagProps) {
  const id = useId();
  const [dismissed, setDismissed] = useState(false);
  if (words.length === 0) return null;
  const again = () => setDismissed(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setDismissed(true);
  };
  return (
    <span className={dismissed ? 'first first--dismissed' : 'first'}>
      <button
        type="button"
        className="first__tag"
        aria-describedby={id}
        onKeyDown={onKeyDown}
        onBlur={again}
        onMouseLeave={again}
      >
        {words.length === 1 ? 'First of its kind' : `${count(words.length)} first of their kind`}
        <span className="usa-sr-only">in {of}</span>
      </button>
      <span className="first__words" role="tooltip" id={id}>
        {words.map((sentence) => (
          <span key={sentence}>{sentence}</span>
        ))}
      </span>
    </span>
  );
}
