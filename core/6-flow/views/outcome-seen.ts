import { type AuthorityClass, kindKey, type LawTerms, type ServiceKind } from '@muster/decision/events';
import type { LineId, PlaceId, ReadStream, TaskId } from '@muster/terms';
import {
  type ClassSeen,
  type DeploymentClass,
  firstWords,
  gatherClassesSeen,
  isOfClass,
  lastDayOf,
  seenWords,
} from './first-of-its-kind.ts';
import type { Outcome } from './outcome-schema.ts';
import { words } from './words.ts';

/** What the record has seen of that which one request asks for, as each decider is shown it. */
export interface SeenOf {
  readonly all: Outcome['authority']['seen'];
  /** For one answer of the law. */
  firstIn(answer: AuthorityClass): { readonly firstOfItsKind?: string };
  /** For one consent: the kinds of service it is sought for, on its lines, where the law lets them serve. */
  firstAsked(kinds: readonly ServiceKind[], lineIds: readonly LineId[]): string[];
}

export async function gatherSeenOf(
  read: ReadStream,
  answers: readonly AuthorityClass[],
  lines: Outcome['lines'],
  terms: LawTerms,
): Promise<SeenOf> {
  /** An answer may be for lines that an amendment has taken away since. */
  const classesOf = ({ kind, lineIds }: Pick<AuthorityClass, 'kind' | 'lineIds'>): DeploymentClass[] =>
    lines
      .filter((l) => lineIds.some((id) => id === l.lineId))
      .map((l) => ({ statusId: kind.statusId, taskId: l.task.id as TaskId, placeId: l.place.id as PlaceId }));
  const seen = await gatherClassesSeen(read, answers.flatMap(classesOf));
  const first = (classes: readonly DeploymentClass[]): string[] =>
    firstWords(
      seen.filter((s) => classes.some((c) => isOfClass(s, c))),
      terms,
    );
  return {
    all: seen.map((s) => seenPart(s, terms)),
    firstIn: (answer) => {
      const [said] = first(classesOf(answer));
      return said ? { firstOfItsKind: said } : {};
    },
    firstAsked: (kinds, lineIds) => {
      const keys = new Set(kinds.map(kindKey));
      const open = answers.filter(
        (a) => keys.has(kindKey(a.kind)) && (a.verdict === 'permitted' || a.verdict === 'needs'),
      );
      return first(
        open.flatMap(({ kind, lineIds: mine }) =>
          classesOf({ kind, lineIds: mine.filter((id) => lineIds.includes(id)) }),
        ),
      );
    },
  };
}

function seenPart(seen: ClassSeen, terms: LawTerms): Outcome['authority']['seen'][number] {
  const { statusId, taskId, placeId, deployments, last } = seen;
  const say = words(terms);
  const lastOn = lastDayOf(seen);
  return {
    status: { id: statusId, name: say.status(statusId) },
    task: { id: taskId, name: say.task(taskId) },
    place: { id: placeId, name: say.place(placeId) },
    firstOfItsKind: deployments === 0,
    deployments,
    ...(last && lastOn ? { lastOn, lastPeople: last.people } : {}),
    words: seenWords(seen, terms),
  };
}
