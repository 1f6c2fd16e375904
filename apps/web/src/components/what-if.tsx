import { Button } from '@trussworks/react-uswds';
import { lazy, Suspense, useState } from 'react';
import type { Outcome } from '../data/outcome-parts.ts';

const WhatIfForm = lazy(() => import('./what-if-form.tsx'));

/** Trying what would be otherwise; nothing of it is fetched before somebody wants it. */
export function WhatIf({ outcome }: { readonly outcome: Outcome }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="what-if">
      <h3 id="what-if-title">What if?</h3>
      <p>
        Suppose that a lender refuses, or that a line needs more people. The plan is made again here, in your browser,
        and proved; whoever can stay where they are stays. Nothing is recorded.
      </p>
      {open ? (
        <Suspense fallback={<p role="status">Fetching what it takes…</p>}>
          <WhatIfForm outcome={outcome} />
        </Suspense>
      ) : (
        <Button type="button" outline onClick={() => setOpen(true)}>
          Suppose something
        </Button>
      )}
    </div>
  );
}
