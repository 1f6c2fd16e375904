import { Fragment } from 'react';
import { cellKey, cellName, type OpenCell } from '../data/open-cell.ts';
import type { Authority, AuthorityTask } from '../data/outcome-parts.ts';
import { firstsOf, verdictOf } from '../text/labels.ts';
import { count } from '../text/numbers.ts';
import { FirstTag } from './first-tag.tsx';
import { LawPanel } from './law-panel.tsx';
import { ScrollRegion } from './scroll-region.tsx';
import { VerdictChip } from './verdict-chip.tsx';

interface LawProps {
  readonly authority: Authority;
  readonly open: OpenCell;
}

/** Tasks by kinds of service. */
export function LawMatrix({ authority, open }: LawProps) {
  const { kinds, tasks } = authority;
  return (
    <>
      <h3>Task by task</h3>
      <p className="note">Home: in the lender’s own state. Away: in another state.</p>
      <ScrollRegion label="Verdicts by task and kind of service">
        <table className="law-matrix">
          <caption className="usa-sr-only">
            Verdicts by task and kind of service, at home (in the lender’s own state) and away (in another state)
          </caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                Task
              </th>
              {kinds.map((kind) => (
                <th key={kind} scope="colgroup" colSpan={2}>
                  {kind}
                </th>
              ))}
            </tr>
            <tr>
              {kinds.map((kind) => (
                <Fragment key={kind}>
                  <th scope="col">Home</th>
                  <th scope="col">Away</th>
                </Fragment>
              ))}
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <MatrixRow key={task.task.id} task={task} authority={authority} open={open} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function MatrixRow({ task, authority, open }: LawProps & { readonly task: AuthorityTask }) {
  const opened = task.cells.find((cell) => cellKey(task, cell) === open.key);
  return (
    <>
      <tr>
        <th scope="row">
          {task.task.name}
          <span className="law-matrix__people">{count(task.people)} people</span>
        </th>
        {authority.kinds.map((kind) =>
          (['home', 'away'] as const).map((relation) => {
            const cell = task.cells.find((c) => c.kind === kind && c.relation === relation);
            if (!cell) return <td key={`${kind} ${relation}`}>Not asked</td>;
            const key = cellKey(task, cell);
            return (
              <td key={key} className={open.key === key ? 'is-open' : undefined}>
                <VerdictChip
                  verdict={verdictOf(cell)}
                  of={cellName(task, cell)}
                  open={open.key === key}
                  panelId={`law-${key}`}
                  onPress={(chip) => open.press(key, chip)}
                />
                <FirstTag words={firstsOf(cell)} of={cellName(task, cell)} />
              </td>
            );
          }),
        )}
      </tr>
      {opened && (
        <tr>
          <td colSpan={1 + 2 * authority.kinds.length}>
            <LawPanel task={task} cell={opened} authority={authority} onClose={open.close} />
          </td>
        </tr>
      )}
    </>
  );
}
