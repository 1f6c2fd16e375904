import { source } from '@muster/decision/testing';
import type { GivenCommand } from '@muster/flow';
import { type PlanFact, plansMade } from '@muster/plan/events';
import { type Actor, addDays, type Day } from '@muster/terms';
import { actor } from '@muster/terms/testing';
import type { Story } from '../truths/story.ts';
import type { Deed, OneRequest, Speaker } from './deed.ts';

const planner = actor('union.asker', 'requestingPlanner', 'per_planner');
export const sourcing = actor('union.defense', 'sourcingOfficer', 'per_sourcing');
const counsel = actor('union.defense', 'counsel', 'per_counsel');
export const militia = { statusId: 'militia', delegationIds: [] };

/** What somebody who does a deed knows: the day, what is public, and a name of their own for what they make. */
export interface Knowledge {
  readonly id: string;
  readonly today: Day;
  readonly story: Story;
}

export type Said = Pick<GivenCommand, 'name' | 'by' | 'data'>;

/** The command that a deed comes down to. Planning is not one: the house makes the plan. */
export function commandOf(deed: Exclude<Deed, { do: 'plan' }>, requestId: OneRequest, known: Knowledge): Said {
  const say = (by: Actor, name: string, data: object): Said => ({ by, name, data: { requestId, ...data } });
  switch (deed.do) {
    case 'draft':
      return say(planner, 'DraftRequest', { ...request, lines: ['carry', 'heal', 'seize'].map((t, i) => line(t, i)) });
    case 'amend': {
      const lines = deed.tasks.map((task, i) => line(task, i, deed.people));
      return say(planner, 'AmendRequest', { lines, reason: 'better known' });
    }
    case 'submit':
      return say(planner, 'SubmitRequest', {});
    case 'derive':
      return say(sourcing, 'DeriveAuthority', { kinds: [militia] });
    case 'opine': {
      const by = deed.speaker === 'planner' ? { ...counsel, personId: planner.personId } : counsel;
      return say(by, 'GiveOpinion', opinion(deed.cap, versionOf(known.story, requestId)));
    }
    case 'seek': {
      const asked = deed.lenders.map((partyId) => ({ partyId, people: 12 }));
      return say(sourcing, 'SeekConsents', { kinds: [militia], lenders: asked, answerByOn: addDays(known.today, 5) });
    }
    case 'offer':
      return say(actor(deed.lender, 'lenderCoordinator', `per_${deed.lender}-coordinator`), 'OfferPools', offer(deed));
    case 'grant':
      return say(speak(deed.consent.partyId, deed.speaker), 'GrantConsent', {
        ...deed.consent,
        people: deed.people,
        conditions: deed.bars ? { barredTaskIds: [deed.bars] } : {},
        words: 'Yes.',
        source,
      });
    case 'refuse':
    case 'withdraw': {
      const name = deed.do === 'refuse' ? 'RefuseConsent' : 'WithdrawConsent';
      const words = { reason: 'homeNeed', words: 'No.', source };
      return say(speak(deed.consent.partyId, deed.speaker), name, { ...deed.consent, ...words });
    }
    case 'nameStandIn':
      return { by: speak(deed.lender, deed.namer), name: 'NameStandIn', data: standIn(deed, known) };
    case 'endStandIn': {
      const named = known.story.findLast((e) => e.fact.type === 'StandInNamed')?.fact.data;
      const { standInId, partyId } = { standInId: 'sta_none', partyId: 'north', ...(named as object) };
      const data = { standInId, partyId, reason: 'Back in office.' };
      return { by: speak(partyId, deed.namer), name: 'EndStandIn', data };
    }
    case 'commit': {
      const made = known.story.filter((e) => e.stream === `plan/${requestId}`).map((e) => e.fact as PlanFact);
      return say(sourcing, 'CommitPlan', { planId: plansMade(made).at(-1)?.data.planId ?? 'pln_none' });
    }
    case 'takeBack':
      return say(planner, 'WithdrawRequest', { reason: 'needed no longer' });
  }
}

function speak(partyId: string, speaker: Speaker): Actor {
  switch (speaker) {
    case 'official':
      return actor(partyId, 'consentingOfficial', `per_${partyId}`);
    case 'planner':
      return actor(partyId, 'consentingOfficial', 'per_planner');
    case 'counsel':
      return actor(partyId, 'consentingOfficial', 'per_counsel');
    case 'deputy':
      return actor('union', 'consentingOfficial', 'per_deputy');
    case 'friend':
      return actor('union.asker', 'consentingOfficial', 'per_friend');
    case 'stranger':
      return actor('union', 'consentingOfficial', 'per_stranger');
  }
}

const versionOf = (story: Story, requestId: OneRequest): number =>
  story.filter((e) => e.stream === `request/${requestId}` && e.fact.type === 'RequestSubmitted').length;

const request = {
  title: 'Help',
  addresseeId: 'union.defense',
  people: 18,
  need: 'help',
  grounds: 'law',
  source,
};

const line = (taskId: string, i: number, people = 6) => ({
  lineId: `lin_${i}`,
  title: `Line ${i}`,
  people,
  taskId,
  skillId: 'porter',
  placeId: i % 2 === 0 ? 'south-land' : 'north-land',
  period: { fromOn: '2025-06-01', toOn: '2025-07-01' },
  priority: 1 + (i % 5),
  source,
});

const opinion = (cap: number | undefined, requestVersion: number) => ({
  requestVersion: Math.max(1, requestVersion),
  outcome: cap === undefined ? 'concur' : 'concurWithConditions',
  criteria: ['cost', 'readiness', 'appropriateness', 'risk', 'legality', 'lethality'].map((criterion) => ({
    criterion,
    finding: 'met',
    evidence: 'seen in the papers',
    foundBy: 'office',
    source,
  })),
  conditions:
    cap === undefined ? [] : [{ conditionId: 'cnd_cap', words: 'at most so many', lineIds: ['lin_0'], maxPeople: cap }],
  clears: [],
  lapsesOn: '2026-01-01',
  words: 'read',
  source,
});

const offer = ({ lender, people, reserve }: Extract<Deed, { do: 'offer' }>) => ({
  lenderId: lender,
  reserve,
  reserveSource: source,
  pools: [
    {
      poolId: `pol_${lender}`,
      skillId: 'porter',
      people,
      kinds: [militia],
      placeId: `${lender}-land`,
      readyDays: 0,
      personDayCents: 100,
      source,
    },
  ],
});

function standIn(deed: Extract<Deed, { do: 'nameStandIn' }>, { id, today }: Knowledge) {
  const { personId, partyId: ofPartyId } = speak('union', deed.named);
  return {
    standInId: `sta_${id}`,
    partyId: deed.lender,
    capacities: ['lender', 'host'],
    personId,
    ofPartyId,
    period: { fromOn: today, toOn: addDays(today, deed.days) },
    ...(deed.mostPeople === undefined ? {} : { mostPeople: deed.mostPeople }),
    words: 'In absence.',
    source,
  };
}
