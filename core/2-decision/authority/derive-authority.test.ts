import { decisionStream, requestStream } from '@muster/terms';
import { actor, given, past } from '@muster/terms/testing';
import { describe, expect, it } from 'vitest';
import { line, planner, requestId, submitted, toyLaw } from '../testing.ts';
import { deriveAuthority } from './derive-authority.ts';
import type { LawPort } from './law-port.ts';

const sourcing = actor('union.defense', 'sourcingOfficer');
const at = '2025-05-02T00:00:00Z';
const militia = { statusId: 'militia', delegationIds: [] as string[] };
const army = { statusId: 'army', delegationIds: [] as string[] };
const delegations = new Map(['sash', 'badge'].map((name) => [name, { label: name, meaning: 'Worn.' }])) as never;
const law: LawPort = { ...toyLaw, terms: { ...toyLaw.terms, delegations } };

const derive = (lines: object[], kinds: object[], by = sourcing) =>
  given(submitted(lines)).when(deriveAuthority, by, at, { requestId, kinds }, { law });

describe('DeriveAuthority', () => {
  it('asks for every line, every kind of service, at home and away', async () => {
    const { facts } = await derive([line('lin_a')], [militia, army]);
    expect(facts).toMatchObject([{ type: 'AuthorityDerived', version: 1 }]);
    expect(facts[0]?.data).toEqual({
      requestId,
      requestVersion: 1,
      pack: 'toy 1',
      classes: [
        {
          kind: militia,
          relation: 'home',
          taskId: 'carry',
          lineIds: ['lin_a'],
          verdict: 'needs',
          needs: [{ capacity: 'lender', policyIds: ['toy.needs'] }],
          contested: false,
          because: ['toy.needs', 'toy.permitted'],
        },
        {
          kind: militia,
          relation: 'away',
          taskId: 'carry',
          lineIds: ['lin_a'],
          verdict: 'needs',
          needs: [
            { capacity: 'lender', policyIds: ['toy.needs'] },
            { capacity: 'host', policyIds: ['toy.needs'] },
          ],
          contested: false,
          because: ['toy.needs'],
        },
        ...(['home', 'away'] as const).map((relation) => ({
          kind: army,
          relation,
          taskId: 'carry',
          lineIds: ['lin_a'],
          verdict: 'noAuthority',
          needs: [],
          contested: false,
          because: [],
        })),
      ],
      policies: ['needs', 'permitted'].map((kind) => ({
        policyId: `toy.${kind}`,
        effect: 'permit',
        citation: `Toy Code, ${kind}`,
        confidence: 'high',
        inForceFrom: '2000-01-01',
      })),
    });
  });

  it('puts lines of which the law says the same into one class, and tells apart what it tells apart', async () => {
    const lines = [
      line('lin_a'),
      line('lin_b', { placeId: 'isle-land' }),
      line('lin_c', { taskId: 'heal' }),
      line('lin_d', { taskId: 'guess' }),
    ];
    const { facts } = await derive(lines, [militia]);
    const classes = facts[0]?.data.classes.map(({ relation, taskId, lineIds, contested }) =>
      [relation, taskId, lineIds.join(' '), contested].join(', '),
    );
    expect(classes).toEqual([
      'home, carry, lin_a lin_b, false',
      'away, carry, lin_a lin_b, false',
      'home, heal, lin_c, false',
      'away, heal, lin_c, false',
      'home, guess, lin_d, true',
      'away, guess, lin_d, true',
    ]);
  });

  it('asks the law with no answer of the host, throughout the period of the line', async () => {
    const asked: string[] = [];
    const listening: LawPort = {
      ...law,
      turningDays: ['2025-06-10'] as never,
      verdict: (question) => {
        asked.push(`${question.hostConsent} ${question.on}`);
        return law.verdict(question);
      },
    };
    const command = { requestId, kinds: [militia] };
    await given(submitted([line('lin_a')])).when(deriveAuthority, sourcing, at, command, { law: listening });
    expect([...new Set(asked)]).toEqual(['unanswered 2025-06-01', 'unanswered 2025-06-10']);
  });

  it('asks of the version last submitted', async () => {
    const history = [submitted([line('lin_a')]), submitted([line('lin_b')], 2)];
    const { facts } = await given(...history).when(
      deriveAuthority,
      sourcing,
      at,
      { requestId, kinds: [militia] },
      { law },
    );
    expect(facts[0]?.data.requestVersion).toBe(2);
    expect(facts[0]?.data.classes.flatMap((one) => one.lineIds)).toEqual(['lin_b', 'lin_b']);
  });

  it('is refused where no request stands', async () => {
    const gone = past(requestStream(requestId), { type: 'RequestWithdrawn', version: 1, data: { requestId } }, planner);
    for (const history of [[], [submitted([line('lin_a')]), gone]]) {
      const { facts, refusal } = await given(...history).when(
        deriveAuthority,
        sourcing,
        at,
        { requestId, kinds: [militia] },
        { law },
      );
      expect(facts).toEqual([]);
      expect(refusal).toMatchObject({
        code: 'REQUEST_NOT_SUBMITTED',
        asked: 'To derive authority for the request "req_a".',
      });
    }
  });

  it('is refused to a party it is not addressed to, but not to the flow', async () => {
    const { refusal } = await derive([line('lin_a')], [militia], actor('north', 'counsel'));
    expect(refusal).toMatchObject({
      code: 'DECISION_NOT_YOURS',
      asked: 'To derive authority for the request "req_a".',
    });
    const { facts } = await derive([line('lin_a')], [militia], actor('north', 'flow'));
    expect(facts).toHaveLength(1);
  });

  it('is refused for words the pack does not know, all of them at once', async () => {
    const kinds = [
      militia,
      { statusId: 'navy', delegationIds: ['sash', 'crown'] },
      { ...army, delegationIds: ['orb'] },
    ];
    const { facts, refusal } = await derive([line('lin_a')], kinds);
    expect(facts).toEqual([]);
    expect(refusal).toMatchObject({
      code: 'DECISION_TERM_UNKNOWN',
      asked: 'To derive authority for the request "req_a".',
      why: 'The law pack toy 1 does not know the status "navy", the delegation "crown", the delegation "orb".',
      allowed: 'It knows the statuses militia, army, and the delegations sash, badge.',
    });
  });

  it('takes 1 to 40 kinds, each with at most 8 delegations, and nothing beside', () => {
    const fits = (kinds: unknown, more: object = {}) =>
      deriveAuthority.data.safeParse({ requestId, kinds, ...more }).success;
    expect([1, 40].map((n) => fits(Array(n).fill(militia)))).toEqual([true, true]);
    expect([0, 41].map((n) => fits(Array(n).fill(militia)))).toEqual([false, false]);
    expect([8, 9].map((n) => fits([{ ...militia, delegationIds: Array(n).fill('sash') }]))).toEqual([true, false]);
    expect([fits([militia], { more: 1 }), fits([{ ...militia, more: 1 }])]).toEqual([false, false]);
  });

  it('is written into the decision of its request, by officers, counsel or the flow', () => {
    expect(deriveAuthority.writes({ requestId, kinds: [] })).toBe(decisionStream(requestId));
    expect(deriveAuthority.who).toEqual(['sourcingOfficer', 'counsel', 'flow']);
    expect(deriveAuthority.name).toBe('DeriveAuthority');
    expect(deriveAuthority.doc).toMatch(/^Ask the law, .+\.$/);
  });
});
