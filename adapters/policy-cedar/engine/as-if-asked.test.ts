import { fileURLToPath } from 'node:url';
import type { AuthorityQuestion, Verdict } from '@muster/decision';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompiledPack, compilePack } from '../compile-pack.ts';
import { type PackFiles, readPackFolder } from '../pack/pack-folder.ts';
import { policy, tinyPack } from '../tiny-pack.ts';
import { askCedar } from './ask-cedar.ts';
import { cedarLaw } from './cedar-law.ts';
import { preparePolicies, prepareSchema } from './prepare.ts';
import { sliceOn, timeSlices } from './time-slice.ts';
import { verdictOf } from './verdict-of.ts';

/** Puts one question to Cedar with all the law of its day: no cache, no key, nothing left out. */
function askWhole(pack: CompiledPack, question: AuthorityQuestion): Verdict {
  const { heading, terms, policies, schema } = pack;
  const slice = sliceOn(timeSlices(policies), question.on);
  const name = `${heading.id} ${heading.version}`;
  const sovereignId = terms.places.get(question.placeId)?.sovereignId;
  if (!slice || sovereignId === undefined) return verdictOf([], [], name);
  const policySetId = preparePolicies(slice.policies);
  const ids = askCedar({ question, sovereignId, policySetId, schemaId: prepareSchema(schema) });
  const applying = slice.policies.filter(({ deciding }) => ids.includes(deciding.policyId));
  return verdictOf(applying, terms.capacities.keys(), name);
}

const compiled = (files: PackFiles): CompiledPack => {
  const pack = compilePack(files, []);
  if (pack) return pack;
  throw new Error('The pack is not sound.');
};

/** Policies that look at what they look at in every way that the reading of them must see. */
const oddly = [
  policy('whole', { condition: 'when { context.delegations == [Muster::Delegation::"badge"] }' }),
  policy('empty', { action: 'action == Muster::Action::"seize"', condition: 'when { context.delegations.isEmpty() }' }),
  policy('any', {
    status: 'army',
    condition: 'when { context.delegations.containsAny([Muster::Delegation::"badge", Muster::Delegation::"warrant"]) }',
  }),
  policy('all', {
    status: 'army',
    action: 'action == Muster::Action::"seize"',
    condition: 'when { context.delegations.containsAll([Muster::Delegation::"badge", Muster::Delegation::"warrant"]) }',
  }),
  policy('lands', { status: 'army', condition: 'unless { resource in Muster::Sovereign::"north" || context.away }' }),
  policy('bar', {
    effect: 'forbid',
    action: 'action == Muster::Action::"build"',
    condition: 'when { context.hostRefused && [context.home, true].contains(true) }',
  }),
  '@id("charter.everybody") @cite("Charter") forbid (principal, action == Muster::Action::"seize", resource) when { context.hostRefused };',
].join('\n');

const packs: readonly (readonly [string, CompiledPack])[] = [
  ['tiny, oddly written', compiled(tinyPack(oddly))],
  ...['us', 'us-wildfire'].map((name) => {
    const folder = fileURLToPath(new URL(`../../../law/${name}`, import.meta.url));
    return [name, compiled(readPackFolder(folder) ?? new Map())] as const;
  }),
];

describe.each(packs)('the law %s', (_, pack) => {
  it('answers from what it kept as if the whole law were asked anew', () => {
    const law = cedarLaw(pack);
    fc.assert(
      fc.property(questionsOf(pack), (question) => {
        expect(law.verdict(question)).toEqual(askWhole(pack, question));
      }),
      { numRuns: 250 },
    );
  });
});

function questionsOf({ terms }: CompiledPack): fc.Arbitrary<AuthorityQuestion> {
  const anyOf = <T>(names: Iterable<T>) => fc.constantFrom(...names);
  const task = anyOf(terms.tasks.keys()).map((taskId) => ({ kind: 'task', taskId }) as const);
  return fc.record({
    statusId: anyOf(terms.statuses.keys()),
    delegationIds: fc.subarray([...terms.delegations.keys()], { maxLength: Math.min(3, terms.delegations.size) }),
    relation: anyOf(['home', 'away'] as const),
    act: fc.oneof({ weight: 4, arbitrary: task }, { weight: 1, arbitrary: fc.constant({ kind: 'hold' } as const) }),
    placeId: anyOf(terms.places.keys()),
    on: anyOf([
      '2001-01-01',
      '2010-06-01',
      '2025-02-13',
      '2025-06-02',
      '2025-10-01',
      '2026-06-01',
    ] as AuthorityQuestion['on'][]),
    hostConsent: anyOf(['given', 'refused', 'unanswered'] as const),
  });
}
