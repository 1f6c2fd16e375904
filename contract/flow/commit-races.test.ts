import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GivenCommand, planRequest, type RecordPort } from '@muster/flow';
import { openSolver } from '@muster/house/solver';
import type { ProblemSolver } from '@muster/plan';
import type { CommitmentFact, PlanFact } from '@muster/plan/events';
import { openEmbeddedPostgres } from '@muster/postgres-embedded';
import { openMemoryRecord } from '@muster/record-memory';
import { openSqlRecord } from '@muster/record-sql';
import { commitmentsStream, type PartyId, planStream, type RequestId } from '@muster/terms';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jittered } from './jitter.ts';
import { codeOf, command, giveAll, no, offer, order, planner, planningOver, sourcing, wholeStory } from './toy-flow.ts';

let solver: ProblemSolver;
beforeAll(async () => {
  solver = await openSolver();
});

let made = 0;
/** A command of the story, given of another request under an id of its own. */
const of = (requestId: RequestId, c: GivenCommand): GivenCommand => ({
  ...c,
  commandId: `${c.commandId}-${requestId.slice(4)}` as never,
  data: { ...(c.data as object), requestId },
});
const commit = (requestId: RequestId, n: number) =>
  of(requestId, command(`commit-${n}`, sourcing, 'CommitPlan', { planId: `pln_${requestId.slice(4)}` }));

/** A request answered and planned, nothing committed: both lenders offer so many people. */
async function plannedRequest(record: RecordPort, north: number, south: number): Promise<RequestId> {
  const requestId = `req_race-${process.pid}-${++made}` as RequestId;
  const story = wholeStory.filter((c) => c.name !== 'OfferPools');
  const offers = [offer('offer-north', 'north', north), offer('offer-south', 'south', south)];
  await giveAll(
    record,
    [...story, ...offers].map((c) => of(requestId, c)),
  );
  const id = requestId.slice(4);
  const planned = await planRequest(planningOver(record, solver), { ...order(id), requestId });
  expect(planned.outcome).toBe('recorded');
  return requestId;
}

/** People of each pool that each request has on each day on which that changes. */
async function committed(
  record: RecordPort,
): Promise<{ pool: string; requestId: string; day: string; people: number }[]> {
  const found = [];
  for (const lenderId of ['north', 'south'] as PartyId[]) {
    const facts = (await record.read(commitmentsStream(lenderId))).map((e) => e.fact as CommitmentFact);
    const last = new Map(
      facts.map((f) => [f.data.requestId, f.type === 'PeopleCommitted' ? f.data.uses : f.data.still]),
    );
    const days = new Set([...last.values()].flat().map((u) => u.period.fromOn));
    for (const [requestId, uses] of last) {
      for (const day of days) {
        const people = uses.reduce((n, u) => n + (u.period.fromOn <= day && day < u.period.toOn ? u.people : 0), 0);
        found.push({ pool: lenderId as string, requestId: requestId as string, day: day as string, people });
      }
    }
  }
  return found;
}

const sent = async (record: RecordPort, requestId: RequestId, lenderId: string): Promise<number> => {
  const [plan] = (await record.read(planStream(requestId))).map((e) => e.fact as PlanFact);
  if (plan?.type !== 'PlanProposed') throw new Error('It was not planned.');
  return plan.data.assignments.filter((a) => a.lenderId === lenderId).reduce((n, a) => n + a.people, 0);
};

const delaysArbitrary = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 });

function describeCommitRaces(
  name: string,
  open: () => Promise<{ record: RecordPort; close: () => Promise<void> }>,
  numRuns: number,
): void {
  describe(`commits that race: ${name}`, () => {
    let record: RecordPort;
    let close: () => Promise<void>;
    beforeAll(async () => ({ record, close } = await open()), 120_000);
    afterAll(async () => close());

    /** Whoever raced gives back what they have, so that the next begins with nobody committed. */
    const overWith = (requestIds: readonly RequestId[]) =>
      giveAll(
        record,
        requestIds.map((r) => of(r, command('over', planner, 'WithdrawRequest', { reason: 'The race is over.' }))),
      );

    it('of two requests never have more people of a pool than it holds, on any day', async () => {
      const strengths = fc.record({ north: fc.integer({ min: 1, max: 24 }), south: fc.integer({ min: 1, max: 12 }) });
      const came = { both: 0, one: 0 };
      await fc.assert(
        fc.asyncProperty(strengths, delaysArbitrary, async ({ north, south }, delays) => {
          const requestIds = [await plannedRequest(record, north, south), await plannedRequest(record, north, south)];
          const slow = jittered(record, delays);
          const racers = Array.from({ length: 20 }, (_, n) => commit(requestIds[n % 2] as RequestId, n));
          const answers = await Promise.all(racers.map((c) => giveAll(slow, [c]).then(([answer]) => answer ?? {})));

          const now = await committed(record);
          for (const { pool, day } of now) {
            const all = now.filter((c) => c.pool === pool && c.day === day).reduce((n, c) => n + c.people, 0);
            expect(all, `${pool} on ${day}`).toBeLessThanOrEqual(pool === 'north' ? north : south);
          }
          // Whatever was refused, nothing is half-done: a request has all its plan sends, or nobody.
          const won = new Set(
            racers
              .filter((_, i) => codeOf(answers[i] ?? {}) === undefined)
              .map((c) => (c.data as { requestId: string }).requestId),
          );
          for (const requestId of requestIds) {
            for (const lenderId of ['north', 'south']) {
              const has = Math.max(
                0,
                ...now.filter((c) => c.requestId === requestId && c.pool === lenderId).map((c) => c.people),
              );
              expect(has).toBe(won.has(requestId) ? await sent(record, requestId, lenderId) : 0);
            }
          }
          const fits = async (lenderId: 'north' | 'south', strength: number) =>
            (await Promise.all(requestIds.map((r) => sent(record, r, lenderId)))).reduce((a, b) => a + b, 0) <=
            strength;
          const both = (await fits('north', north)) && (await fits('south', south));
          expect(won.size).toBe(both ? 2 : 1);
          came[both ? 'both' : 'one'] += 1;
          const refused = new Set(answers.map(codeOf).filter((code) => code !== undefined));
          expect([...refused].every((code) => code === 'PLAN_COMMITTED' || code === 'PLAN_POOL_OVERCOMMITTED')).toBe(
            true,
          );

          await overWith(requestIds);
          expect((await committed(record)).every((c) => c.people === 0)).toBe(true);
        }),
        {
          numRuns,
          examples: [
            [{ north: 24, south: 12 }, [1]],
            [{ north: 10, south: 6 }, [3, 0, 7]],
          ],
        },
      );
      expect(Math.min(came.both, came.one)).toBeGreaterThan(0);
    }, 120_000);

    it('with a withdrawal of consent are refused, or broken at once with their people free again', async () => {
      const came = { refused: 0, broken: 0 };
      await fc.assert(
        fc.asyncProperty(delaysArbitrary, fc.integer({ min: 0, max: 120 }), async (delays, lead) => {
          const requestId = await plannedRequest(record, 10, 6);
          const withdraw = async () => {
            // The commit is so many reads ahead.
            for (let i = 0; i < lead; i++) await record.read(planStream(requestId));
            return giveAll(record, [of(requestId, no('back', 'WithdrawConsent', 'north'))]);
          };
          const beingCommitted = giveAll(jittered(record, delays), [commit(requestId, 1)]);
          const [[committing], [withdrawing]] = await Promise.all([beingCommitted, withdraw()]);
          expect(withdrawing?.outcome).toBe('recorded');
          const types = (await record.read(planStream(requestId))).map((e) => e.fact.type);
          if (committing?.outcome === 'refused') {
            came.refused += 1;
            expect(['PLAN_CONSENT_MISSING', 'PLAN_BROKEN']).toContain(committing.code);
          } else {
            came.broken += 1;
            expect(types).toEqual(['PlanProposed', 'PlanCommitted', 'PlanBroken']);
          }
          const north = (await committed(record)).filter((c) => c.pool === 'north');
          expect(north.every((c) => c.people === 0)).toBe(true);
          await overWith([requestId]);
        }),
        {
          numRuns,
          examples: [
            [[200], 0],
            [[0], 400],
          ],
        },
      );
      expect(Math.min(came.refused, came.broken)).toBeGreaterThan(0);
    }, 120_000);
  });
}

describeCommitRaces(
  'memory',
  async () => {
    const record = openMemoryRecord();
    return { record, close: () => record.close() };
  },
  30,
);

describeCommitRaces(
  'embedded PostgreSQL',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'muster-commit-'));
    const postgres = await openEmbeddedPostgres({ dataFolder: folder });
    if (postgres.outcome === 'cannotOpen') throw new Error(postgres.why);
    const record = await openSqlRecord(postgres);
    if (record.outcome === 'cannotOpen') throw new Error(record.why);
    const close = async () => {
      await record.close();
      await postgres.close();
      await rm(folder, { recursive: true, force: true });
    };
    return { record, close };
  },
  8,
);
