import type { Outcome } from '@muster/flow';
import { count } from './text.ts';

type Task = Outcome['authority']['tasks'][number];
type Cell = Task['cells'][number];

export interface WhyFilter {
  /** Only this line's task. */
  readonly lineId?: string | undefined;
  /** Only kinds of service whose name holds this. */
  readonly kind?: string | undefined;
}

/** The law's answers that the filter leaves. */
export function whyTasks(outcome: Outcome, { lineId, kind }: WhyFilter): Task[] {
  return outcome.authority.tasks
    .filter((t) => !lineId || t.lineIds.includes(lineId))
    .map((t) => ({ ...t, cells: t.cells.filter((c) => !kind || c.kind.toLowerCase().includes(kind.toLowerCase())) }))
    .filter((t) => t.cells.length > 0);
}

/** Why: each verdict with its citation. */
export function printWhy(outcome: Outcome, tasks: readonly Task[]): string {
  const policies = new Map(outcome.authority.policies.map((p) => [p.policyId, p]));
  const blocks = tasks.flatMap((task) => [
    `${task.task.name} (${count(task.people)} people on ${task.lineIds.length} lines)`,
    ...task.cells.flatMap((cell) => [
      `  ${cell.kind}, ${cell.relation}: ${verdictWords(cell)}`,
      ...(cell.firstOfItsKind ? [`      ${cell.firstOfItsKind}`] : []),
      ...cell.policyIds.flatMap((id) => {
        const p = policies.get(id);
        if (!p) return [];
        const note = p.litigation ? ` Litigation: ${p.litigation}` : '';
        return [
          `      ${p.effect === 'forbid' ? 'forbids' : 'permits'}: ${p.citation} (${id}, confidence ${p.confidence}).${note}`,
        ];
      }),
    ]),
    ...seenBefore(outcome, task).map((words) => `  ${words}`),
    '',
  ]);
  const opinion = outcome.opinion
    ? [
        `Counsel of ${outcome.opinion.party.name}: ${outcome.opinion.words}`,
        ...outcome.opinion.conditions.map((c) => `  condition ${c.conditionId}: ${c.words}`),
      ]
    : ['Counsel has given no opinion.'];
  return [
    ...blocks,
    ...opinion,
    '',
    `Law pack ${outcome.authority.pack}. Our reading, not legal advice; counsel decides.`,
  ].join('\n');
}

/** What the record holds of the kinds of service shown at a task. */
function seenBefore({ authority }: Outcome, { task, cells }: Task): string[] {
  const seen = authority.seen.filter((s) => s.task.id === task.id && !s.firstOfItsKind);
  return seen.filter((s) => cells.some((c) => c.status === s.status.id)).map((s) => s.words);
}

function verdictWords(cell: Cell): string {
  const needs = cell.needs.join(', ');
  if (cell.verdict === 'forbidden') return 'forbidden';
  if (cell.verdict === 'noAuthority') return 'no authority found, therefore refused';
  if (cell.contested) return `contested: needs ${needs}`;
  return cell.verdict === 'permitted' ? 'permitted' : `needs the consent of ${needs}`;
}
