import { Button } from '@trussworks/react-uswds';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { cellKey, cellName } from '../data/open-cell.ts';
import type { Authority, AuthorityCell, AuthorityTask, Policy } from '../data/outcome-parts.ts';
import { day } from '../text/days.ts';
import { verdictOf, verdicts } from '../text/labels.ts';
import { begin, withDates } from '../text/sentences.ts';
import { VerdictWord } from './verdict-chip.tsx';

interface LawPanelProps {
  readonly task: AuthorityTask;
  readonly cell: AuthorityCell;
  readonly authority: Authority;
  readonly onClose: () => void;
}

/** Why a verdict is what it is: what it needs, and the policies that decide. Escape closes it. */
export function LawPanel({ task, cell, authority, onClose }: LawPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const id = `law-${cellKey(task, cell)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a panel for another verdict is read from its beginning
  useEffect(() => heading.current?.focus({ preventScroll: true }), [id]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  const verdict = verdictOf(cell);
  const deciding = authority.policies.filter((p) => cell.policyIds.includes(p.policyId));
  return (
    <section id={id} className="law-panel" aria-labelledby={`${id}-title`} onKeyDown={onKeyDown}>
      <h4 id={`${id}-title`} ref={heading} tabIndex={-1}>
        {cellName(task, cell)}
      </h4>
      <p>
        <VerdictWord verdict={verdict} /> {verdicts[verdict].meaning}
      </p>
      <Needs needs={cell.needs} />
      {deciding.length === 0 ? (
        <p>No policy of the pack permits this task for this kind of service. What nothing permits is not allowed.</p>
      ) : (
        <>
          <h5>What decides</h5>
          <ul className="policies">
            {deciding.map((policy) => (
              <PolicyItem key={policy.policyId} policy={policy} />
            ))}
          </ul>
        </>
      )}
      <DoneBefore task={task} cell={cell} seen={authority.seen} />
      <p className="law-panel__foot">
        <span>Our reading, not legal advice; counsel decides.</span>
        <Button type="button" unstyled onClick={onClose}>
          Close
        </Button>
      </p>
    </section>
  );
}

function Needs({ needs }: { readonly needs: readonly string[] }) {
  const sovereigns = needs.filter((need) => need !== 'counsel');
  if (needs.length === 0) return null;
  return (
    <>
      <h5>What it needs</h5>
      <ul>
        {sovereigns.map((need) => (
          <li key={need}>Consent of: {need}</li>
        ))}
        {needs.includes('counsel') && <li>Counsel’s clearance, because the law is contested</li>}
      </ul>
    </>
  );
}

/** What the record holds of this status at this task, place by place; what it holds nothing of comes first. */
function DoneBefore({ task, cell, seen }: Pick<LawPanelProps, 'task' | 'cell'> & { readonly seen: Authority['seen'] }) {
  const before = seen.filter((s) => s.task.id === task.task.id && s.status.id === cell.status && !s.firstOfItsKind);
  const said = [...(cell.firstOfItsKind ? [cell.firstOfItsKind] : []), ...before.map((s) => s.words)];
  if (said.length === 0) return null;
  return (
    <>
      <h5>Whether it has been done before</h5>
      <ul>
        {said.map((words) => (
          <li key={words}>{withDates(words, day)}</li>
        ))}
      </ul>
    </>
  );
}

function PolicyItem({ policy }: { readonly policy: Policy }) {
  const { policyId, effect, citation, confidence, inForceFrom, inForceTo, litigation } = policy;
  return (
    <li className={`policy policy--${effect}`}>
      <p className="policy__citation">
        <strong>{effect === 'permit' ? 'Permits' : 'Forbids'}:</strong> {citation}
      </p>
      <p className="policy__facts">
        {begin(confidence)} confidence in our reading · in force from {day(inForceFrom)}
        {inForceTo && ` to ${day(inForceTo)}`} · <code>{policyId}</code>
      </p>
      {litigation && (
        <p className="policy__litigation">
          <strong>In litigation.</strong> {withDates(litigation, day)}
        </p>
      )}
    </li>
  );
}
