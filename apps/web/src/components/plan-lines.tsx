import type { Line, Plan, PlanLine } from '../data/outcome-parts.ts';
import { period } from '../text/days.ts';
import { groupBy, sumOf } from '../text/group.ts';
import { barrierLabel } from '../text/labels.ts';
import { count, counted, people } from '../text/numbers.ts';
import { Bar } from './bar.tsx';

const shownAtFirst = 3;

/** Every line: how many are there throughout, who sends them, and why the others are lacking. */
export function PlanLines({ plan, lines }: { readonly plan: Plan; readonly lines: readonly Line[] }) {
  const asked = new Map(lines.map((line) => [line.lineId, line]));
  return (
    <>
      <h3>Line by line</h3>
      <p className="note">
        “There” counts who is on the line for its whole period. A lender’s own number is its most at any one time:
        lenders relieve one another and move people between lines, so theirs can add up to more.
      </p>
      {groupBy(plan.lines, (l) => asked.get(l.lineId)?.task.name ?? 'Other').map(([task, group]) => (
        <div key={task} className="plan-task">
          <h4>
            {task}
            <span className="note">
              {count(sumOf(group, (l) => l.filled))} of {count(sumOf(group, (l) => l.asked))} there
            </span>
          </h4>
          <ul>
            {group.map((line) => (
              <PlanLineItem key={line.lineId} line={line} title={asked.get(line.lineId)?.title ?? line.lineId} />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function PlanLineItem({ line, title }: { readonly line: PlanLine; readonly title: string }) {
  const { asked, filled, short, reasons, from } = line;
  return (
    <li className="plan-line">
      <p className="plan-line__head">
        <strong>{title}</strong>
        <span>
          <strong>{count(filled)}</strong> of {count(asked)} there{short > 0 ? `, ${count(short)} short` : ', full'}
        </span>
      </p>
      <Bar
        parts={[
          { n: filled, tone: 'planned' },
          { n: short, tone: 'short' },
        ]}
        of={asked}
      />
      <div className="plan-line__more">
        {reasons.length > 0 && (
          <ul className="plan-line__reasons">
            {reasons.map(({ barrier, people: n }) => (
              <li key={barrier}>
                {count(n)} {barrierLabel(barrier)}
              </li>
            ))}
          </ul>
        )}
        {from.length > 0 && (
          <p className="plan-line__from">
            Sent by{' '}
            {from
              .slice(0, shownAtFirst)
              .map((f) => `${f.party.name} (${count(f.people)})`)
              .join(', ')}
            {from.length > shownAtFirst && ` and ${counted(from.length - shownAtFirst, 'other', 'others')}`}.
          </p>
        )}
        <PlanLineDetails line={line} title={title} />
      </div>
    </li>
  );
}

function PlanLineDetails({ line, title }: { readonly line: PlanLine; readonly title: string }) {
  const { reasons, from, byPeriod } = line;
  const changing = new Set(byPeriod.map((p) => p.filled)).size > 1;
  const parts = [
    from.length > shownAtFirst && 'all lenders',
    changing && 'by period',
    reasons.length > 0 && 'why short',
  ];
  const named = parts.filter((part) => part !== false);
  if (named.length === 0) return null;
  return (
    <details className="plan-line__details">
      <summary>
        {named.join(', ').replace(/^./, (c) => c.toUpperCase())}
        <span className="usa-sr-only"> for {title}</span>
      </summary>
      {reasons.length > 0 && (
        <>
          <h5>Why people are short</h5>
          <ul>
            {reasons.map(({ barrier, people: n, words }) => (
              <li key={barrier}>
                <strong>
                  {people(n)}, {barrierLabel(barrier)}:
                </strong>{' '}
                {words}
              </li>
            ))}
          </ul>
        </>
      )}
      {changing && (
        <>
          <h5>How many are there, by period</h5>
          <ul>
            {byPeriod.map((p) => (
              <li key={p.period.fromOn}>
                {period(p.period)}: <strong>{count(p.filled)}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      {from.length > 0 && (
        <>
          <h5>Who sends people, at most at any one time</h5>
          <ul className="plan-line__lenders">
            {from.map((f) => (
              <li key={`${f.party.id} ${f.kind}`}>
                {f.party.name}: <strong>{count(f.people)}</strong> <span className="note">{f.kind}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
