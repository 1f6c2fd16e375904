import { z } from 'zod';
import { named, policy } from './parts-schema.ts';

/** What a reader of a request's outcome is given: the contract of `GET /api/requests/{id}` and of `muster run --json`. */
const source = z.object({ kind: z.enum(['public', 'estimate', 'assumption']), words: z.string() });
const period = z.object({ fromOn: z.string(), toOn: z.string() });

const reason = z.object({ barrier: z.string(), people: z.int(), words: z.string() });

const line = z.object({
  lineId: z.string(),
  title: z.string(),
  task: named,
  skill: named,
  place: named,
  period,
  people: z.int(),
  priority: z.int(),
  source,
});

const authorityCell = z.object({
  kind: z.string(),
  /** The status of the kind, by its id; delegations are apart. */
  status: z.string(),
  relation: z.enum(['home', 'away']),
  verdict: z.enum(['permitted', 'needs', 'forbidden', 'noAuthority']),
  contested: z.boolean(),
  needs: z.array(z.string()),
  policyIds: z.array(z.string()),
  /** Present where, in some place of its lines, the record holds no deployment of its status at its task. It blocks nothing. */
  firstOfItsKind: z.string().optional(),
});

/** A status at a task in a host's place: whether the record has seen it deployed. */
const classSeen = z.object({
  status: named,
  task: named,
  place: named,
  firstOfItsKind: z.boolean(),
  /** How many deployments of the class the record holds. */
  deployments: z.int(),
  /** Of the deployment that ended last: its last day, and how many people. */
  lastOn: z.string().optional(),
  lastPeople: z.int().optional(),
  words: z.string(),
});

const standIn = z.object({
  standInId: z.string(),
  party: named,
  period,
  /** At most so many people in one consent. */
  mostPeople: z.int().optional(),
});

const consent = z.object({
  party: named,
  placeId: z.string().optional(),
  capacity: named,
  /** Whether the party lends people, hosts them, or decides for the whole. */
  side: z.enum(['lender', 'host', 'other']),
  status: z.enum(['asked', 'granted', 'refused', 'lapsed', 'withdrawn']),
  asked: z.int(),
  granted: z.int(),
  /** Granted for fewer than asked, or with conditions on task, place, status or dates. */
  partial: z.boolean(),
  conditions: z.string(),
  words: z.string(),
  source: source.optional(),
  endsOn: z.string().optional(),
  /** What of that which the consent is asked for would be first of its kind, a sentence for each status and task. */
  firstOfItsKind: z.array(z.string()),
  /** The last day for an answer. */
  answerByOn: z.string().optional(),
  /** When the ask that stands was called to mind, and how many days before the last that was to be. */
  reminders: z.array(z.object({ at: z.string(), daysBefore: z.int() })),
  /** Who answered for the sovereign, where it did not answer itself. */
  answeredBy: standIn.optional(),
  /** Who may answer for it, beside its own officials, on the days named. */
  standIns: z.array(standIn),
});

const lineOutcome = z.object({
  lineId: z.string(),
  asked: z.int(),
  filled: z.int(),
  short: z.int(),
  byPeriod: z.array(z.object({ period, filled: z.int() })),
  reasons: z.array(reason),
  /** Who sends how many, most first. */
  from: z.array(z.object({ party: named, kind: z.string(), people: z.int() })),
});

const level = z.object({
  level: z.string(),
  meaning: z.string(),
  value: z.number(),
  bound: z.number(),
  gap: z.number(),
});

const plan = z.object({
  planId: z.string(),
  at: z.string(),
  replacesPlanId: z.string().optional(),
  planned: z.int(),
  short: z.int(),
  shortByReason: z.record(z.string(), z.int()),
  costCents: z.int(),
  solver: z.string(),
  levels: z.array(level),
  /** The largest gap of any objective; 0 is proved optimal. */
  gap: z.number(),
  lines: z.array(lineOutcome),
  changes: z.array(z.object({ party: named, lineId: z.string(), before: z.int(), after: z.int() })),
  /** Absent until it is committed; from then on it is frozen. */
  committed: z
    .object({
      at: z.string(),
      /** The most at any time. */
      people: z.int(),
      pack: z.string(),
      /** When another plan took its place, or its people were released. */
      endedAt: z.string().optional(),
    })
    .optional(),
});

const broken = z.object({
  planId: z.string(),
  at: z.string(),
  /** Whose consent has ended, and as what it was given. */
  party: named.optional(),
  capacity: named.optional(),
  /** The opinion or the version that came after the plan, where no consent has ended. */
  overtakenBy: z.object({ decided: z.enum(['opinion', 'version']), requestVersion: z.int() }).optional(),
  lostPeople: z.int(),
  lostCostCents: z.int(),
  lostByLine: z.array(z.object({ lineId: z.string(), people: z.int() })),
});

export const outcomeSchema = z.object({
  requestId: z.string(),
  title: z.string(),
  status: z.enum(['drafted', 'submitted', 'withdrawn']),
  requestVersion: z.int(),
  requester: named,
  addressee: named,
  need: z.string(),
  grounds: z.string(),
  source,
  lines: z.array(line),
  /** What was asked and refused on the way. */
  refusals: z.array(
    z.object({
      at: z.string(),
      party: named,
      command: z.string(),
      code: z.string(),
      why: z.string(),
      allowed: z.string(),
      faults: z.array(z.object({ field: z.string(), problem: z.string() })),
    }),
  ),
  authority: z.object({
    pack: z.string(),
    kinds: z.array(z.string()),
    tasks: z.array(
      z.object({ task: named, lineIds: z.array(z.string()), people: z.int(), cells: z.array(authorityCell) }),
    ),
    policies: z.array(policy),
    /** Each status, task and host's place that the law was asked about, held against the deployments in the record. */
    seen: z.array(classSeen),
  }),
  opinion: z
    .object({
      at: z.string(),
      party: named,
      outcome: z.enum(['concur', 'concurWithConditions', 'doNotConcur']),
      words: z.string(),
      lapsesOn: z.string(),
      criteria: z.array(
        z.object({ criterion: z.string(), finding: z.string(), evidence: z.string(), foundBy: z.string(), source }),
      ),
      conditions: z.array(z.object({ conditionId: z.string(), words: z.string(), lineIds: z.array(z.string()) })),
      source,
    })
    .optional(),
  consents: z.array(consent),
  /** Every plan in the order made; the last one stands. */
  plans: z.array(plan),
  broken: z.array(broken),
  figures: z.object({
    /** People asked for. */
    asked: z.int(),
    /** Of those, on lines that some kind of service considered could lawfully serve, given its consents. */
    permitted: z.int(),
    /** The same for each kind of service alone. */
    permittedByKind: z.record(z.string(), z.int()),
    /** People whom lenders consent to send, as it stands. */
    consented: z.int(),
    /** People on a line throughout its period, in the plan that stands. */
    planned: z.int(),
    short: z.int(),
    shortByReason: z.record(z.string(), z.int()),
    /** Lenders by where their consent stands. */
    lenders: z.record(z.string(), z.int()),
    gap: z.number().optional(),
    costCents: z.int(),
  }),
});
export type Outcome = z.infer<typeof outcomeSchema>;

export const storyEntrySchema = z.object({
  at: z.string(),
  stream: z.string(),
  position: z.int(),
  type: z.string(),
  who: z.string(),
  what: z.string(),
  ground: z.string().optional(),
});
