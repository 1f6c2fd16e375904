import type { ConsentConditions, LawTerms } from '@muster/decision/events';
import type { PersonNoted, ReleaseReason, SeatGroup, StrikeReason, UnableReason } from '@muster/deployment/events';
import { peopleAtFullest } from '@muster/plan';
import type { CommittedUse } from '@muster/plan/events';
import { type PartyId, type Recorded, type Source, unknownEvent } from '@muster/terms';
import type { AnyFact } from '../facts.ts';
import { count, dollars, fromTo, list, onDays, people, plural, type Words, words } from './words.ts';

/** One event as a sentence: who did what, and on what ground. */
export interface StoryEntry {
  readonly at: string;
  readonly stream: string;
  readonly position: number;
  readonly type: string;
  readonly who: string;
  readonly what: string;
  /** The source, law or reason given; absent where the fact states none. */
  readonly ground?: string;
}

export function tell(event: Recorded<AnyFact>, terms: LawTerms): StoryEntry {
  const say = words(terms);
  const who = teller(event, say);
  const { at, stream, position, fact } = event;
  const { what, ground } = sentence(fact, say);
  const sovereign = standsInFor(fact);
  const forWhom = sovereign ? `, standing in for ${say.party(sovereign)},` : '';
  return { at, stream, position, type: fact.type, who: `${who}${forWhom}`, what, ...(ground ? { ground } : {}) };
}

function teller({ by, fact }: Recorded<AnyFact>, say: Words): string {
  if (by.role !== 'flow') return say.party(by.partyId);
  return fact.type === 'LawTaken' || fact.type === 'DirectoryKept' ? 'Muster' : `Muster, for ${say.party(by.partyId)}`;
}

/** The sovereign for whom somebody else answered; undefined when it answered itself. */
function standsInFor(fact: AnyFact): PartyId | undefined {
  const isAnswer = fact.type === 'ConsentGranted' || fact.type === 'ConsentRefused' || fact.type === 'ConsentWithdrawn';
  return isAnswer && fact.data.standInId ? fact.data.partyId : undefined;
}

interface Sentence {
  readonly what: string;
  readonly ground?: string | undefined;
}

function sentence(fact: AnyFact, say: Words): Sentence {
  switch (fact.type) {
    case 'DirectoryKept': {
      const { keeperId, administratorId } = fact.data;
      return {
        what: `keeps the directory for ${say.party(keeperId)}, with ${administratorId} as its administrator: nobody is believed from now on.`,
      };
    }
    case 'OrganisationNoted': {
      const { name, withinId, sovereignId } = fact.data;
      const within = withinId ? ` within ${say.party(withinId)}` : '';
      return {
        what: `notes the organisation ${name}${within}, of the sovereign ${say.party(sovereignId)}.`,
      };
    }
    case 'OrganisationMoved': {
      const { partyId, withinId, reason } = fact.data;
      return { what: `makes ${say.party(partyId)} part of ${say.party(withinId)}.`, ground: reason };
    }
    case 'OrganisationClosed':
      return { what: `closes ${say.party(fact.data.partyId)}: nobody acts for it any more.`, ground: fact.data.reason };
    case 'RoleGiven': {
      const { personId, partyId, role, fromOn, toOn } = fact.data;
      const days = toOn ? `from ${fromOn} until before ${toOn}` : `from ${fromOn}`;
      return { what: `gives ${personId} the role ${role} at ${say.party(partyId)}, ${days}.` };
    }
    case 'RoleEnded': {
      const { personId, partyId, role, reason } = fact.data;
      return { what: `ends the role ${role} of ${personId} at ${say.party(partyId)}.`, ground: reason };
    }
    case 'SettingSet':
      return { what: `sets ${fact.data.name} to ${fact.data.value}.` };
    case 'RequestDrafted': {
      const { addresseeId, title, people: asked, grounds } = fact.data;
      return { what: `drafts a request to ${say.party(addresseeId)} for ${people(asked)}: ${title}.`, ground: grounds };
    }
    case 'RequestAmended':
      return { what: `amends the request into ${plural(fact.data.lines.length, 'line')}.`, ground: fact.data.reason };
    case 'RequestSubmitted': {
      const { requestVersion, people: asked, lines, addresseeId, grounds } = fact.data;
      const what = `submits version ${requestVersion} to ${say.party(addresseeId)}: ${people(asked)} on ${plural(lines.length, 'line')}.`;
      return { what, ground: grounds };
    }
    case 'RequestWithdrawn':
      return { what: 'withdraws the request.', ground: fact.data.reason };
    case 'RequestPublished':
      return { what: 'publishes the request: everybody sees it from now on.' };
    case 'RequestWithheld':
      return {
        what: 'withholds the request: only who is party to it sees it from now on.',
        ground: fact.data.reason,
      };
    case 'CommandRefused': {
      const { name, refusal } = fact.data;
      return { what: `is refused (${refusal.code}, ${name}): ${refusal.why}`, ground: refusal.allowed };
    }
    case 'LawTaken': {
      const { pack, files, program } = fact.data;
      return {
        what: `takes the law pack ${pack} into use, word for word: ${plural(files.length, 'text')}.`,
        ground: `The rules are those of ${program}.`,
      };
    }
    case 'AuthorityDerived': {
      const { classes, policies, pack } = fact.data;
      const by = (verdict: string) => count(classes.filter((c) => c.verdict === verdict && !c.contested).length);
      const contested = count(classes.filter((c) => c.contested).length);
      const what = `asks the law about ${count(classes.length)} classes of service: ${by('permitted')} permitted, ${by('needs')} need consents, ${contested} contested, ${by('forbidden')} forbidden, ${by('noAuthority')} without authority.`;
      return { what, ground: `Law pack ${pack}, ${count(policies.length)} policies; our reading, not legal advice.` };
    }
    case 'OpinionGiven': {
      const { outcome, conditions, lapsesOn, source } = fact.data;
      const said = {
        concur: 'concurs',
        concurWithConditions: 'concurs with conditions',
        doNotConcur: 'does not concur',
      };
      const attached = conditions.map((c) => c.words).join('; ');
      const what = `gives counsel's opinion: ${said[outcome]}${attached ? ` (${attached})` : ''}; it lapses on ${lapsesOn}.`;
      return { what, ground: sourceWords(source) };
    }
    case 'ConsentsSought': {
      const { consents, kinds, answerByOn } = fact.data;
      const what = `seeks ${count(consents.length)} consents for service under ${list(kinds.map(say.kind))}, to be answered by ${answerByOn}.`;
      return { what, ground: `The law asks for them: ${list([...new Set(consents.flatMap((c) => c.policyIds))], 4)}.` };
    }
    case 'ConsentAsked': {
      const { partyId, capacity, people: asked, policyIds } = fact.data;
      const what = `asks ${say.party(partyId)} (${say.capacity(capacity)}) to consent to ${people(asked)}.`;
      return { what, ground: `Needed by ${list([...policyIds], 4)}.` };
    }
    case 'ConsentGranted': {
      const { capacity, people: granted, conditions, source, words: said } = fact.data;
      const limits = conditionWords(conditions);
      const what = `consents (${say.capacity(capacity)}) to ${people(granted)}${limits ? `, ${limits}` : ''}. ${said}`;
      return { what, ground: sourceWords(source) };
    }
    case 'ConsentRefused': {
      const { capacity, reason, words: said, source } = fact.data;
      return {
        what: `refuses consent (${say.capacity(capacity)}), reason ${reason}. ${said}`,
        ground: sourceWords(source),
      };
    }
    case 'ConsentReminded': {
      const { partyId, capacity, daysBefore, answerByOn } = fact.data;
      const what = `reminds ${say.party(partyId)} (${say.capacity(capacity)}) to answer by ${answerByOn}: the reminder of ${plural(daysBefore, 'day')} before.`;
      return { what };
    }
    case 'ConsentLapsed': {
      const { partyId, capacity, answerByOn } = fact.data;
      const what = `notes that ${say.party(partyId)} (${say.capacity(capacity)}) did not answer by ${answerByOn}: silence is not consent.`;
      return { what };
    }
    case 'ConsentWithdrawn': {
      const { capacity, endsOn, reason, words: said, source } = fact.data;
      const what = `withdraws its consent (${say.capacity(capacity)}), reason ${reason}; it ends on ${endsOn}. ${said}`;
      return { what, ground: sourceWords(source) };
    }
    case 'StandInNamed': {
      const { partyId, ofPartyId, capacities, period, mostPeople, requestId, words: said, source } = fact.data;
      const most = mostPeople === undefined ? '' : `, for at most ${people(mostPeople)} in one consent`;
      const only = requestId ? ', for one request alone' : '';
      const what = `names somebody of ${say.party(ofPartyId)} to answer for ${say.party(partyId)} (${list(capacities.map(say.capacity))}) ${fromTo(period)}${most}${only}. ${said}`;
      return { what, ground: sourceWords(source) };
    }
    case 'StandInEnded':
      return { what: `ends a standing-in for ${say.party(fact.data.partyId)}.`, ground: fact.data.reason };
    case 'PoolsOffered': {
      const { pools, reserve, reserveSource } = fact.data;
      const offered = pools.reduce((n, p) => n + p.people, 0);
      const what = `offers ${people(offered)} in ${plural(pools.length, 'pool')}, ${count(reserve)} of them to stay at home.`;
      return {
        what,
        ground: [...new Set([...pools.map((p) => sourceWords(p.source)), sourceWords(reserveSource)])].join(' '),
      };
    }
    case 'PlanProposed': {
      const { lines, costCents, levels, solver } = fact.data;
      const what = `proposes a plan: ${people(sum(lines, 'filled'))} of ${count(sum(lines, 'asked'))} throughout, ${count(sum(lines, 'short'))} short, for ${dollars(costCents)}.`;
      return { what, ground: proofWords(levels, solver) };
    }
    case 'PlanBroken': {
      const { because, lostPeople, lostByLine, lostCostCents } = fact.data;
      const what = `shows that the plan loses ${people(lostPeople)} on ${plural(lostByLine.length, 'line')}, worth ${dollars(lostCostCents)}.`;
      return {
        what,
        ground: `The consent of ${say.party(because.partyId)} (${say.capacity(because.capacity)}) has ended.`,
      };
    }
    case 'PlanOvertaken': {
      const { because, lostPeople, lostByLine, lostCostCents } = fact.data;
      const what = `shows that the plan loses ${people(lostPeople)} on ${plural(lostByLine.length, 'line')}, worth ${dollars(lostCostCents)}.`;
      const by = because.decided === 'opinion' ? "counsel's opinion on version" : 'version';
      return { what, ground: `It does not stand up to ${by} ${because.requestVersion} of the request.` };
    }
    case 'PlanRevised': {
      const { filledBefore, filledAfter, changes, levels, solver, lines } = fact.data;
      const what = `revises the plan with ${plural(changes.length, 'change')}: ${count(filledAfter)} people throughout instead of ${count(filledBefore)}, ${count(sum(lines, 'short'))} short.`;
      return { what, ground: proofWords(levels, solver) };
    }
    case 'PastDeploymentNoted': {
      const { statusId, delegationIds, taskId, placeId, lenderId, people: sent, period, source } = fact.data;
      const kind = say.kind({ statusId, delegationIds });
      const what = `notes a past deployment: ${people(sent)} of ${say.party(lenderId)} under ${kind}, ${say.task(taskId)} in ${say.place(placeId)}, ${onDays(period)}.`;
      return { what, ground: sourceWords(source) };
    }
    case 'PersonNoted':
      return { what: `notes a person who serves, ${servingWords(fact.data, say)}.`, ground: sealedWords };
    case 'PersonCorrected':
      return { what: `corrects what is noted of a person who serves, ${servingWords(fact.data, say)}.` };
    case 'ParticularsRead':
      return { what: `reads who the person ${fact.data.personId} is.` };
    case 'PersonErased': {
      const because = {
        theyAsked: 'They asked for it.',
        serviceOver: 'Their service is over.',
        notedInError: 'They were noted in error.',
      };
      return {
        what: `erases the person ${fact.data.personId}: their key is destroyed, and nobody can read who they are.`,
        ground: because[fact.data.because],
      };
    }
    case 'PlanCommitted': {
      const { people: committed, costCents, pack, replacesPlanId } = fact.data;
      const instead = replacesPlanId ? ', in the place of the one committed before' : '';
      const what = `commits the plan${instead}: ${people(committed)} at the fullest, for ${dollars(costCents)}. It is frozen.`;
      return {
        what,
        ground: `Law, counsel, consents and strength were checked again that moment, by law pack ${pack}.`,
      };
    }
    case 'PlanReleased':
      return {
        what: `releases the ${people(fact.data.people)} committed to the plan.`,
        ground: 'The request was withdrawn.',
      };
    case 'PeopleCommitted':
      return {
        what: `has ${people(fullest(fact.data.uses))} of ${say.party(fact.data.lenderId)} committed to the request.`,
      };
    case 'PeopleReleased': {
      const still = fullest(fact.data.still);
      const left = still > 0 ? `${people(still)} stay committed` : 'nobody stays committed';
      return { what: `has people of ${say.party(fact.data.lenderId)} released: ${left} to the request.` };
    }
    case 'OrdersIssued':
      return { what: `orders the people of the plan from ${plural(fact.data.lenderIds.length, 'lender')}.` };
    case 'OrderIssued':
      return { what: `orders ${people(seatsIn(fact.data.groups))} of ${say.party(fact.data.lenderId)}.` };
    case 'OrderAmended': {
      const seats = seatsIn(fact.data.groups);
      const now = seats > 0 ? `now asks for ${people(seats)}` : 'is off';
      return {
        what: `amends the order of ${say.party(fact.data.lenderId)}: it ${now}.`,
        ground: 'The plan, or what it rests on, has changed.',
      };
    }
    case 'OrderAccepted':
      return { what: 'accepts the order as it stands.' };
    case 'SeatsDeclined': {
      const { people: declined, group, reason } = fact.data;
      return { what: `cannot fill ${plural(declined, 'seat')} of group ${group}: ${unableWords[reason]}.` };
    }
    case 'RosterNamed':
      return { what: `names ${people(fact.data.seats.length)} for seats of the order.` };
    case 'RosterStruck': {
      const { personIds, reason } = fact.data;
      return { what: `takes ${people(personIds.length)} off the roster: ${strikeWords[reason]}.` };
    }
    case 'MissionOrdered':
      return { what: `gives ${people(fact.data.personIds.length)} the mission order: they may set out.` };
    case 'SeatNamed': {
      const { personId, kind, period } = fact.data;
      return { what: `has ${personId} on a seat of the order under ${say.kind(kind)}, ${onDays(period)}.` };
    }
    case 'SeatStruck':
      return { what: `has ${fact.data.personId} give up the seat: ${strikeWords[fact.data.reason]}.` };
    case 'PersonMobilised':
      return { what: `notes that ${fact.data.personId} has left home at ${fact.data.leftAt}.` };
    case 'PersonCheckedIn': {
      const { personId, lenderId, taskId, placeId, kind, arrivedAt, policyIds, pack } = fact.data;
      return {
        what: `checks in ${personId} of ${say.party(lenderId)} under ${say.kind(kind)}: ${say.task(taskId)} in ${say.place(placeId)}, there since ${arrivedAt}.`,
        ground: `Asked anew for that moment: ${plural(policyIds.length, 'rule')} of law, counsel and consents, by law pack ${pack}.`,
      };
    }
    case 'PresenceAttested':
      return { what: `attests that ${fact.data.personId} is there: both sides say so.` };
    case 'PersonReleased': {
      const { personId, releasedAt, reason } = fact.data;
      return { what: `releases ${personId} at ${releasedAt}: ${releaseWords[reason]}.` };
    }
    case 'PersonDemobilised': {
      const { personId, leftAt, items } = fact.data;
      const done = items.filter((i) => i.is === 'done').length;
      return {
        what: `lets ${personId} leave for home at ${leftAt}.`,
        ground: `Of the checklist ${count(done)} done, ${count(items.length - done)} not needed.`,
      };
    }
    case 'PersonHome':
      return { what: `notes that ${fact.data.personId} is home since ${fact.data.homeAt}.` };
    default:
      return unknownEvent(fact);
  }
}

const unableWords: Record<UnableReason, string> = {
  noneQualified: 'nobody is qualified',
  noneAvailable: 'nobody is available',
  neededAtHome: 'they are needed at home',
  noEquipment: 'the equipment is lacking',
  noTravel: 'they cannot travel there in time',
  termsNotMet: 'the terms are not met',
};

const strikeWords: Record<StrikeReason, string> = {
  replaced: 'somebody else goes',
  notAvailable: 'they are not available',
  notQualified: 'they are not qualified',
  seatGone: 'the seat is gone',
  namedInError: 'they were named in error',
};

const releaseWords: Record<ReleaseReason, string> = {
  tourOver: 'the tour is over',
  relieved: 'somebody has relieved them',
  needMet: 'the need is met',
  recalled: 'home calls them back',
  unfit: 'they are unfit to go on',
  notPermitted: 'it is no longer permitted',
};

const seatsIn = (groups: readonly SeatGroup[]): number => groups.reduce((n, g) => n + g.people, 0);

const sealedWords = 'Name, contact and badge are sealed, and their key lies outside the record.';

/** What a person can do and under what, never who they are. */
function servingWords({ personId, lenderId, skillIds, kinds }: PersonNoted['data'], say: Words): string {
  const skills = skillIds.length > 0 ? `with the skills ${list(skillIds.map(say.skill))}` : 'without a skill named';
  const under = kinds.length > 0 ? `under ${list(kinds.map(say.kind), 6, 'or')}` : 'under no kind of service yet';
  return `${personId} of ${say.party(lenderId)}, ${skills}, ${under}`;
}

const fullest = (uses: readonly CommittedUse[]): number => peopleAtFullest(uses, () => 'all').get('all') ?? 0;

const sourceWords = (source: Source): string =>
  `${{ public: 'Public', estimate: 'Estimate', assumption: 'Assumption' }[source.kind]}: ${source.words}`;

const sum = <K extends string>(items: readonly Record<K, number>[], key: K): number =>
  items.reduce((n, item) => n + item[key], 0);

function proofWords(levels: readonly { readonly level: string; readonly gap: number }[], solver: string): string {
  const worst = Math.max(...levels.map((l) => l.gap));
  return `${solver}; ${levels.map((l) => l.level).join(', then ')}; proved gap ${(worst * 100).toFixed(2)} %.`;
}

/** A sovereign's conditions in words. */
export function conditionWords(c: ConsentConditions): string {
  const parts = [
    c.onlyTaskIds ? `only for ${list(c.onlyTaskIds)}` : '',
    c.barredTaskIds ? `not for ${list(c.barredTaskIds)}` : '',
    c.onlyPlaceIds ? `only in ${list(c.onlyPlaceIds)}` : '',
    c.onlyStatusIds ? `only under ${list(c.onlyStatusIds)}` : '',
    c.period ? `only ${fromTo(c.period)}` : '',
    c.recallNoticeDays === undefined ? '' : `with ${c.recallNoticeDays} days' notice of recall`,
  ];
  return parts.filter(Boolean).join(', ');
}
