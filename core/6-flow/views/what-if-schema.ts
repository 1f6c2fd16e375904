import { lineFates } from '@muster/decision';
import { z } from 'zod';
import { named, policy } from './parts-schema.ts';

/** What a reader of a what-if is given: the contract of `GET /api/requests/{id}/what-if` and of `decision what-if --json`. */
const relation = z.enum(['home', 'away']);
const verdict = z.enum(['permitted', 'needs', 'forbidden', 'noAuthority']);
const bar = z.enum(['law', 'condition', 'task']);
const fate = z.enum(lineFates);

const need = z.object({
  capacity: named,
  /** Who answers, where it is one party for all lenders. */
  party: named.optional(),
  /** In how many parties it stands granted, unanswered, notSought, refused, lapsed, withdrawn, or limited to other service. */
  standings: z.record(z.string(), z.int()),
});

const service = z.object({
  kind: z.string(),
  relation,
  /** Comes in only by what is supposed: nobody was asked for it. */
  supposed: z.boolean(),
  verdict,
  contested: z.boolean(),
  /** What bars it whatever the consents: the law, a condition of counsel, or a task supposed to be barred. */
  bar: bar.optional(),
  needs: z.array(need),
  /** How many lenders are covered, waiting, unsought, denied or barred. */
  lenders: z.record(z.string(), z.int()),
  policyIds: z.array(z.string()),
});

const standing = z.object({
  state: z.enum(['lives', 'waits', 'dead']),
  /** How many lenders' people may serve, by law and every consent. */
  lenders: z.int(),
  /** How many more could, once the consents they lack have come. */
  waiting: z.int(),
  services: z.array(service),
});

const reason = z.object({
  by: z.enum([...bar.options, 'consent', 'notUsed', 'comesIn']),
  kind: z.string(),
  relation,
  /** Lenders whose people may serve or yet could, before and after. */
  before: z.int(),
  after: z.int(),
  verdict: verdict.optional(),
  contested: z.boolean(),
  /** Who refuses, and in what office; without one, as lender of its own people. */
  refusing: z.array(z.object({ party: named, capacity: named.optional() })),
  policyIds: z.array(z.string()),
});

export const whatIfSchema = z.object({
  requestId: z.string(),
  title: z.string(),
  requestVersion: z.int(),
  pack: z.string(),
  disclaimer: z.string(),
  supposed: z.object({
    refuses: z.array(named),
    barred: z.array(named),
    instead: z.object({ from: z.string().optional(), to: z.string() }).optional(),
    onlyKinds: z.array(z.string()),
  }),
  /** What is supposed and touches nothing in this request. */
  idle: z.object({ parties: z.array(named), tasks: z.array(named) }),
  /** Consents of the record that would fall. */
  fallen: z.array(
    z.object({ party: named, capacity: named, status: z.enum(['granted', 'unanswered']), people: z.int() }),
  ),
  /** Lines, and people asked for on them, by what becomes of them. */
  figures: z.record(fate, z.object({ lines: z.int(), people: z.int() })),
  lines: z.array(
    z.object({
      lineId: z.string(),
      title: z.string(),
      people: z.int(),
      task: named,
      place: named,
      fate,
      before: standing,
      after: standing,
      reasons: z.array(reason),
    }),
  ),
  policies: z.array(policy),
});
export type WhatIf = z.infer<typeof whatIfSchema>;
