import { LawCards } from '../components/law-cards.tsx';
import { LawMatrix } from '../components/law-matrix.tsx';
import { Section } from '../components/section.tsx';
import { VerdictWord } from '../components/verdict-chip.tsx';
import { useOpenCell } from '../data/open-cell.ts';
import type { Authority } from '../data/outcome-parts.ts';
import { useWide } from '../data/use-wide.ts';
import { type VerdictKey, verdictOf, verdicts } from '../text/labels.ts';
import { count, counted } from '../text/numbers.ts';

export function WhatTheLawSays({ authority }: { readonly authority: Authority }) {
  const wide = useWide('(min-width: 75rem)');
  const open = useOpenCell();
  const cells = authority.tasks.flatMap((t) => t.cells);
  const found = (Object.keys(verdicts) as VerdictKey[]).map((key) => ({
    key,
    n: cells.filter((cell) => verdictOf(cell) === key).length,
  }));
  return (
    <Section
      id="law"
      step={2}
      title="What the law says"
      lead="Each task is asked of the law for each kind of service, at home and away. Press a verdict to see what it needs and which rules decide."
    >
      <p className="reading">
        <strong>This is our reading, not legal advice; counsel decides.</strong>
        {authority.pack && (
          <>
            {' '}
            Law pack {authority.pack}, {counted(authority.policies.length, 'policy', 'policies')} applied.
          </>
        )}
      </p>
      {cells.length === 0 ? (
        <p className="empty">The law has not been asked yet. It is asked once every line names its task.</p>
      ) : (
        <>
          <ul className="verdict-legend" aria-label="Verdicts and how many there are">
            {found.map(({ key, n }) => (
              <li key={key}>
                <VerdictWord verdict={key} />
                <span>
                  {n}. {verdicts[key].meaning}
                </span>
              </li>
            ))}
          </ul>
          <Firsts seen={authority.seen} />
          {wide ? <LawMatrix authority={authority} open={open} /> : <LawCards authority={authority} open={open} />}
        </>
      )}
    </Section>
  );
}

/** What the tags in the table below mean. */
function Firsts({ seen }: { readonly seen: Authority['seen'] }) {
  const first = seen.filter((s) => s.firstOfItsKind).length;
  if (first === 0) return null;
  return (
    <p className="note">
      First of its kind: {count(first)} of the {count(seen.length)} combinations of status, task and place asked about
      have no deployment in the record. The record does not know all that ever was, and the tag blocks nothing.
    </p>
  );
}
