import { useMemo, useState } from 'react';
import { ConsentMap } from '../components/consent-map.tsx';
import { LendersTable } from '../components/lenders-table.tsx';
import { OtherConsentsTable } from '../components/other-consents-table.tsx';
import { Section } from '../components/section.tsx';
import type { Outcome } from '../data/outcome-parts.ts';
import { type ConsentFilter, consentRows } from '../text/consent-rows.ts';
import { count } from '../text/numbers.ts';

export function WhoConsented({ outcome }: { readonly outcome: Outcome }) {
  const [filter, setFilter] = useState<ConsentFilter>({ status: 'all', text: '' });
  // In UTC, as the record keeps days.
  const today = new Date().toISOString().slice(0, 10);
  const lenders = useMemo(() => consentRows(outcome, today, (c) => c.side === 'lender'), [outcome, today]);
  const others = useMemo(() => consentRows(outcome, today, (c) => c.side !== 'lender'), [outcome, today]);
  return (
    <Section
      id="consent"
      step={4}
      title="Who consented"
      lead={
        lenders.length === 0
          ? undefined
          : `Each lender answers for itself: in full, in part, with conditions, or not at all. Silence to the last day is not consent. As it stands they consent to send ${count(outcome.figures.consented)} people.`
      }
    >
      {lenders.length === 0 && <p className="empty">Nobody has been asked for consent yet.</p>}
      {lenders.length > 0 && (
        <>
          {lenders.some((row) => row.postal) && <ConsentMap rows={lenders} filter={filter} onFilter={setFilter} />}
          <LendersTable rows={lenders} filter={filter} onFilter={setFilter} requestId={outcome.requestId} />
        </>
      )}
      {others.length > 0 && <OtherConsentsTable rows={others} />}
    </Section>
  );
}
