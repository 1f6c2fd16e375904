import type { Plan } from '../data/outcome-parts.ts';
import { greatestFirst } from '../text/group.ts';
import { barrierLabel } from '../text/labels.ts';
import { count, partOf } from '../text/numbers.ts';
import { begin } from '../text/sentences.ts';
import { Bar } from './bar.tsx';
import { ComputedBadge } from './source-badge.tsx';

export function ShortByReason({ plan }: { readonly plan: Plan }) {
  const reasons = greatestFirst(plan.shortByReason);
  if (reasons.length === 0) return null;
  return (
    <>
      <h3>Why {count(plan.short)} are short</h3>
      <ul className="reasons">
        {reasons.map(([barrier, n]) => (
          <li key={barrier}>
            <span className="reasons__label">{begin(barrierLabel(barrier))}</span>
            <Bar parts={[{ n, tone: 'short' }]} of={plan.short} />
            <span className="reasons__number">
              <strong>{count(n)}</strong> <span className="note">{partOf(n, plan.short)}</span>
            </span>
          </li>
        ))}
      </ul>
      <ComputedBadge of="the numbers by reason" />
    </>
  );
}
