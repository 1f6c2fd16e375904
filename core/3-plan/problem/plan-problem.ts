import {
  daySchema,
  peopleSchema as people,
  periodSchema,
  placeIdSchema,
  skillIdSchema,
  somePeopleSchema as somePeople,
  taskIdSchema,
} from '@muster/terms';
import { z } from 'zod';
import { selectorSchema } from './selector.ts';

/**
 * A sourcing problem by itself: who could be lent, what is asked, what bars and limits the two, and what counts as
 * better. It is plain data that fits in a file, so that a plan can be made, checked and argued about anywhere; law,
 * counsel and consents have become bars and limits, each with its words.
 */

const name = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._+-]{0,999}$/, 'must be a name of letters, digits, dots, hyphens or underscores');
/** A whole number that is told of in one sentence where it is none, too small or too large. */
const whole = (least: number, most: number) =>
  z
    .int('must be a whole number')
    .min(least, least === 0 ? 'must not be negative' : `must be at least ${least}`)
    .max(most, `must be at most ${most.toLocaleString('en-US')}`);
const mostPeople = 10_000_000;
/** Ten years. */
const mostDays = 3660;

const place = z.strictObject({
  placeId: placeIdSchema,
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

const lender = z.strictObject({
  lenderId: name,
  /** All it has; its burden is what it lends as a share of this. */
  strength: somePeople,
  /** How many stay at home at any time, of those in its pools. */
  reserve: people,
});

const pool = z.strictObject({
  poolId: name,
  lenderId: name,
  skillId: skillIdSchema,
  /** The position people are qualified for; a line that names one takes no other. */
  positionId: name.optional(),
  placeId: placeIdSchema,
  people,
  /** Under which kinds of service they could serve: a status and its delegations in one word. */
  kinds: z.array(name).min(1),
  /** Days from the order until they can leave home. */
  readyDays: whole(0, mostDays),
  personDayCents: whole(0, 100_000_000),
  /** They come in whole teams of so many; one by one when absent. */
  teamSize: whole(1, mostPeople).optional(),
  /** The longest they serve in one go, days. */
  tourDays: whole(1, mostDays).optional(),
  /** Days at home after serving, before they may serve again. */
  dwellDays: whole(0, mostDays).optional(),
  /** Their people-days over the whole time, such as a tour each. */
  mostPersonDays: whole(0, mostPeople * mostDays).optional(),
  available: periodSchema.optional(),
});

const line = z.strictObject({
  lineId: name,
  taskId: taskIdSchema,
  skillId: skillIdSchema,
  positionId: name.optional(),
  placeId: placeIdSchema,
  period: periodSchema,
  people: somePeople,
  /** Fewer than this are no use: the line gets none or at least so many. */
  minimum: people.optional(),
  priority: z.int().min(1).max(5),
  /** The same people from its first day to its last. */
  throughout: z.boolean().optional(),
  /** After so many days others take over, and both are there for the overlap. */
  relief: z.strictObject({ tourDays: z.int().min(1), overlapDays: z.int().min(0) }).optional(),
});

const words = z.string().min(1).max(4000);

/** What may not be, and why. */
const bar = z.strictObject({
  barId: name,
  barrier: z.enum(['authority', 'consent', 'review', 'planner']),
  select: selectorSchema,
  words,
});

/** At most so many people at any time, over all that any of its selectors picks. */
const limit = z.strictObject({
  limitId: name,
  /** `strength`: people the pool has, but others have been promised. */
  barrier: z.enum(['consent', 'review', 'reserve', 'strength', 'planner']),
  selects: z.array(selectorSchema).min(1),
  mostPeople: people,
  words,
});

/** So many people of a pool are to be on a line, come what may. */
const pin = z.strictObject({ poolId: name, lineId: name, people: somePeople, kind: name.optional() });
/** Uses that are worth having or worth sparing, if nothing above it suffers. */
const wish = z.strictObject({ select: selectorSchema, want: z.enum(['prefer', 'avoid']), words: z.string().max(600) });

/** An objective may come to so much and no more: what is given up for another that goes before it. */
const ceiling = z.strictObject({ objective: z.enum(['arrival', 'travel', 'cost']), most: z.int().min(0) });

/** People of a pool on the way to a line already, or there: the day they come, whatever the order says. */
const onTheWay = z.strictObject({ poolId: name, lineId: name, arriveOn: daySchema });

/**
 * In strict order. `lean` counts each line at its leanest time; `fill` counts people-days lacking. `arrival` counts days
 * until people are there, `travel` only those on the road.
 */
export const objectiveNames = [
  'lean',
  'fill',
  'arrival',
  'travel',
  'cost',
  'burden',
  'wishes',
  'changes',
  'splits',
] as const;
export type ObjectiveName = (typeof objectiveNames)[number];

const assignment = z.strictObject({
  poolId: name,
  lineId: name,
  kind: name,
  period: periodSchema,
  people: somePeople,
});
export type ProblemAssignment = z.infer<typeof assignment>;

export const planProblemSchema = z.strictObject({
  problemId: name,
  title: z.string().min(1).max(200),
  source: z.string().min(1).max(2000),
  /** The day from which people can be told to come. */
  orderOn: daySchema,
  travelKmPerDay: z.number().min(1, 'must be at least 1 km a day').max(100_000, 'must be at most 100,000 km a day'),
  /** Days at which counts may change besides those on which a line, a pool or a bar begins or ends. */
  turningDays: z.array(daySchema),
  places: z.array(place),
  lenders: z.array(lender),
  pools: z.array(pool),
  lines: z.array(line),
  bars: z.array(bar),
  limits: z.array(limit),
  pins: z.array(pin),
  wishes: z.array(wish),
  objectives: z.array(z.enum(objectiveNames)).min(1),
  /** The plan that stands: what changes against it counts. */
  former: z.array(assignment).optional(),
  /** At most so many people put on or taken off against it, over all times; any number when absent. */
  mostChanges: people.optional(),
  onTheWay: z.array(onTheWay).optional(),
  ceilings: z.array(ceiling).optional(),
});
export type PlanProblem = z.infer<typeof planProblemSchema>;
export type ProblemPool = PlanProblem['pools'][number];
export type ProblemLine = PlanProblem['lines'][number];
