import type { AuthorityQuestion } from '@muster/decision';
import { toyLaw, toyTerms } from '@muster/decision/testing';
import { expect, it } from 'vitest';
import { cedarLaw } from './cedar-law.ts';

/** Every question there is in the words of the toy country. */
function* questions(): Generator<AuthorityQuestion> {
  const acts = [{ kind: 'hold' }, ...[...toyTerms.tasks.keys()].map((taskId) => ({ kind: 'task', taskId }))];
  for (const statusId of toyTerms.statuses.keys())
    for (const act of acts as AuthorityQuestion['act'][])
      for (const placeId of toyTerms.places.keys())
        for (const relation of ['home', 'away'] as const)
          for (const hostConsent of ['given', 'refused', 'unanswered'] as const)
            yield { statusId, delegationIds: [], act, placeId, relation, hostConsent, on: '2025-06-01' as never };
}

it('given any question, when the engine reads the toy law from its rules, then the verdict is that of the toy law itself', () => {
  const law = cedarLaw();
  let asked = 0;
  for (const question of questions()) {
    const [ours, theirs] = [law.verdict(question), toyLaw.verdict(question)];
    const decided = ({ kind, contested, needs }: typeof ours) => [kind, contested, needs.map((n) => n.capacity)];
    expect(decided(ours), JSON.stringify(question)).toEqual(decided(theirs));
    asked++;
  }
  expect(asked).toBe(2 * 5 * 3 * 2 * 3);
  for (const words of ['parties', 'places', 'capacities'] as const) expect(law.terms[words]).toEqual(toyTerms[words]);
  for (const words of ['tasks', 'skills', 'delegations'] as const) {
    expect([...law.terms[words].keys()]).toEqual([...toyTerms[words].keys()]);
  }
  const payers = ({ statuses }: typeof toyTerms) => [...statuses].map(([status, { payer }]) => [status, payer]);
  expect(payers(law.terms)).toEqual(payers(toyTerms));
  expect(law.pack).toBe(toyLaw.pack);
});
