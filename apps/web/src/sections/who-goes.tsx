import { PlanLines } from '../components/plan-lines.tsx';
import { PlanObjectives } from '../components/plan-objectives.tsx';
import { PlansInOrder } from '../components/plans-in-order.tsx';
import { Section } from '../components/section.tsx';
import { ShortByReason } from '../components/short-by-reason.tsx';
import { WhatIf } from '../components/what-if.tsx';
import type { Outcome } from '../data/outcome-parts.ts';
import { count } from '../text/numbers.ts';

export function WhoGoes({ outcome }: { readonly outcome: Outcome }) {
  const standing = outcome.plans.at(-1);
  return (
    <Section
      id="plan"
      step={5}
      title="Who goes"
      lead={
        standing &&
        `The plan that stands puts ${count(standing.planned)} people on a line for its whole period; ${count(standing.short)} are lacking, and each of them has a reason.`
      }
    >
      {standing ? (
        <>
          <ShortByReason plan={standing} />
          <PlansInOrder outcome={outcome} />
          <PlanLines plan={standing} lines={outcome.lines} />
          <PlanObjectives plan={standing} />
          <WhatIf outcome={outcome} />
        </>
      ) : (
        <p className="empty">No plan has been made yet.</p>
      )}
    </Section>
  );
}
