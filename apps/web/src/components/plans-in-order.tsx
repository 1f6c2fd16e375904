import type { Broken, Outcome, Plan } from '../data/outcome-parts.ts';
import { day, time } from '../text/days.ts';
import { sumOf } from '../text/group.ts';
import { change, count, counted, dollars, people } from '../text/numbers.ts';
import { begin, the } from '../text/sentences.ts';
import { ChangesTable } from './changes-table.tsx';

/** The plans as they were made, and what broke them on the way. */
export function PlansInOrder({ outcome }: { readonly outcome: Outcome }) {
  const { plans, broken } = outcome;
  return (
    <>
      <h3>{plans.length === 1 ? 'The plan' : 'The plans, in the order made'}</h3>
      <ol className="plans">
        {plans.map((plan, i) => (
          <PlanItem
            key={plan.planId}
            plan={plan}
            before={plans.find((p) => p.planId === plan.replacesPlanId)}
            position={i + 1}
            standing={i === plans.length - 1}
            broken={broken.filter((b) => b.planId === plan.planId)}
            outcome={outcome}
          />
        ))}
      </ol>
    </>
  );
}

interface PlanItemProps {
  readonly plan: Plan;
  readonly before: Plan | undefined;
  readonly position: number;
  readonly standing: boolean;
  readonly broken: readonly Broken[];
  readonly outcome: Outcome;
}

function PlanItem({ plan, before, position, standing, broken, outcome }: PlanItemProps) {
  return (
    <li className={standing ? 'plan plan--standing' : 'plan'}>
      <h4>
        {before ? `Plan ${position}, revised` : `Plan ${position}`}
        {standing && <span className="plan__standing">stands</span>}
      </h4>
      <p className="note">
        {day(plan.at)}, {time(plan.at)}
      </p>
      <dl className="plan__figures">
        <PlanFigure label="Planned" value={count(plan.planned)} by={before && plan.planned - before.planned} />
        <PlanFigure label="Short" value={count(plan.short)} by={before && plan.short - before.short} />
        <PlanFigure label="Cost" value={dollars(plan.costCents)} by={undefined} />
      </dl>
      {before && <Difference plan={plan} outcome={outcome} />}
      {broken.map((b) => (
        <BrokenNote key={`${b.at} ${b.party?.id}`} broken={b} outcome={outcome} />
      ))}
    </li>
  );
}

function PlanFigure({
  label,
  value,
  by,
}: {
  readonly label: string;
  readonly value: string;
  readonly by: number | undefined;
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <strong>{value}</strong>
        {by !== undefined && (
          <span className="note"> {by === 0 ? 'as before' : `${change(by)} against the plan before`}</span>
        )}
      </dd>
    </div>
  );
}

function Difference({ plan, outcome }: { readonly plan: Plan; readonly outcome: Outcome }) {
  const { changes } = plan;
  if (changes.length === 0) return <p>Nothing else changes.</p>;
  const joined = changes.filter((c) => c.before === 0);
  const left = changes.filter((c) => c.after === 0);
  const facts = [
    joined.length > 0 && `${count(sumOf(joined, (c) => c.after))} are put on lines anew`,
    left.length > 0 && `${count(sumOf(left, (c) => c.before))} are taken off`,
  ].filter((fact) => fact !== false);
  return (
    <>
      <p>
        {counted(changes.length, 'entry changes', 'entries change')}; all others stay as they were
        {facts.length > 0 && `. By lender and line, ${facts.join(' and ')}`}.
      </p>
      <ChangesTable changes={changes} lines={outcome.lines} planId={plan.planId} />
    </>
  );
}

function BrokenNote({ broken, outcome }: { readonly broken: Broken; readonly outcome: Outcome }) {
  const { party, capacity, at, lostPeople, lostCostCents, lostByLine } = broken;
  const source = outcome.consents.find((c) => c.party.id === party?.id && c.capacity.id === capacity?.id)?.source;
  return (
    <div className="broken">
      <h5>
        What broke it, on {day(at)} at {time(at)}
      </h5>
      <p>
        {whatBroke(broken)} At the fullest time the plan loses {people(lostPeople)}, worth {dollars(lostCostCents)} in
        all. By line, each at its own fullest time:
      </p>
      <ul>
        {lostByLine.map(({ lineId, people: n }) => (
          <li key={lineId}>
            {begin(outcome.lines.find((l) => l.lineId === lineId)?.title ?? lineId)}: <strong>{count(n)}</strong>
          </li>
        ))}
      </ul>
      {source?.kind === 'assumption' && (
        <p className="note">
          <strong>Assumption.</strong> {source.words}
        </p>
      )}
    </div>
  );
}

function whatBroke({ party, capacity, overtakenBy }: Broken): string {
  if (party && capacity) return `The consent of ${the(party.name)} (${capacity.name}) ends.`;
  const version = `version ${overtakenBy?.requestVersion} of the request`;
  return overtakenBy?.decided === 'opinion'
    ? `Counsel has given another opinion on ${version}.`
    : `${begin(version)} was submitted, and answers to another were given.`;
}
