import {
  type Fault,
  type LineId,
  lineIdSchema,
  type PartyId,
  type Period,
  type PlaceId,
  periodSchema,
  placeIdSchema,
  type SkillId,
  type Source,
  skillIdSchema,
  somePeopleSchema,
  sourceSchema,
  type TaskId,
  taskIdSchema,
} from '@muster/terms';
import { z } from 'zod';

/** A line as someone drafts it: what is not yet known is simply absent. */
export const draftLineSchema = z.strictObject({
  lineId: lineIdSchema,
  title: z.string().min(3).max(120),
  people: somePeopleSchema,
  taskId: taskIdSchema.optional(),
  skillId: skillIdSchema.optional(),
  placeId: placeIdSchema.optional(),
  period: periodSchema.optional(),
  /** 1 is the most urgent, 5 the least. */
  priority: z.int().min(1).max(5).optional(),
  source: sourceSchema,
});
export type DraftLine = z.infer<typeof draftLineSchema>;

/** One line of a request: so many people, with one skill, for one task, at one place, over one period. */
export interface Line {
  readonly lineId: LineId;
  readonly title: string;
  readonly people: number;
  readonly taskId: TaskId;
  readonly skillId: SkillId;
  readonly placeId: PlaceId;
  readonly period: Period;
  readonly priority: number;
  readonly source: Source;
}

/** The words a line may use; a law pack's terms satisfy it. */
export interface LineVocabulary {
  readonly parties: ReadonlyMap<PartyId, unknown>;
  readonly tasks: ReadonlyMap<TaskId, unknown>;
  readonly skills: ReadonlyMap<SkillId, unknown>;
  readonly places: ReadonlyMap<PlaceId, unknown>;
}

/** What a line still lacks, or names that the law does not know, each by its field. */
export function lineFaults(line: DraftLine, index: number, words: LineVocabulary): Fault[] {
  const at = (field: string) => `lines.${index}.${field}`;
  const faults: Fault[] = [];
  const need = (field: string, value: unknown, why: string) => {
    if (value === undefined) faults.push({ field: at(field), problem: `is missing: ${why}` });
  };
  need('taskId', line.taskId, 'without a task nobody can say whether it is lawful, or whose consent it needs');
  need('skillId', line.skillId, 'without a skill nobody can say who could do it');
  need('placeId', line.placeId, 'without a place nobody can say whose law and whose consent apply');
  need('period', line.period, 'without first and last day nobody can say who is free');
  need('priority', line.priority, 'without a priority (1 to 5) nobody can say who goes first when people are short');

  const know = (field: string, value: string | undefined, known: ReadonlyMap<string, unknown>) => {
    if (value !== undefined && !known.has(value)) {
      const problem = `names "${value}", which the law pack does not know; it knows ${nearest(value, [...known.keys()])}`;
      faults.push({ field: at(field), problem });
    }
  };
  know('taskId', line.taskId, words.tasks);
  know('skillId', line.skillId, words.skills);
  know('placeId', line.placeId, words.places);
  return faults;
}

/** A few known names, those that begin alike first. */
function nearest(word: string, known: readonly string[]): string {
  const alike = known.filter((k) => k[0] === word[0]);
  const shown = [...alike, ...known.filter((k) => k[0] !== word[0])].slice(0, 5);
  return `${shown.join(', ')}${known.length > shown.length ? ' …' : ''}`;
}

/** The line as complete, or undefined when a part is missing. */
export function completeLine(line: DraftLine): Line | undefined {
  const { taskId, skillId, placeId, period, priority } = line;
  if (!taskId || !skillId || !placeId || !period || !priority) return undefined;
  return { ...line, taskId, skillId, placeId, period, priority };
}
