import { type AuthorityQuestion, counselCapacity, type LawPort, type Verdict } from '@muster/decision';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** What every engine of law must keep to, whatever its law says. `open` gives a law that knows at least one status and task. */
export function describePolicyContract(engine: string, open: () => LawPort): void {
  describe(`law by ${engine}`, () => {
    const law = open();
    const everywhere = (holds: (verdict: Verdict, question: AuthorityQuestion) => void) =>
      fc.assert(
        fc.property(questionsOf(law), (question) => void holds(law.verdict(question), question)),
        { numRuns: 300 },
      );

    it('answers the same question the same way, also when opened anew', () => {
      const anew = open();
      everywhere((verdict, question) => {
        expect(law.verdict(question)).toEqual(verdict);
        expect(anew.verdict(question)).toEqual(verdict);
      });
    });

    it('does not mind the order in which delegations are named', () => {
      everywhere((verdict, question) => {
        expect(law.verdict({ ...question, delegationIds: [...question.delegationIds].reverse() })).toEqual(verdict);
      });
    });

    it('names the pack and version that decided', () => {
      everywhere((verdict) => expect(verdict.pack).toBe(law.pack));
    });

    it('has needs if and only if the verdict is that it needs them', () => {
      everywhere(({ kind, needs }) => expect(needs.length > 0).toBe(kind === 'needs'));
    });

    it('needs counsel if and only if it is contested', () => {
      everywhere(({ contested, needs }) => {
        expect(needs.some((need) => need.capacity === counselCapacity)).toBe(contested);
      });
    });

    it('asks only for capacities that the law knows, each once, and says which policies ask', () => {
      everywhere(({ needs, because }) => {
        const capacities = needs.map((need) => need.capacity);
        expect(new Set(capacities).size).toBe(capacities.length);
        const policyIds = new Set(because.map((policy) => policy.policyId));
        for (const { capacity, policyIds: asking } of needs) {
          expect(capacity === counselCapacity || law.terms.capacities.has(capacity), capacity).toBe(true);
          expect(asking.length).toBeGreaterThan(0);
          for (const policyId of asking) expect(policyIds).toContain(policyId);
        }
      });
    });

    it('gives no yes and no bar without citing the policies for it, and cites none where the law is silent', () => {
      everywhere(({ kind, because }) => {
        expect(because.length > 0).toBe(kind !== 'noAuthority');
        const effect = kind === 'forbidden' ? 'forbid' : 'permit';
        for (const policy of because) {
          expect(policy.effect).toBe(effect);
          expect(policy.citation.length).toBeGreaterThan(0);
        }
      });
    });

    it('decides only by policies in force on the day asked about', () => {
      everywhere(({ because }, { on }) => {
        for (const { inForceFrom, inForceTo } of because) {
          expect(inForceFrom <= on).toBe(true);
          if (inForceTo !== undefined) expect(on < inForceTo).toBe(true);
        }
      });
    });

    it('shows no litigation of a day later than the one asked about', () => {
      everywhere(({ because }, { on }) => {
        const days = because.flatMap(({ litigation }) => litigation?.match(/\d{4}-\d{2}-\d{2}(?=: )/g) ?? []);
        expect(days.filter((day) => day > on)).toEqual([]);
      });
    });

    it('finds no authority for a status, delegation, task or place it does not know', () => {
      everywhere((_, question) => {
        for (const unknown of [
          { statusId: 'noSuchStatus' },
          { delegationIds: [...question.delegationIds, 'noSuchDelegation'] },
          { act: { kind: 'task', taskId: 'noSuchTask' } },
          { placeId: 'no-such-place' },
        ]) {
          expect(law.verdict({ ...question, ...unknown } as unknown as AuthorityQuestion).kind).toBe('noAuthority');
        }
      });
    });

    it('finds no authority before there was any law', () => {
      everywhere((_, question) => {
        expect(law.verdict({ ...question, on: '0001-01-01' as AuthorityQuestion['on'] }).kind).toBe('noAuthority');
      });
    });
  });
}

/** Questions in the law's own words, on days of this century. */
function questionsOf({ terms }: LawPort): fc.Arbitrary<AuthorityQuestion> {
  const anyOf = <T>(names: Iterable<T>) => fc.constantFrom(...names);
  const task = anyOf(terms.tasks.keys()).map((taskId) => ({ kind: 'task', taskId }) as const);
  return fc.record({
    statusId: anyOf(terms.statuses.keys()),
    delegationIds: fc.subarray([...terms.delegations.keys()], { maxLength: Math.min(3, terms.delegations.size) }),
    relation: anyOf(['home', 'away'] as const),
    act: fc.oneof({ weight: 4, arbitrary: task }, { weight: 1, arbitrary: fc.constant({ kind: 'hold' } as const) }),
    placeId: anyOf(terms.places.keys()),
    on: fc
      .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10) as AuthorityQuestion['on']),
    hostConsent: anyOf(['given', 'refused', 'unanswered'] as const),
  });
}
