import { concurred, line, requestId, submitted, toyLaw } from '@muster/decision/testing';
import { addDays, type Day } from '@muster/terms';
import { actor, given } from '@muster/terms/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { committed, history, mine, plan, planned, use } from '../testing.ts';
import { overtakePlan } from './overtake-plan.ts';

const flow = actor('north', 'flow');
const at = '2025-05-15T12:00:00Z';
const tools = { law: toyLaw };
const proposed = () => planned('PlanProposed', plan(8));
type Past = ReturnType<typeof history>;
const overtaking = (past_: Past, decided: 'opinion' | 'version' = 'opinion', requestVersion = 1) =>
  given(...past_).when(overtakePlan, flow, at, { requestId, because: { decided, requestVersion } }, tools);

describe('when counsel does not concur any more', () => {
  const past_ = [...history(), proposed(), committed(), mine(8)];

  it('the plan shows at once that it has lost everybody, what they cost and through what, and who was committed is free', async () => {
    const { facts, alongside } = await overtaking([...past_, concurred({ outcome: 'doNotConcur' })]);
    expect(facts).toMatchObject([
      {
        type: 'PlanOvertaken',
        data: {
          planId: 'pln_a',
          because: { decided: 'opinion', requestVersion: 1 },
          lostPeople: 8,
          lostByLine: [{ lineId: 'lin_a', people: 8 }],
          lostCostCents: 24_000,
        },
      },
    ]);
    expect(alongside).toMatchObject([
      { stream: 'commitments/north', facts: [{ type: 'PeopleReleased', data: { planId: 'pln_a', still: [] } }] },
    ]);
  });

  it('a plan that nobody committed is overtaken too, and gives nobody back', async () => {
    const { facts, alongside } = await overtaking([...history(), proposed(), concurred({ outcome: 'doNotConcur' })]);
    expect(facts.map((f) => f.data.lostPeople)).toEqual([8]);
    expect(alongside).toEqual([]);
  });

  it('a plan without anybody in it loses nobody', async () => {
    const empty = planned('PlanProposed', plan(0, { assignments: [] }));
    const { refusal } = await overtaking([...history(), empty, concurred({ outcome: 'doNotConcur' })]);
    expect(refusal?.code).toBe('PLAN_NOT_BROKEN');
  });
});

describe('when counsel gives another opinion', () => {
  it('that concurs again, nothing is lost', async () => {
    expect((await overtaking([...history(), proposed(), committed(), mine(8), concurred()])).refusal?.code).toBe(
      'PLAN_NOT_BROKEN',
    );
  });

  it('its new conditions bind the plan that stands, and the days before them are kept', async () => {
    const condition = {
      lineIds: ['lin_a'],
      words: 'only in its first days',
      period: { fromOn: '2025-06-01', toOn: '2025-06-04' },
    };
    const other = concurred({ outcome: 'concurWithConditions', conditions: [condition] });
    const { facts, alongside } = await overtaking([...history(), proposed(), committed(), mine(8), other]);
    expect(facts[0]?.data).toMatchObject({ lostPeople: 8 });
    expect(alongside[0]?.facts[0]?.data).toMatchObject({
      still: [use(8, { fromOn: '2025-06-01', toOn: '2025-06-04' })],
    });
  });

  it('and there is no plan, nothing follows', async () => {
    expect((await overtaking(history())).refusal?.code).toBe('PLAN_UNKNOWN');
  });
});

describe('when the request is submitted anew', () => {
  const past_ = [...history(), proposed(), committed(), mine(8)];

  it('with more than was answered to, nobody of the plan may serve: it shows that, and its people are free', async () => {
    const more = submitted([line('lin_a', { people: 11 })], 2);
    const { facts, alongside } = await overtaking([...past_, more], 'version', 2);
    expect(facts[0]?.data).toMatchObject({
      because: { decided: 'version', requestVersion: 2 },
      lostPeople: 8,
      lostCostCents: 24_000,
    });
    expect(alongside[0]?.facts[0]?.data).toMatchObject({ still: [] });
  });

  it('with fewer people than before, every yes stands and so does the plan', async () => {
    const fewer = submitted([line('lin_a', { people: 9 })], 2);
    expect((await overtaking([...past_, fewer], 'version', 2)).refusal?.code).toBe('PLAN_NOT_BROKEN');
  });
});

describe('a plan overtaken', () => {
  it('has nobody committed on a day on which nobody may serve, however opinion and version went on', async () => {
    const later = fc.oneof(
      fc.constant({ kind: 'no' as const }),
      fc.record({ kind: fc.constant('until' as const), days: fc.integer({ min: 0, max: 33 }) }),
      fc.record({ kind: fc.constant('version' as const), people: fc.integer({ min: 1, max: 20 }) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(later, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 8 }),
        async (steps, n) => {
          let [version, people, sameSince] = [1, 10, 1];
          let until: Day | undefined = '2025-07-01' as Day;
          let readVersion = 1;
          const more = steps.map((step) => {
            if (step.kind === 'version') {
              version += 1;
              if (step.people > people) sameSince = version;
              people = step.people;
              return submitted([line('lin_a', { people })], version);
            }
            readVersion = version;
            if (step.kind === 'no') {
              until = undefined;
              return concurred({ outcome: 'doNotConcur', requestVersion: version });
            }
            until = addDays('2025-06-01' as Day, step.days);
            const period = { fromOn: '2025-05-01', toOn: until };
            const conditions = [{ lineIds: ['lin_a'], words: 'until then', period }];
            return concurred({ outcome: 'concurWithConditions', conditions, requestVersion: version });
          });
          const before = [...history(), planned('PlanProposed', plan(n)), committed(), mine(n)];
          const { facts, alongside, refusal } = await overtaking([...before, ...more]);
          const stands = until !== undefined && readVersion >= sameSince && sameSince === 1 ? until : '2025-06-01';
          const whole = stands >= '2025-07-01';
          expect(refusal?.code).toBe(whole ? 'PLAN_NOT_BROKEN' : undefined);
          if (whole) return;
          expect(facts[0]?.data.lostPeople).toBe(n);
          const still = stands <= '2025-06-01' ? [] : [use(n, { fromOn: '2025-06-01', toOn: stands })];
          expect(alongside[0]?.facts[0]?.data).toMatchObject({ still });
        },
      ),
    );
  });
});
