import type { AuthorityQuestion, LawPort, ServiceKind, Verdict } from '@muster/decision';
import type { Day, PlaceId, StatusId, TaskId } from '@muster/terms';
import type { LawBook } from './law-book.ts';

/** A kind of service as a row of the matrix: by its code, or by its status where the pack gives it none. */
export interface ServiceRow extends ServiceKind {
  readonly code: string;
  readonly label: string;
  readonly relation: AuthorityQuestion['relation'];
  readonly hostConsent: AuthorityQuestion['hostConsent'];
}

/** `hold` is how the status comes into being. */
export type ActName = TaskId | 'hold';

export interface MatrixCell {
  readonly act: ActName;
  readonly letter: 'P' | 'N' | 'C' | 'F' | '–';
  readonly kind: Verdict['kind'];
  readonly contested: boolean;
  /** Labels of the offices whose consent is needed. */
  readonly needs: readonly string[];
  readonly because: readonly { readonly policyId: string; readonly citation: string; readonly confidence: string }[];
}

/** Every kind of service by every task, on one day, in a place that no rule treats apart. */
export interface LawMatrix {
  readonly pack: string;
  readonly title: string;
  readonly disclaimer: string;
  readonly on: Day;
  readonly tasks: readonly { readonly taskId: TaskId; readonly code: string; readonly label: string }[];
  readonly rows: readonly (ServiceRow & { readonly gate: MatrixCell; readonly cells: readonly MatrixCell[] })[];
}

export function lawMatrix(book: LawBook, on: Day): LawMatrix {
  const { law, terms, heading } = book;
  const tasks = [...terms.tasks].map(([taskId, { code, label }]) => ({ taskId, code, label }));
  const placeId = plainPlace(book);
  const cell = (row: ServiceRow, act: ActName) => toCell(book, act, askRow(law, row, act, placeId, on));
  const rows = serviceRows(book).map((row) => ({
    ...row,
    gate: cell(row, 'hold'),
    cells: tasks.map(({ taskId }) => cell(row, taskId)),
  }));
  return { pack: law.pack, title: heading.title, disclaimer: heading.disclaimer.trim(), on, tasks, rows };
}

/** The codes of the pack, and each status that has none. */
export function serviceRows({ codes, terms }: LawBook): ServiceRow[] {
  const coded = codes.map(({ code, label, statusId, delegationIds, relation, hostConsent = 'unanswered' }) => {
    return { code, label, statusId, delegationIds, relation, hostConsent };
  });
  const withCode = new Set<StatusId>(coded.map((row) => row.statusId));
  const rest = [...terms.statuses].flatMap(([statusId, { label }]) =>
    withCode.has(statusId)
      ? []
      : (['home', 'away'] as const).map((relation) => ({
          code: `${statusId}, ${relation}`,
          label: `${label}, ${relation === 'home' ? 'at home' : 'away'}`,
          statusId,
          delegationIds: [],
          relation,
          hostConsent: 'unanswered' as const,
        })),
  );
  return [...coded, ...rest];
}

/** The place the matrix is asked for: that of its codes, or the first that no policy names. */
export function plainPlace({ codes, terms, policies }: LawBook): PlaceId {
  const named = new Set(policies.flatMap(({ looksAt }) => [...looksAt.places]));
  const plain = [...terms.places].find(([id, { sovereignId }]) => !named.has(id) && !named.has(sovereignId));
  const [first] = terms.places.keys();
  return codes[0]?.placeId ?? plain?.[0] ?? (first as PlaceId);
}

export function askRow(law: LawPort, row: ServiceRow, act: ActName, placeId: PlaceId, on: Day): Verdict {
  const { statusId, delegationIds, relation, hostConsent } = row;
  return law.verdict({
    statusId,
    delegationIds,
    relation,
    hostConsent,
    placeId,
    on,
    act: act === 'hold' ? { kind: 'hold' } : { kind: 'task', taskId: act },
  });
}

function toCell({ terms }: LawBook, act: ActName, verdict: Verdict): MatrixCell {
  const { kind, contested, needs, because } = verdict;
  return {
    act,
    letter: letterOf(verdict),
    kind,
    contested,
    needs: needs.map(({ capacity }) => terms.capacities.get(capacity)?.label ?? 'Counsel'),
    because: because.map(({ policyId, citation, confidence }) => ({ policyId, citation, confidence })),
  };
}

function letterOf({ kind, contested }: Verdict): MatrixCell['letter'] {
  switch (kind) {
    case 'permitted':
      return 'P';
    case 'needs':
      return contested ? 'C' : 'N';
    case 'forbidden':
      return 'F';
    case 'noAuthority':
      return '–';
  }
}
