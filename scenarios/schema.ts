import { commandNames } from '@muster/flow';
import {
  actorSchema,
  commandIdSchema,
  daySchema,
  instantSchema,
  planIdSchema,
  refusalCodes,
  requestIdSchema,
} from '@muster/terms';
import { z } from 'zod';

const title = z.string().min(3).max(200);
const at = instantSchema;
const by = actorSchema;
const table = z
  .string()
  .regex(/^[a-z0-9-]+\.csv$/, 'must be the name of a CSV file beside the scenario, such as answers.csv');

/** One command as it stands. `expect` names the refusal the story tells of; any other refusal stops the run. */
const commandStep = z.strictObject({
  step: z.literal('command'),
  id: commandIdSchema,
  title,
  at,
  by,
  name: z.enum(commandNames),
  data: z.record(z.string(), z.unknown()),
  expect: z.enum(refusalCodes).optional(),
});

/** A `SeekConsents` command whose lenders are a table: `partyId,people`. */
const seekStep = z.strictObject({
  step: z.literal('seek'),
  id: commandIdSchema,
  title,
  at,
  by,
  lenders: table,
  data: z.record(z.string(), z.unknown()),
});

/** One `OfferPools` command a lender, from a table of pools. */
const offerStep = z.strictObject({ step: z.literal('offer'), id: commandIdSchema, title, at, pools: table });

/** One answer a row: grant, refuse, or silence. */
const answerStep = z.strictObject({ step: z.literal('answer'), id: commandIdSchema, title, answers: table });

/** Time goes by: asks past their last day lapse. */
const lapseStep = z.strictObject({ step: z.literal('lapse'), id: commandIdSchema, title, at });

/** The solver makes a plan from what the record holds; where one stands, with the fewest changes to it. */
const planStep = z.strictObject({
  step: z.literal('plan'),
  id: commandIdSchema,
  title,
  at,
  by,
  planId: planIdSchema,
  orderOn: daySchema,
  travelKmPerDay: z.int().min(1).max(20_000),
});

export const stepSchema = z.discriminatedUnion('step', [
  commandStep,
  seekStep,
  offerStep,
  answerStep,
  lapseStep,
  planStep,
]);
export type Step = z.infer<typeof stepSchema>;

export const scenarioSchema = z.strictObject({
  scenario: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be the name of its folder'),
  title: z.string().min(3).max(200),
  summary: z.string().min(10).max(1000),
  /** The law pack it is played under. */
  pack: z.string(),
  requestId: requestIdSchema,
  /** What nobody has published, and how it was filled in. */
  assumptions: z.array(z.string().min(10)).min(1),
  steps: z.array(stepSchema).min(1),
});
export type Scenario = z.infer<typeof scenarioSchema>;
