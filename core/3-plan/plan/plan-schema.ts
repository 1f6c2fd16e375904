import { serviceKindSchema } from '@muster/decision/events';
import {
  centsSchema,
  daySchema,
  lineIdSchema,
  partyIdSchema,
  peopleSchema,
  periodSchema,
  planIdSchema,
  poolIdSchema,
  requestIdSchema,
  somePeopleSchema,
} from '@muster/terms';
import { z } from 'zod';
import { barriers } from '../barrier.ts';
import { planOrderSchema } from '../plan-order.ts';

const assignment = z.strictObject({
  poolId: poolIdSchema,
  lenderId: partyIdSchema,
  lineId: lineIdSchema,
  kind: serviceKindSchema,
  period: periodSchema,
  people: somePeopleSchema,
  arriveOn: daySchema,
});

const reason = z.strictObject({
  barrier: z.enum([...barriers, 'strength']),
  people: somePeopleSchema,
  words: z.string(),
});

const line = z.strictObject({
  lineId: lineIdSchema,
  asked: peopleSchema,
  filled: peopleSchema,
  byPeriod: z.array(z.strictObject({ period: periodSchema, filled: peopleSchema })),
  short: peopleSchema,
  reasons: z.array(reason),
});

const level = z.strictObject({
  level: z.string(),
  meaning: z.string(),
  value: z.number(),
  bound: z.number(),
  gap: z.number(),
  duals: z
    .strictObject({ per: z.int().min(1), rows: z.array(z.int()).max(1_000_000), held: z.array(z.int()).max(16) })
    .optional(),
});

/** A plan as a command carries it. */
export const planSchema = z.strictObject({
  planId: planIdSchema,
  requestId: requestIdSchema,
  requestVersion: z.int().min(1),
  orderOn: daySchema,
  travelKmPerDay: z.int().min(1).max(20_000),
  order: planOrderSchema.optional(),
  assignments: z.array(assignment).max(200_000),
  lines: z.array(line),
  levels: z.array(level),
  costCents: centsSchema,
  solver: z.string(),
});
