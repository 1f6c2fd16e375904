import type { Verdict } from '@muster/decision';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawOf, policy, question, tinyPack } from '../tiny-pack.ts';

const conditions = [
  '',
  'when { context.home }',
  'when { context.away }',
  'when { context.hostRefused }',
  'unless { context.hostConsented }',
  'when { context.delegations.contains(Muster::Delegation::"warrant") }',
  'when { resource == Muster::Place::"north-land" }',
  'unless { resource in Muster::Sovereign::"south" }',
];
const actions = ['labour', 'carry', 'seize', 'hold'].map((name) => `action in [Muster::Action::"${name}"]`);
const needs = ['', '@needs("hostHead")', '@needs("lenderHead, hostHead")', '@contested("true")'];

const parts = fc.record({
  status: fc.constantFrom('militia', 'army'),
  action: fc.constantFrom(...actions),
  condition: fc.constantFrom(...conditions),
  dates: fc.constantFrom('', '@in_force_from("2025-03-01")', '@in_force_to("2025-03-01")'),
});
const permits = fc.record({ parts, needs: fc.constantFrom(...needs) });

const law = fc
  .array(permits, { maxLength: 6 })
  .chain((some) => fc.tuple(fc.constant(some), fc.array(parts, { maxLength: 2 })))
  .map(([some, bars]) => [
    ...some.map(({ parts: { dates, ...one }, needs: needed }, i) =>
      policy(`permit-${i}`, { ...one, annotations: `${dates} ${needed}` }),
    ),
    ...bars.map(({ dates, ...one }, i) => policy(`forbid-${i}`, { ...one, effect: 'forbid', annotations: dates })),
  ]);

const questions = fc
  .record({
    statusId: fc.constantFrom('militia', 'army'),
    taskId: fc.constantFrom('carry', 'build', 'seize', 'hold'),
    delegationIds: fc.constantFrom([], ['warrant'], ['badge', 'warrant']),
    relation: fc.constantFrom('home', 'away'),
    placeId: fc.constantFrom('north-land', 'south-land'),
    on: fc.constantFrom('2025-02-28', '2025-03-01'),
    hostConsent: fc.constantFrom('given', 'refused', 'unanswered'),
  })
  .map(question);

const verdictBy = (policies: readonly string[], asked: ReturnType<typeof question>): Verdict =>
  lawOf(tinyPack(policies.join('\n'))).verdict(asked);

/** A verdict but for the names of policies, which begin with their folder. */
const withoutNames = ({ kind, contested, needs, because }: Verdict) => ({
  kind,
  contested,
  needs: needs.map(({ capacity, policyIds }) => [capacity, policyIds.length]),
  because: because.map(({ citation, effect, confidence }) => `${citation} ${effect} ${confidence}`).sort(),
});

const strictness = { permitted: 0, needs: 1, noAuthority: 2, forbidden: 3 } as const;

describe('a law that grows', () => {
  it('never lets more by forbidding more', () => {
    fc.assert(
      fc.property(law, parts, questions, (policies, { dates, ...bar }, asked) => {
        const more = [...policies, policy('added', { ...bar, effect: 'forbid', annotations: dates })];
        const [before, after] = [verdictBy(policies, asked), verdictBy(more, asked)];
        expect(strictness[after.kind]).toBeGreaterThanOrEqual(strictness[before.kind]);
        if (after.kind !== 'forbidden') expect(after).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('asks for no less by permitting more', () => {
    fc.assert(
      fc.property(law, permits, questions, (policies, { parts: { dates, ...one }, needs: needed }, asked) => {
        const more = [...policies, policy('added', { ...one, annotations: `${dates} ${needed}` })];
        const [before, after] = [verdictBy(policies, asked), verdictBy(more, asked)];
        const still = new Set(after.needs.map((need) => need.capacity));
        expect(before.needs.filter((need) => !still.has(need.capacity))).toEqual([]);
        if (before.kind === 'forbidden') expect(after).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('turns no into yes by no permit taken away', () => {
    const fewer = law.chain((policies) => fc.tuple(fc.constant(policies), fc.nat({ max: 20 })));
    fc.assert(
      fc.property(fewer, questions, ([policies, at], asked) => {
        const permitsOnly = policies.filter((one) => !one.includes('@id("charter.forbid'));
        const gone = permitsOnly[at % Math.max(1, permitsOnly.length)];
        const before = verdictBy(policies, asked);
        const after = verdictBy(
          policies.filter((one) => one !== gone),
          asked,
        );
        if (before.kind === 'noAuthority' || before.kind === 'forbidden') expect(after).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it('says the same whatever its files are called, and in whatever order they are read', () => {
    const named = fc.tuple(law, fc.constantFrom('a-statute', 'zoning'), fc.integer({ min: 0, max: 6 }), questions);
    fc.assert(
      fc.property(named, ([policies, folder, at, asked]) => {
        const moved = policies.slice(at).map((one) => one.replace('charter.', `${folder}.`));
        const files = tinyPack(policies.slice(0, at).join('\n'), {
          [`${folder}/provision.md`]: (tinyPack('').get('charter/provision.md') ?? '').replace(
            'id: charter',
            `id: ${folder}`,
          ),
          [`${folder}/rule.cedar`]: moved.join('\n'),
        });
        const backwards = new Map([...files].reverse());
        const whole = withoutNames(verdictBy(policies, asked));
        expect(withoutNames(lawOf(files).verdict(asked))).toEqual(whole);
        expect(lawOf(backwards).verdict(asked)).toEqual(lawOf(files).verdict(asked));
      }),
      { numRuns: 25 },
    );
  });

  it('says the same in whatever order it is written', () => {
    const shuffled = law.chain((policies) =>
      fc.tuple(fc.constant(policies), fc.shuffledSubarray(policies, { minLength: policies.length })),
    );
    fc.assert(
      fc.property(shuffled, questions, ([policies, reordered], asked) => {
        expect(verdictBy(reordered, asked)).toEqual(verdictBy(policies, asked));
      }),
      { numRuns: 60 },
    );
  });
});
