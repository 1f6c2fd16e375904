import { source, toyLaw } from '@muster/decision/testing';
import {
  type Answer,
  carryOut,
  type GivenCommand,
  lapseSilent,
  planRequest,
  type RecordPort,
  remindSilent,
} from '@muster/flow';
import type { SolverPort } from '@muster/plan';
import { type PlanFact, plansMade } from '@muster/plan/events';
import { openMemoryRecord } from '@muster/record-memory';
import { addDays, type Day, planStream, type RequestId } from '@muster/terms';
import { actor } from '@muster/terms/testing';
import { type Action, consents, type Life, lenders, requestIds } from './action.ts';
import { jittered, letOthersRun } from './jitter.ts';
import { findLie, type Story } from './truths.ts';

const planner = actor('union.asker', 'requestingPlanner', 'per_planner');
const sourcing = actor('union.defense', 'sourcingOfficer', 'per_sourcing');
const counsel = actor('union.defense', 'counsel', 'per_counsel');
const militia = { statusId: 'militia', delegationIds: [] };

const line = (taskId: string, i: number) => ({
  lineId: `lin_${i}`,
  title: `Line ${i}`,
  people: 6,
  taskId,
  skillId: 'porter',
  placeId: i % 2 === 0 ? 'south-land' : 'north-land',
  period: { fromOn: '2025-06-01', toOn: '2025-07-01' },
  priority: 1 + (i % 5),
  source,
});

/** A beginning that gets somewhere: asked, reviewed, sought, answered, offered, planned. */
const beginning = ({ answers, offers, standIns, silence }: Life): Action[] => [
  { do: 'amend', tasks: ['carry', 'heal', 'seize'] },
  { do: 'submit' },
  { do: 'derive' },
  { do: 'opine', cap: null, byAsker: false },
  { do: 'seek', lenders: [...lenders] },
  ...standIns.map(
    (lender): Action => ({
      do: 'nameStandIn',
      lender,
      namer: 'official',
      named: 'deputy',
      days: 20,
      mostPeople: null,
    }),
  ),
  ...consents.flatMap((consent, i): Action[] => {
    const people = answers[i];
    const speaker = standIns.some((lender) => lender === consent.partyId) ? 'deputy' : 'official';
    return people ? [{ do: 'grant', consent, speaker, people, bars: null }] : [];
  }),
  ...lenders.flatMap((lender, i): Action[] => {
    const people = offers[i];
    return people ? [{ do: 'offer', lender, people, reserve: 0 }] : [];
  }),
  { do: 'plan' },
  { do: 'wait', days: silence },
  { do: 'remind' },
];

export interface Lived {
  /** The first truth that did not hold, in words. */
  readonly lie: string | undefined;
  readonly story: Story;
}

/**
 * Plays one life of two requests against an empty record: a beginning, then the turns, the actions of
 * one turn at the same time. After every turn every truth is checked.
 */
export async function playLife(
  life: Life,
  solver: SolverPort,
  record: RecordPort = openMemoryRecord(),
): Promise<Lived> {
  const world = openWorld(solver, life.delays, record);
  for (const of of requestIds) await world.draft(of as RequestId);
  let checked = 0;
  const begun = beginning(life).map((action) => requestIds.map((of) => ({ action, of, after: 0 })));
  for (const turn of [...begun, ...life.turns]) {
    await Promise.all(
      turn.map(({ action, of, after }) => letOthersRun(after).then(() => world.act(action, of as RequestId))),
    );
    const story = await world.story();
    const lie = world.brokenPromise() ?? findLie(story, checked);
    checked = story.length;
    if (lie) return { lie: `After ${JSON.stringify(turn)}: ${lie}`, story };
  }
  return { lie: undefined, story: await world.story() };
}

function openWorld(solver: SolverPort, delays: readonly number[], record: RecordPort) {
  const means = { record: jittered(record, delays), law: toyLaw, solver };
  const given: { command: GivenCommand; answer: Answer }[] = [];
  let today = '2025-05-01' as Day;
  let broken: string | undefined;
  let earlier: Story = [];
  let n = 0;

  const giveFor = async (requestId: RequestId, by: GivenCommand['by'], name: string, data: object) => {
    const command = {
      commandId: `cmd_${++n}` as never,
      name,
      at: `${today}T12:00:00Z` as never,
      by,
      data: name.endsWith('StandIn') ? data : { requestId, ...data },
    };
    given.push({ command, answer: await carryOut(means, command) });
  };
  const speak = (partyId: string, speaker: string) =>
    ({
      official: actor(partyId, 'consentingOfficial', `per_${partyId}`),
      planner: actor(partyId, 'consentingOfficial', 'per_planner'),
      deputy: actor('union', 'consentingOfficial', 'per_deputy'),
      friend: actor('union.asker', 'consentingOfficial', 'per_friend'),
      stranger: actor('union', 'consentingOfficial', 'per_stranger'),
    })[speaker] ?? planner;

  async function act(action: Action, requestId: RequestId): Promise<void> {
    const give = (by: GivenCommand['by'], name: string, data: object) => giveFor(requestId, by, name, data);
    switch (action.do) {
      case 'amend':
        return give(planner, 'AmendRequest', { lines: action.tasks.map(line), reason: 'better known' });
      case 'submit':
        return give(planner, 'SubmitRequest', {});
      case 'derive':
        return give(sourcing, 'DeriveAuthority', { kinds: [militia] });
      case 'opine':
        return give(
          action.byAsker ? { ...counsel, partyId: planner.partyId } : counsel,
          'GiveOpinion',
          opinion(action.cap, await version(requestId)),
        );
      case 'seek':
        return give(sourcing, 'SeekConsents', {
          kinds: [militia],
          lenders: action.lenders.map((partyId) => ({ partyId, people: 12 })),
          answerByOn: addDays(today, 5),
        });
      case 'offer':
        return give(actor(action.lender, 'lenderCoordinator'), 'OfferPools', offer(action));
      case 'grant':
        return give(speak(action.consent.partyId, action.speaker), 'GrantConsent', {
          ...action.consent,
          people: action.people,
          conditions: action.bars ? { barredTaskIds: [action.bars] } : {},
          words: 'Yes.',
          source,
        });
      case 'refuse':
      case 'withdraw':
        return give(
          speak(action.consent.partyId, action.speaker),
          action.do === 'refuse' ? 'RefuseConsent' : 'WithdrawConsent',
          {
            ...action.consent,
            reason: 'homeNeed',
            words: 'No.',
            source,
          },
        );
      case 'nameStandIn': {
        const { personId, partyId: ofPartyId } = speak('union', action.named);
        return give(speak(action.lender, action.namer), 'NameStandIn', {
          standInId: `sta_${n + 1}`,
          partyId: action.lender,
          capacities: ['lender', 'host'],
          personId,
          ofPartyId,
          period: { fromOn: today, toOn: addDays(today, action.days) },
          ...(action.mostPeople === null ? {} : { mostPeople: action.mostPeople }),
          words: 'In absence.',
          source,
        });
      }
      case 'endStandIn': {
        const { events } = await means.record.tail(undefined, 10_000);
        const named = events.findLast((e) => e.fact.type === 'StandInNamed')?.fact.data;
        const { standInId, partyId } = { standInId: 'sta_none', partyId: 'north', ...(named as object) };
        const ending = { standInId, partyId, reason: 'Back in office.' };
        return give(speak(partyId, action.namer), 'EndStandIn', ending);
      }
      case 'remind':
        await remindSilent(means, requestId, `${today}T06:00:00Z` as never);
        return;
      case 'lapse':
        await lapseSilent(means, requestId, `${today}T23:00:00Z` as never);
        return;
      case 'plan': {
        const order = {
          commandId: `cmd_${++n}` as never,
          at: `${today}T12:00:00Z` as never,
          by: sourcing,
          requestId,
          planId: `pln_${n}` as never,
        };
        await planRequest(means, { ...order, orderOn: '2025-05-20' as Day, travelKmPerDay: 2000 });
        return;
      }
      case 'commit': {
        const facts = (await means.record.read(planStream(requestId))).map((e) => e.fact as PlanFact);
        return give(sourcing, 'CommitPlan', { planId: plansMade(facts).at(-1)?.data.planId ?? 'pln_none' });
      }
      case 'takeBack':
        return give(planner, 'WithdrawRequest', { reason: 'needed no longer' });
      case 'repeat': {
        const before = given.at(-action.back);
        if (!before) return;
        const again = await carryOut(means, before.command);
        if (JSON.stringify(again) !== JSON.stringify(before.answer))
          broken = `${before.command.name} given again was answered otherwise`;
        return;
      }
      case 'wait':
        today = addDays(today, action.days);
        return;
    }
  }

  const version = async (requestId: RequestId) =>
    (await means.record.read(`request/${requestId}`)).filter((e) => e.fact.type === 'RequestSubmitted').length;

  return {
    act,
    draft: (requestId: RequestId) =>
      giveFor(requestId, planner, 'DraftRequest', {
        title: 'Help',
        addresseeId: 'union.defense',
        people: 18,
        need: 'help',
        grounds: 'law',
        source,
        lines: ['carry', 'heal', 'seize'].map(line),
      }),
    brokenPromise: () => broken,
    /** All that is recorded; what was recorded before must stand as it stood. */
    async story(): Promise<Story> {
      const { events } = await means.record.tail(undefined, 10_000);
      for (const [i, event] of earlier.entries()) {
        if (JSON.stringify(events[i]) !== JSON.stringify(event)) broken = `event ${i} of the record has changed`;
      }
      earlier = events;
      return events;
    },
  };
}

const opinion = (cap: number | null, requestVersion: number) => ({
  requestVersion,
  outcome: cap === null ? 'concur' : 'concurWithConditions',
  criteria: ['cost', 'readiness', 'appropriateness', 'risk', 'legality', 'lethality'].map((criterion) => ({
    criterion,
    finding: 'met',
    evidence: 'seen in the papers',
    foundBy: 'office',
    source,
  })),
  conditions:
    cap === null ? [] : [{ conditionId: 'cnd_cap', words: 'at most so many', lineIds: ['lin_0'], maxPeople: cap }],
  clears: [],
  lapsesOn: '2026-01-01',
  words: 'read',
  source,
});

const offer = (a: Extract<Action, { do: 'offer' }>) => ({
  lenderId: a.lender,
  reserve: a.reserve,
  reserveSource: source,
  pools: [
    {
      poolId: `pol_${a.lender}`,
      skillId: 'porter',
      people: a.people,
      kinds: [militia],
      placeId: `${a.lender}-land`,
      readyDays: 0,
      personDayCents: 100,
      source,
    },
  ],
});
