import type { LawTerms } from '@muster/decision/events';
import type { DeploymentFact } from '@muster/deployment/events';
import {
  addDays,
  type Day,
  deploymentsStream,
  type People,
  type Period,
  type PlaceId,
  type ReadStream,
  type StatusId,
  type TaskId,
  unknownEvent,
} from '@muster/terms';
import { list, onDays, people, plural, words } from './words.ts';

/** What makes two deployments of one kind. Delegations and lenders are apart. */
export interface DeploymentClass {
  readonly statusId: StatusId;
  readonly taskId: TaskId;
  /** The host's place. */
  readonly placeId: PlaceId;
}

/** A deployment that the record holds, reduced to what a decider asks of it. */
export interface SeenDeployment extends DeploymentClass {
  readonly people: People;
  readonly period: Period;
}

/** A class, and what the record holds of it. */
export interface ClassSeen extends DeploymentClass {
  /** How many deployments of the class the record holds; 0 is first of its kind. */
  readonly deployments: number;
  /** The one that ended last; of several that ended on one day, that of most people. */
  readonly last?: { readonly people: People; readonly period: Period };
}

/** What a fact shows to have been deployed. Everything that counts as seen is named here: check-ins too, once there are any. */
export function seenIn(fact: DeploymentFact): readonly SeenDeployment[] {
  switch (fact.type) {
    case 'PastDeploymentNoted':
      return [fact.data];
    default:
      // The compiler narrows a union, and one type is none yet.
      return unknownEvent(fact as never);
  }
}

/** Holds each class against what was seen. The order in which it was seen, or noted, makes no difference. */
export function holdAgainst(classes: readonly DeploymentClass[], seen: readonly SeenDeployment[]): ClassSeen[] {
  const byClass = new Map<string, SeenDeployment[]>();
  for (const one of seen) byClass.set(classKey(one), [...(byClass.get(classKey(one)) ?? []), one]);
  return classes.map(({ statusId, taskId, placeId }) => {
    const mine = byClass.get(classKey({ statusId, taskId, placeId })) ?? [];
    const [last] = [...mine].sort(laterThenLarger);
    return {
      statusId,
      taskId,
      placeId,
      deployments: mine.length,
      ...(last ? { last: { people: last.people, period: last.period } } : {}),
    };
  });
}

const laterThenLarger = (a: SeenDeployment, b: SeenDeployment): number =>
  compare(b.period.toOn, a.period.toOn) || b.people - a.people || compare(b.period.fromOn, a.period.fromOn);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const isOfClass = (a: DeploymentClass, b: DeploymentClass): boolean => classKey(a) === classKey(b);

const classKey = (c: DeploymentClass): string => JSON.stringify([c.statusId, c.taskId, c.placeId]);

/** Which of these classes the record has seen deployed; each stands once in the answer. */
export async function gatherClassesSeen(
  read: ReadStream,
  classes: readonly DeploymentClass[],
): Promise<readonly ClassSeen[]> {
  const unlike = [...new Map(classes.map((c) => [classKey(c), c])).values()];
  const places = [...new Set(unlike.map((c) => c.placeId))];
  const pages = await Promise.all(places.map((placeId) => read(deploymentsStream(placeId))));
  return holdAgainst(
    unlike,
    pages.flat().flatMap((e) => seenIn(e.fact as DeploymentFact)),
  );
}

/**
 * What a decider is told where something would be first of its kind: one sentence for each status and task, with its
 * places. It says what the record holds, which is not all that ever was.
 */
export function firstWords(classes: readonly ClassSeen[], terms: LawTerms): string[] {
  const say = words(terms);
  const places = new Map<string, { readonly of: DeploymentClass; readonly names: string[] }>();
  for (const c of classes) {
    if (c.deployments > 0) continue;
    const key = JSON.stringify([c.statusId, c.taskId]);
    const group = places.get(key) ?? { of: c, names: [] };
    group.names.push(say.place(c.placeId));
    places.set(key, group);
  }
  return [...places.values()].map(
    ({ of, names }) =>
      `First of its kind: the record holds no deployment of ${doing(of, terms)} in ${list(names, 20, 'or')}.`,
  );
}

/** What a decider is told of one class. */
export function seenWords(c: ClassSeen, terms: LawTerms): string {
  if (!c.last) return firstWords([c], terms).join('');
  const { people: sent, period } = c.last;
  const held = `The record holds ${plural(c.deployments, 'deployment')} of ${doing(c, terms)} in ${words(terms).place(c.placeId)}`;
  return `${held}${c.deployments > 1 ? ', the last of' : ', of'} ${people(sent)}, ${onDays(period)}.`;
}

/** The last day on which people of the class were seen there. */
export const lastDayOf = (c: ClassSeen): Day | undefined => c.last && addDays(c.last.period.toOn, -1);

const doing = ({ statusId, taskId }: DeploymentClass, terms: LawTerms): string =>
  `${words(terms).status(statusId)} people doing ${small(words(terms).task(taskId))}`;

/** A label inside a sentence; one that begins with an abbreviation stays as it is. */
const small = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
