import {
  capacitySchema,
  centsSchema,
  daySchema,
  delegationIdSchema,
  instantSchema,
  partyIdSchema,
  peopleSchema,
  placeIdSchema,
  poolIdSchema,
  skillIdSchema,
  statusIdSchema,
  taskIdSchema,
} from '@muster/terms';
import { z } from 'zod';
import type { TableKind } from './read-table.ts';

/** A cell that may be empty. */
const optional = <T extends z.ZodType>(cell: T) => z.preprocess((v) => (v === '' ? undefined : v), cell.optional());
/** A cell that holds several names, separated by spaces. */
const several = <T extends z.ZodType>(cell: T) =>
  z.preprocess((v) => (v === '' ? undefined : String(v).split(' ')), z.array(cell).min(1).optional());
const number = <T extends z.ZodType>(cell: T) => z.preprocess((v) => (v === '' ? undefined : Number(v)), cell);

const sourceCells = { sourceKind: z.enum(['public', 'estimate', 'assumption']), source: z.string().min(3) };

const lenderRow = z.strictObject({ partyId: partyIdSchema, people: number(peopleSchema.min(1)) });
export type LenderRow = z.infer<typeof lenderRow>;
export const lenderTable: TableKind<LenderRow> = {
  row: lenderRow,
  clash: ({ partyId }, above) =>
    above.some((r) => r.partyId === partyId) ? ['partyId', `${partyId} stands above already`] : undefined,
};

const poolRow = z.strictObject({
  lenderId: partyIdSchema,
  poolId: poolIdSchema,
  skillId: skillIdSchema,
  people: number(peopleSchema.min(1)),
  statusId: statusIdSchema,
  delegationIds: several(delegationIdSchema),
  placeId: placeIdSchema,
  readyDays: number(z.int().min(0)),
  personDayCents: number(centsSchema),
  /** Of all the lender's pools together; the same in each of its rows. */
  reserve: number(peopleSchema),
  ...sourceCells,
});
export type PoolRow = z.infer<typeof poolRow>;
export const poolTable: TableKind<PoolRow> = {
  row: poolRow,
  clash: ({ lenderId, poolId, reserve }, above) => {
    if (above.some((r) => r.poolId === poolId)) return ['poolId', `${poolId} stands above already`];
    const other = above.find((r) => r.lenderId === lenderId && r.reserve !== reserve);
    return other && ['reserve', `must be the same in every row of ${lenderId}, and above it is ${other.reserve}`];
  },
};

const answerRow = z.strictObject({
  at: optional(instantSchema),
  partyId: partyIdSchema,
  capacity: capacitySchema,
  answer: z.enum(['grant', 'refuse', 'silent']),
  people: number(peopleSchema.optional()),
  onlyTaskIds: several(taskIdSchema),
  barredTaskIds: several(taskIdSchema),
  fromOn: optional(daySchema),
  toOn: optional(daySchema),
  recallNoticeDays: number(z.int().min(0).optional()),
  reason: optional(z.string()),
  words: z.string(),
  ...sourceCells,
});
export type AnswerRow = z.infer<typeof answerRow>;
export const answerTable: TableKind<AnswerRow> = {
  row: answerRow,
  clash: ({ at, partyId, capacity, answer, people, fromOn, toOn }, above) => {
    if (above.some((r) => r.partyId === partyId && r.capacity === capacity))
      return ['partyId', `${partyId} as ${capacity} stands above already`];
    if (answer !== 'silent' && !at) return ['at', 'is empty: only who is silent gives no moment'];
    if (answer === 'grant' && people === undefined) return ['people', 'is empty: a grant says how many'];
    if (!fromOn !== !toOn) return [fromOn ? 'toOn' : 'fromOn', 'is empty: a period has both'];
    return undefined;
  },
};
