import { periodSchema, placeIdSchema, skillIdSchema, taskIdSchema } from '@muster/terms';
import { z } from 'zod';

/** Picks uses of people: those that match every part named. What is absent is not asked. */
export const selectorSchema = z.strictObject({
  lenderIds: z.array(z.string()).optional(),
  poolIds: z.array(z.string()).optional(),
  kinds: z.array(z.string()).optional(),
  skillIds: z.array(skillIdSchema).optional(),
  lineIds: z.array(z.string()).optional(),
  taskIds: z.array(taskIdSchema).optional(),
  placeIds: z.array(placeIdSchema).optional(),
  /** Uses that touch these days. */
  period: periodSchema.optional(),
});
export type Selector = z.infer<typeof selectorSchema>;

type Within<T> = readonly T[] | undefined;
const within = <T>(ids: Within<T>, id: T): boolean => ids?.includes(id) ?? true;

/** The part of a selector that looks at the people. */
export const picksPool = (
  s: Selector,
  pool: { readonly poolId: string; readonly lenderId: string; readonly skillId: string },
): boolean =>
  within(s.lenderIds, pool.lenderId) && within(s.poolIds, pool.poolId) && within<string>(s.skillIds, pool.skillId);

/** The part that looks at the work. */
export const picksLine = (
  s: Selector,
  line: { readonly lineId: string; readonly taskId: string; readonly placeId: string },
): boolean =>
  within(s.lineIds, line.lineId) && within<string>(s.taskIds, line.taskId) && within<string>(s.placeIds, line.placeId);

export const picksKind = (s: Selector, kind: string): boolean => within(s.kinds, kind);

export const picksDays = (s: Selector, fromOn: string, toOn: string): boolean =>
  s.period === undefined || (s.period.fromOn < toOn && fromOn < s.period.toOn);
