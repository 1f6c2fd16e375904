import type { Outcome } from '../data/outcome-parts.ts';
import { type Figure, figureSentences, proofSentence } from '../text/figure-sentences.ts';
import { count, partOf } from '../text/numbers.ts';
import { Bar, funnelParts } from './bar.tsx';
import { Mark } from './mark.tsx';
import { ComputedBadge, SourceBadge } from './source-badge.tsx';

/** The course in five figures, each a bar of what was asked, narrowing like a funnel. */
export function FiguresRow({ outcome }: { readonly outcome: Outcome }) {
  const proof = proofSentence(outcome.figures.gap);
  return (
    <section className="figures" aria-labelledby="figures-title">
      <h2 id="figures-title" className="figures__title">
        The course in five figures
      </h2>
      <ol className="figures__list">
        {figureSentences(outcome).map((figure) => (
          <FigureItem key={figure.key} figure={figure} outcome={outcome} />
        ))}
      </ol>
      {proof && (
        <p className="proof">
          <Mark name="check" />
          {proof}
        </p>
      )}
    </section>
  );
}

function FigureItem({ figure, outcome }: { readonly figure: Figure; readonly outcome: Outcome }) {
  const { key, label, n, sentence } = figure;
  const { asked } = outcome.figures;
  return (
    <li className={`figure figure--${key}`}>
      <p className="figure__number">
        <span className="figure__label">{label}</span>
        <strong>{n === undefined ? 'Not yet' : count(n)}</strong>
        {key !== 'asked' && n !== undefined && <span className="figure__share">{partOf(n, asked)} of those asked</span>}
      </p>
      <div className="figure__words">
        <Bar parts={n === undefined ? [] : funnelParts(key, n, asked)} of={asked} />
        <div className="figure__sentence">
          <p>{sentence}</p>
          {key === 'asked' && <SourceBadge source={outcome.source} of="the number asked" />}
          {key !== 'asked' && n !== undefined && <ComputedBadge of={`“${label.toLowerCase()}”`} />}
        </div>
      </div>
    </li>
  );
}
