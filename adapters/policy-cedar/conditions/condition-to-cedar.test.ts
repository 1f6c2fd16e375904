import { isAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { type BindingPolicy, type BoundService, breachOf } from '@muster/decision';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionToCedar, dayNumber } from './condition-to-cedar.ts';

const some = <T extends string>(...ids: T[]) => fc.option(fc.subarray(ids, { minLength: 1 }), { nil: undefined });
const days = ['2025-06-01', '2025-06-10', '2025-06-20', '2025-07-01'] as const;
const periods = fc.subarray([...days], { minLength: 2, maxLength: 2 }).map(([fromOn, toOn]) => ({ fromOn, toOn }));
const tasks = ['carry', 'heal'] as const;
const places = ['north-land', 'south-land'] as const;
const statuses = ['militia', 'army'] as const;
const delegations = ['sash', 'badge.of.honour'] as const;
const offices = ['elder', 'judge'] as const;
const lines = ['lin_a', 'lin_b'] as const;

const policies = fc.record({
  policyId: fc.constantFrom('counsel.cnd_a', 'lender.union."north"'),
  boundBy: fc.constant('review' as const),
  words: fc.constantFrom('as counsel says', 'a "quoted" word, a \\ and a }'),
  lineIds: some(...lines),
  onlyTaskIds: some(...tasks),
  barredTaskIds: some(...tasks),
  onlyPlaceIds: some(...places),
  onlyStatusIds: some(...statuses),
  barredStatusIds: some(...statuses),
  requiredDelegationIds: some(...delegations),
  presentCapacities: some(...offices),
  period: fc.option(periods, { nil: undefined }),
  mostPeople: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
}) as unknown as fc.Arbitrary<BindingPolicy>;

const services = fc.record({
  lineId: fc.constantFrom(...lines),
  taskId: fc.constantFrom(...tasks),
  placeId: fc.constantFrom(...places),
  kind: fc.record({ statusId: fc.constantFrom(...statuses), delegationIds: fc.subarray([...delegations]) }),
  period: periods,
}) as unknown as fc.Arbitrary<BoundService>;

/** Cedar's own answer, with everything permitted that no condition forbids. */
function cedarAllows(
  policy: BindingPolicy,
  service: BoundService,
  serving: number,
  present: readonly string[],
): boolean {
  const answer = isAuthorized({
    principal: { type: 'Muster::Status', id: service.kind.statusId },
    action: { type: 'Muster::Action', id: service.taskId },
    resource: { type: 'Muster::Place', id: service.placeId },
    context: {
      lineId: service.lineId,
      delegations: service.kind.delegationIds.map((id) => ({ __entity: { type: 'Muster::Delegation', id } })),
      firstDay: dayNumber(service.period.fromOn),
      dayAfter: dayNumber(service.period.toOn),
      present: [...present],
      serving: { [policy.policyId]: serving },
    },
    policies: { staticPolicies: `permit (principal, action, resource);\n${conditionToCedar(policy)}` },
    entities: [],
  });
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
  expect(answer.response.diagnostics.errors).toEqual([]);
  return answer.response.decision === 'allow';
}

describe('a condition in Cedar', () => {
  it('says what the compiled condition says, of any service', () => {
    fc.assert(
      fc.property(
        policies,
        services,
        fc.integer({ min: 0, max: 4 }),
        fc.subarray([...offices]),
        (policy, service, serving, present) => {
          const bound = policy.lineIds?.includes(service.lineId) ?? true;
          const full = bound && policy.mostPeople !== undefined && serving >= policy.mostPeople;
          const absent = bound && policy.presentCapacities?.some((c) => !present.some((one) => one === c));
          const may = breachOf(policy, service) === undefined && !full && !absent;
          expect(cedarAllows(policy, service, serving, present)).toBe(may);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is one forbid for each thing it limits, with its id and words', () => {
    const policy = {
      policyId: 'counsel.cnd_detention',
      boundBy: 'review',
      words: "counsel's condition: at most 2,500",
      lineIds: ['lin_a'],
      barredStatusIds: ['title10'],
      mostPeople: 2500,
    } as unknown as BindingPolicy;
    expect(conditionToCedar(policy)).toBe(`@id("counsel.cnd_detention.barred-statuses")
@words("counsel's condition: at most 2,500")
forbid (principal, action, resource)
when { ["lin_a"].contains(context.lineId) && principal in [Muster::Status::"title10"] };

@id("counsel.cnd_detention.people")
@words("counsel's condition: at most 2,500")
forbid (principal, action, resource)
when { ["lin_a"].contains(context.lineId) && context.serving["counsel.cnd_detention"] >= 2500 };`);
  });
});
