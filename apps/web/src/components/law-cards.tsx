import { cellKey, cellName, type OpenCell } from '../data/open-cell.ts';
import type { Authority, AuthorityTask } from '../data/outcome-parts.ts';
import { firstsOf, verdictOf } from '../text/labels.ts';
import { count } from '../text/numbers.ts';
import { FirstTag } from './first-tag.tsx';
import { LawPanel } from './law-panel.tsx';
import { VerdictChip } from './verdict-chip.tsx';

interface LawProps {
  readonly authority: Authority;
  readonly open: OpenCell;
}

/** The same as the matrix, a card for each task, where the page is narrow. */
export function LawCards({ authority, open }: LawProps) {
  return (
    <div className="law-cards">
      {authority.tasks.map((task) => (
        <LawCard key={task.task.id} task={task} authority={authority} open={open} />
      ))}
    </div>
  );
}

function LawCard({ task, authority, open }: LawProps & { readonly task: AuthorityTask }) {
  return (
    <section className="law-card" aria-labelledby={`law-card-${task.task.id}`}>
      <h3 id={`law-card-${task.task.id}`}>
        {task.task.name} <span className="law-matrix__people">{count(task.people)} people</span>
      </h3>
      {authority.kinds.map((kind) => {
        const cells = task.cells.filter((cell) => cell.kind === kind);
        const opened = cells.find((cell) => cellKey(task, cell) === open.key);
        return (
          <div key={kind} className="law-card__kind">
            <h4>{kind}</h4>
            <ul>
              {cells.map((cell) => {
                const key = cellKey(task, cell);
                return (
                  <li key={key}>
                    <span className="law-card__where">{cell.relation === 'home' ? 'Home' : 'Away'}</span>
                    <VerdictChip
                      verdict={verdictOf(cell)}
                      of={cellName(task, cell)}
                      open={open.key === key}
                      panelId={`law-${key}`}
                      onPress={(chip) => open.press(key, chip)}
                    />
                    <FirstTag words={firstsOf(cell)} of={cellName(task, cell)} />
                  </li>
                );
              })}
            </ul>
            {opened && <LawPanel task={task} cell={opened} authority={authority} onClose={open.close} />}
          </div>
        );
      })}
    </section>
  );
}
