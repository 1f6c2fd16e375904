import { Table } from '@trussworks/react-uswds';
import { RefusedAttempt } from '../components/refused-attempt.tsx';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { Section } from '../components/section.tsx';
import { SourceBadge } from '../components/source-badge.tsx';
import type { Line, Outcome } from '../data/outcome-parts.ts';
import { period } from '../text/days.ts';
import { groupBy, sumOf } from '../text/group.ts';
import { count, counted } from '../text/numbers.ts';
import { begin, the } from '../text/sentences.ts';

export function WhoAsked({ outcome }: { readonly outcome: Outcome }) {
  const { lines, refusals, requester, addressee, figures } = outcome;
  const attempts = refusals.filter((r) => r.command !== 'GiveOpinion');
  return (
    <Section
      id="who-asked"
      step={1}
      title="Who asked for what"
      lead={
        <>
          {begin(the(requester.name))} asks {the(addressee.name)} for {count(figures.asked)} people
          {lines.length > 0 && <>, on {counted(lines.length, 'line')}</>}. A line goes forward only when it names a
          task, a skill, a place, a period and a priority: without them nobody can say what is lawful, or whose consent
          counts.
        </>
      }
    >
      {attempts.map((refusal) => (
        <RefusedAttempt key={`${refusal.at} ${refusal.command}`} refusal={refusal} />
      ))}
      {lines.length === 0 ? <p className="empty">No line has been submitted yet.</p> : <LinesTable lines={lines} />}
    </Section>
  );
}

function LinesTable({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <>
      <h3>What is asked for, by task</h3>
      <p className="note">Priority 1 goes first when people are short.</p>
      <ScrollRegion label="What is asked for, by task">
        <Table fullWidth className="lines-table stackable">
          <caption className="usa-sr-only">Lines of the request, by task</caption>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Place</th>
              <th scope="col" className="number">
                People
              </th>
              <th scope="col">Period</th>
              <th scope="col" className="number">
                Priority
              </th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          {groupBy(lines, (l) => l.task.id).map(([taskId, group]) => (
            <tbody key={taskId}>
              <tr className="group-row">
                <th scope="rowgroup" colSpan={2}>
                  {group[0]?.task.name}
                </th>
                <td className="number">
                  <strong>{count(sumOf(group, (l) => l.people))}</strong>
                </td>
                <td colSpan={3} />
              </tr>
              {group.map((line) => (
                <tr key={line.lineId}>
                  <th scope="row" data-label="Line">
                    {line.title}
                    <span className="skill">Skill: {line.skill.name.toLowerCase()}</span>
                  </th>
                  <td data-label="Place" className="half">
                    {line.place.name}
                  </td>
                  <td data-label="People" className="number">
                    {count(line.people)}
                  </td>
                  <td data-label="Period" className="period">
                    {period(line.period)}
                  </td>
                  <td data-label="Priority" className="number">
                    {line.priority}
                  </td>
                  <td data-label="Source" className="half">
                    <SourceBadge source={line.source} of={line.title} />
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </Table>
      </ScrollRegion>
    </>
  );
}
