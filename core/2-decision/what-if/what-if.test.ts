import { isRefusal, type Recorded, type StreamName } from '@muster/terms';
import type { past } from '@muster/terms/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LawPort } from '../authority/law-port.ts';
import { weighService } from '../binding/weigh-service.ts';
import * as toy from '../testing.ts';
import { hypothesisLacking } from './check-hypothesis.ts';
import type { Hypothesis } from './hypothesis.ts';
import { gatherSituation, type Situation } from './situation.ts';
import { possibilitiesOf } from './weigh-possibility.ts';
import { type LineWhatIf, whatIf } from './what-if.ts';

type History = readonly ReturnType<typeof past>[];
const kindOf = (statusId: string) => ({ statusId, delegationIds: [] }) as never;
const [militia, army] = [kindOf('militia'), kindOf('army')];
const suppose = (h: object): Hypothesis => h as Hypothesis;

async function situationOf(history: History, law: LawPort = toy.toyLaw): Promise<Situation> {
  const read = async (stream: StreamName) => history.filter((p) => p.stream === stream) as unknown as Recorded[];
  const situation = await gatherSituation(read, { requestId: toy.requestId }, law);
  if (!situation) throw new Error('No request stands submitted.');
  return situation;
}

/** South asks to carry and to heal; North, Isle and South itself are asked, and all have consented. */
const lines = [
  toy.line('lin_carry'),
  toy.line('lin_heal', { taskId: 'heal' }),
  toy.line('lin_seize', { taskId: 'seize' }),
];
const lineIds = ['lin_carry', 'lin_heal', 'lin_seize'];
const consents = [
  ...['north', 'south', 'isle'].map((partyId) => ({ partyId, capacity: 'lender', lineIds })),
  { partyId: 'south', capacity: 'host', lineIds },
];
const sought = (people: object[] = lines, opinion = {}) => [
  toy.submitted(people),
  toy.derived(),
  toy.concurred(opinion),
  toy.sought(consents, ['north', 'south', 'isle']),
  ...consents.map((c) => toy.asked(c.partyId, c.capacity, lineIds)),
];
const allGranted = [...sought(), ...consents.map((c) => toy.granted(c.partyId, c.capacity, 10))];

async function followsFrom(history: History, hypothesis: object, law = toy.toyLaw) {
  return whatIf(await situationOf(history, law), law, suppose(hypothesis));
}
const told = (found: readonly LineWhatIf[]) =>
  found.map(({ line, fate, before, after }) => [line.lineId, fate, before.lenders, after.lenders + after.waiting]);

/** The toy law, and one thing more. */
const lawThat = (verdict: LawPort['verdict']): LawPort => ({ ...toy.toyLaw, verdict });
const policy = {
  policyId: 'toy.more',
  effect: 'permit',
  citation: 'Toy Code, more',
  confidence: 'high',
  inForceFrom: '2000-01-01',
} as never;

describe('what if a party refuses', () => {
  it('as lender: its people drop out, and lines that others serve live on', async () => {
    const { lines: found, fallen } = await followsFrom(allGranted, { refuses: ['north'] });
    expect(told(found)).toEqual([
      ['lin_carry', 'livesOn', 3, 2],
      ['lin_heal', 'livesOn', 3, 2],
      ['lin_seize', 'staysDead', 0, 0],
    ]);
    expect(found[0]?.reasons).toMatchObject([
      {
        by: 'consent',
        relation: 'away',
        refusing: [{ partyId: 'north', capacity: 'lender' }],
        because: [{ citation: 'Toy Code, needs' }],
      },
    ]);
    expect(fallen).toEqual([{ partyId: 'north', capacity: 'lender', status: 'granted', people: 10 }]);
  });

  it('its people drop out though the law asks for no consent of it, and so do those of parties under it', async () => {
    const law = lawThat((q) => ({ ...toy.toyLaw.verdict(q), kind: 'permitted', needs: [], because: [policy] }));
    for (const [refuses, lenderId] of [
      ['north', 'north'],
      ['union', 'union.asker'],
    ]) {
      const history = [toy.submitted([toy.line('lin_carry')]), toy.concurred(), toy.sought([], [lenderId as string])];
      const { lines: found } = await followsFrom(history, { refuses: [refuses] }, law);
      expect(found[0]).toMatchObject({ fate: 'dies', before: { lenders: 1 } });
      expect(found[0]?.reasons[0]?.refusing).toEqual([{ partyId: refuses, capacity: undefined }]);
    }
  });

  it('as host and lender: nobody from elsewhere may serve there, nor its own people', async () => {
    const { lines: found } = await followsFrom(allGranted, { refuses: ['south'] });
    expect(found.map((one) => one.fate)).toEqual(['dies', 'dies', 'staysDead']);
    expect(found[0]?.reasons.map((r) => [r.relation, r.refusing.map((one) => one.capacity)])).toEqual([
      ['away', ['host']],
      ['home', ['lender']],
    ]);
  });

  it('as host: the law is asked as of a host that refuses, and what it then says is the reason', async () => {
    const law = lawThat((q) => {
      const verdict = toy.toyLaw.verdict(q);
      return q.hostConsent === 'refused' ? { ...verdict, kind: 'forbidden', needs: [], because: [policy] } : verdict;
    });
    const { lines: found } = await followsFrom(allGranted, { refuses: ['south'] }, law);
    expect(found[0]?.reasons[0]).toMatchObject({ by: 'law', relation: 'away', because: [{ policyId: 'toy.more' }] });
  });

  it('as host: counsel who answered for one ground has not answered for another', async () => {
    const law = lawThat((q) => {
      const verdict = toy.toyLaw.verdict(q);
      if (q.hostConsent !== 'refused' || q.act.kind === 'hold') return verdict;
      return { ...verdict, kind: 'needs', needs: [], contested: true, because: [policy] };
    });
    const cleared = { clears: [{ lineId: 'lin_carry', statusId: 'militia' }] };
    const history = [...sought(lines, cleared), ...consents.map((c) => toy.granted(c.partyId, c.capacity, 10))];
    const { lines: found } = await followsFrom(history, { refuses: ['south'] }, law);
    expect(found[0]).toMatchObject({ fate: 'dies', reasons: [{ by: 'law' }, { by: 'law' }] });
  });

  it('holding a federal office: every class that needs it dies', async () => {
    const office = { capacity: 'chief', label: 'Chief', resolves: 'party', partyId: 'union.defense' } as never;
    const law: LawPort = {
      ...lawThat((q) => {
        const verdict = toy.toyLaw.verdict(q);
        const chief = { capacity: 'chief' as never, policyIds: ['toy.needs'] };
        const isHealing = q.act.kind === 'task' && q.act.taskId === 'heal';
        return isHealing ? { ...verdict, kind: 'needs', needs: [...verdict.needs, chief] } : verdict;
      }),
      terms: { ...toy.toyTerms, capacities: new Map([...toy.toyTerms.capacities, ['chief' as never, office]]) },
    };
    const chief = { partyId: 'union.defense', capacity: 'chief', lineIds };
    const all = [...consents, chief];
    const history = [
      ...allGranted.filter((p) => p.fact.type !== 'ConsentsSought'),
      toy.sought(all, ['north', 'south', 'isle']),
      toy.asked('union.defense', 'chief', lineIds),
      toy.granted('union.defense', 'chief', 10),
    ];
    const { lines: found } = await followsFrom(history, { refuses: ['union.defense'] }, law);
    expect(told(found).slice(0, 2)).toEqual([
      ['lin_carry', 'livesOn', 3, 3],
      ['lin_heal', 'dies', 3, 0],
    ]);
    expect(found[1]?.reasons[0]?.refusing).toEqual([{ partyId: 'union.defense', capacity: 'chief' }]);
  });

  it('says so where nothing hangs on it', async () => {
    const { lines: found, idle } = await followsFrom(allGranted, { refuses: ['union.asker'], barred: ['guess'] });
    expect(idle).toEqual({ parties: ['union.asker'], tasks: ['guess'] });
    expect(found.flatMap((one) => one.reasons)).toEqual([]);
  });
});

describe('what if a task is barred', () => {
  it('its lines die, and no policy is blamed for it', async () => {
    const { lines: found } = await followsFrom(allGranted, { barred: ['heal'] });
    expect(found.map((one) => one.fate)).toEqual(['livesOn', 'dies', 'staysDead']);
    expect(found[1]?.reasons.map((r) => [r.by, r.because.length])).toEqual([
      ['task', 0],
      ['task', 0],
    ]);
  });
});

describe('what if people serve under another status instead', () => {
  const lawForArmy = lawThat((q) =>
    toy.toyLaw.verdict(q.statusId === 'army' ? { ...q, statusId: 'militia' as never } : q),
  );

  it('lines die where the law gives the other no authority', async () => {
    const { lines: found } = await followsFrom(allGranted, { instead: { from: 'militia', to: army } });
    expect(found.map((one) => one.fate)).toEqual(['dies', 'dies', 'staysDead']);
    expect(new Set(found[0]?.reasons.map((r) => r.by))).toEqual(new Set(['notUsed', 'law']));
  });

  it('lines must wait where the law lets it, since nobody was asked for it', async () => {
    const { lines: found } = await followsFrom(allGranted, { instead: { to: army } }, lawForArmy);
    expect(told(found).slice(0, 2)).toEqual([
      ['lin_carry', 'mustWait', 3, 3],
      ['lin_heal', 'mustWait', 3, 3],
    ]);
    expect(found[0]?.after.classes[0]?.needs[0]?.parties.get('north' as never)).toBe('notSought');
  });

  it('lines that nobody may serve come alive where the law lets the other serve', async () => {
    const law = lawThat((q) =>
      lawForArmy.verdict(
        q.statusId === 'army' && q.act.kind === 'task' ? { ...q, act: { kind: 'task', taskId: 'carry' as never } } : q,
      ),
    );
    const { lines: found } = await followsFrom(allGranted, { instead: { to: army } }, law);
    expect(found[2]).toMatchObject({ fate: 'comesAlive', after: { state: 'waits', waiting: 3 } });
    expect(found[2]?.reasons.find((r) => r.by === 'comesIn')?.because).toMatchObject([{ citation: 'Toy Code, needs' }]);
  });

  it('and only that kind: all others go out of use', async () => {
    const { lines: found } = await followsFrom(allGranted, { onlyKinds: [militia] });
    expect(found.map((one) => one.fate)).toEqual(['livesOn', 'livesOn', 'staysDead']);
    const none = await followsFrom(allGranted, { instead: { to: army }, onlyKinds: [army] }, lawForArmy);
    expect(none.lines[0]?.fate).toBe('mustWait');
  });
});

it('parts add up: what one leaves alive another may end', async () => {
  const { lines: found } = await followsFrom(allGranted, { refuses: ['north', 'isle'], barred: ['heal'] });
  expect(told(found)).toEqual([
    ['lin_carry', 'livesOn', 3, 1],
    ['lin_heal', 'dies', 3, 0],
    ['lin_seize', 'staysDead', 0, 0],
  ]);
});

it('a line that waits for an answer waits on, and one whose consent has lapsed is dead', async () => {
  const asked = await followsFrom(sought(), { barred: ['guess'] });
  expect(asked.lines[0]).toMatchObject({ fate: 'waitsOn', before: { state: 'waits', waiting: 3 } });
  const silent = [...sought(), ...consents.flatMap((c) => answerOf(c.partyId, c.capacity, 'lapsed'))];
  expect((await followsFrom(silent, { barred: ['guess'] })).lines[0]).toMatchObject({ fate: 'staysDead' });
});

describe('a hypothesis', () => {
  const lacking = async (hypothesis: object, history: History = allGranted) =>
    hypothesisLacking(await situationOf(history), toy.toyLaw, suppose(hypothesis));

  it('that supposes nothing is refused, with what can be supposed', async () => {
    for (const nothing of [{}, { refuses: [], barred: [] }]) {
      const refusal = await lacking(nothing);
      expect(refusal).toMatchObject({ code: 'DECISION_NOTHING_SUPPOSED' });
      expect(refusal?.allowed).toContain('a party refuses');
    }
  });
  it('names what the pack knows, and kinds that somebody is asked for', async () => {
    expect((await lacking({ refuses: ['west'], barred: ['dance'] }))?.why).toContain(
      'the party "west", the task "dance"',
    );
    expect(await lacking({ onlyKinds: [army] })).toMatchObject({ code: 'DECISION_KIND_NOT_USED' });
    expect(await lacking({ instead: { from: 'army', to: militia } })).toMatchObject({ code: 'DECISION_KIND_NOT_USED' });
    expect(await lacking({ instead: { to: army }, onlyKinds: [army] })).toBeUndefined();
  });
  it('can be weighed once consents have been sought', async () => {
    const early = await lacking({ refuses: ['north'] }, [toy.submitted(lines), toy.derived(), toy.concurred()]);
    expect(isRefusal(early) && early.code).toBe('CONSENT_NOT_SOUGHT');
  });
});

/** A toy world in which everybody has answered, refused, withdrawn or kept silent as chance has it. */
const answers = ['granted', 'limited', 'refused', 'withdrawn', 'silent', 'lapsed'] as const;
const worldArbitrary = fc.record({
  tasks: fc.array(fc.constantFrom('carry', 'heal', 'seize', 'guess'), { minLength: 1, maxLength: 4 }),
  cleared: fc.boolean(),
  answers: fc.array(fc.constantFrom(...answers), { minLength: 4, maxLength: 4 }),
});
const hypothesisArbitrary = fc.record(
  {
    refuses: fc.uniqueArray(fc.constantFrom('north', 'south', 'isle', 'union', 'union.defense'), { maxLength: 3 }),
    barred: fc.uniqueArray(fc.constantFrom('carry', 'heal', 'guess'), { maxLength: 2 }),
    instead: fc.constantFrom({ to: army }, { from: 'militia', to: army }, { to: militia }),
    onlyKinds: fc.constantFrom([militia], [army], [militia, army]),
  },
  { requiredKeys: [] },
);

type World = typeof worldArbitrary extends fc.Arbitrary<infer T> ? T : never;
function historyOf({ tasks, cleared, answers: given }: World): History {
  const asked = tasks.map((taskId, i) => toy.line(`lin_${i}`, { taskId }));
  const ids = asked.map((l) => l.lineId);
  const clears = cleared ? ids.map((lineId) => ({ lineId, statusId: 'militia' })) : [];
  return [
    toy.submitted(asked),
    toy.derived(),
    toy.concurred({ clears }),
    toy.sought(
      consents.map((c) => ({ ...c, lineIds: ids })),
      ['north', 'south', 'isle'],
    ),
    ...consents.flatMap(({ partyId, capacity }, i) => [
      toy.asked(partyId, capacity, ids),
      ...answerOf(partyId, capacity, given[i] as World['answers'][number]),
    ]),
  ];
}
function answerOf(partyId: string, capacity: string, answer: World['answers'][number]): History {
  const granted = toy.granted(partyId, capacity, 10, answer === 'limited' ? { onlyTaskIds: ['heal'] } : {});
  const bare = (type: string) => ({ ...granted, fact: { ...granted.fact, type } });
  switch (answer) {
    case 'granted':
    case 'limited':
      return [granted];
    case 'withdrawn':
      return [granted, toy.withdrawn(partyId, capacity, '2025-06-01')];
    case 'refused':
      return [bare('ConsentRefused')];
    case 'lapsed':
      return [bare('ConsentLapsed')];
    case 'silent':
      return [];
  }
}

/** The toy law, in which the host's refusal takes every ground from people from elsewhere and gives none. */
const shrinking = lawThat((q) =>
  q.hostConsent === 'refused' && q.relation === 'away' && q.act.kind === 'task'
    ? { kind: 'noAuthority', needs: [], contested: false, because: [], pack: 'toy 1' }
    : toy.toyLaw.verdict(q),
);
const lifeOf = { lives: 2, waits: 1, dead: 0 } as const;

describe('always', () => {
  it('what may serve is what plan, assignment and check-in let serve', async () => {
    await fc.assert(
      fc.asyncProperty(worldArbitrary, async (world) => {
        const situation = await situationOf(historyOf(world));
        const { picture } = situation;
        for (const line of picture.request.lines) {
          for (const { lenderId, kind, standing } of possibilitiesOf(situation, toy.toyLaw, line)) {
            const { bars } = weighService(picture, toy.toyLaw, { lenderId, line, kind, period: line.period });
            expect(standing === 'covered').toBe(bars.length === 0);
          }
        }
      }),
    );
  });

  it('a refusal or a bar never gives a line more life or another lender, unless the law itself turns on the refusal', async () => {
    await fc.assert(
      fc.asyncProperty(worldArbitrary, hypothesisArbitrary, async (world, { refuses = [], barred = [] }) => {
        for (const law of [toy.toyLaw, shrinking]) {
          for (const { before, after } of (await followsFrom(historyOf(world), { refuses, barred }, law)).lines) {
            expect(lifeOf[after.state]).toBeLessThanOrEqual(lifeOf[before.state]);
            expect(after.lenders).toBeLessThanOrEqual(before.lenders);
            expect(after.lenders + after.waiting).toBeLessThanOrEqual(before.lenders + before.waiting);
          }
        }
      }),
    );
  });

  it('where the law opens a way for hosts that refuse, a refusal brings a line to life, and that law is cited', async () => {
    const law = lawThat((q) =>
      q.hostConsent === 'refused' && q.act.kind === 'task' && q.act.taskId === 'seize'
        ? { kind: 'permitted', needs: [], contested: false, because: [policy], pack: 'toy 1' }
        : toy.toyLaw.verdict(q),
    );
    const { lines: found } = await followsFrom(allGranted, { refuses: ['south'] }, law);
    expect(found[2]).toMatchObject({ fate: 'comesAlive', after: { lenders: 2 } });
    expect(found[2]?.reasons[0]?.because.map((p) => p.policyId)).toContain('toy.more');
  });

  it('to suppose what is so already changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(worldArbitrary, async (world) => {
        const said = new Map(consents.map((c, i) => [`${c.partyId} ${c.capacity}`, world.answers[i]]));
        const isRefused = (partyId: string) =>
          consents.every((c) => c.partyId !== partyId || said.get(`${partyId} ${c.capacity}`) === 'refused');
        const refuses = ['north', 'south', 'isle'].filter(isRefused);
        const asItIs = { refuses, instead: { from: 'militia', to: militia }, onlyKinds: [militia] };
        for (const law of [toy.toyLaw, shrinking]) {
          const { lines: found, fallen } = await followsFrom(historyOf(world), asItIs, law);
          expect(found.flatMap((one) => one.reasons)).toEqual([]);
          expect(found.map((one) => one.after)).toEqual(found.map((one) => one.before));
          expect(fallen).toEqual([]);
        }
      }),
    );
  });

  it('the order of what is supposed says nothing', async () => {
    await fc.assert(
      fc.asyncProperty(worldArbitrary, hypothesisArbitrary, async (world, hypothesis) => {
        const { refuses = [], barred = [], onlyKinds, ...rest } = hypothesis;
        const turned = {
          ...(onlyKinds && { onlyKinds: [...onlyKinds].reverse() }),
          ...rest,
          barred: [...barred].reverse(),
          refuses: [...refuses].reverse(),
        };
        const [one, other] = [
          await followsFrom(historyOf(world), hypothesis),
          await followsFrom(historyOf(world), turned),
        ];
        expect(other.lines).toEqual(one.lines);
      }),
    );
  });
});
