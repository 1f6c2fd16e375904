import type { Source } from '../data/outcome-parts.ts';
import { sourceLabels } from '../text/labels.ts';
import { Mark, type MarkName } from './mark.tsx';

const marks: Readonly<Record<Source['kind'], MarkName>> = { public: 'book', estimate: 'about', assumption: 'guess' };

/** Where a figure comes from: the kind always shown, its words when opened. */
export function SourceBadge({ source, of }: { readonly source: Source; readonly of: string }) {
  return (
    <details className={`source source--${source.kind}`}>
      <summary>
        <Mark name={marks[source.kind]} />
        {sourceLabels[source.kind]}
        <span className="usa-sr-only">: where {of} comes from</span>
      </summary>
      <p>{source.words}</p>
    </details>
  );
}

/** For figures that Muster works out from others. */
export function ComputedBadge({ of }: { readonly of: string }) {
  return (
    <details className="source source--computed">
      <summary>
        <Mark name="gears" />
        Computed
        <span className="usa-sr-only">: where {of} comes from</span>
      </summary>
      <p>Worked out by Muster from what is shown below. Where that rests on assumptions, so does this figure.</p>
    </details>
  );
}
