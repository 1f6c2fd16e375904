import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { stringify as yaml } from 'yaml';
import { apportion } from '../apportion.ts';

/**
 * Makes the scenario's tables from its sources: who has how many, who is asked for how many, who
 * answers what. Run it with `npx tsx scenarios/article/derive.ts`; a test keeps the files true to it.
 */
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
type Cells = Record<string, string>;
const table = (name: string): Cells[] =>
  parse(readFileSync(here(name), 'utf8'), { columns: true, comment: '#', comment_no_infix: true }) as Cells[];

const nationalTotal = 432_460;
/** Guam's number of sworn officers stands in for the U.S. Virgin Islands, which the FBI list leaves out. */
const missingKey = 277;
/** Lines that Guard members could serve; the arrest line is not put to the states. */
const supportAsked = 17_000;
const availableShare = 0.08;
const reserveShare = 0.6;
const skillShares = { general: 0.6, security: 0.2, transport: 0.15, medical: 0.05 };
/** Middle of the Congressional Budget Office range; see rates/us/guard-person-day.yaml. */
const personDayCents = 45_900;
/** Host states, and the share of each support line at each. */
const hosts = { tx: 0.5, fl: 0.3, az: 0.2 };

interface State {
  readonly code: string;
  readonly name: string;
  readonly members: number;
  readonly estimated: boolean;
}

function strengths(): State[] {
  const rows = table('strength.csv');
  const known = rows.reduce((n, r) => n + Number(r.members || 0), 0);
  const blank = rows.filter((r) => !r.members);
  const shares = apportion(
    nationalTotal - known,
    blank.map((r) => Number(r.sworn_officers || missingKey)),
  );
  const estimates = new Map(blank.map((r, i) => [r.code, shares[i] ?? 0]));
  return rows.map((r) => ({
    code: r.code ?? '',
    name: r.name ?? '',
    members: estimates.get(r.code) ?? Number(r.members),
    estimated: estimates.has(r.code),
  }));
}

const strengthSource = (s: State) =>
  s.estimated
    ? `of ${s.members} members: an estimate, since no source gives this jurisdiction; its share of the 208,383 left is by its number of sworn officers.`
    : `of ${s.members} members on 30 June 2025 (DoD data as published).`;

function poolRows(states: readonly State[]): string[][] {
  return states.flatMap((s) => {
    const available = Math.round(s.members * availableShare);
    const reserve = Math.round(available * reserveShare);
    const counts = apportion(available, Object.values(skillShares));
    return Object.keys(skillShares).flatMap((skill, i) => {
      const people = counts[i] ?? 0;
      if (people === 0) return [];
      const source = `8 % ${strengthSource(s)} Availability, skills and reserve are assumptions.`;
      const row = [
        `us.${s.code}`,
        `pol_${s.code}-${skill}`,
        skill,
        people,
        'title32',
        '',
        `us-${s.code}`,
        3,
        personDayCents,
        reserve,
      ];
      return [[...row.map(String), s.estimated ? 'estimate' : 'assumption', source]];
    });
  });
}

function answerRows(states: readonly State[], asked: readonly number[]): string[][] {
  const known = new Map(table('public-answers.csv').map((r) => [r.code, r]));
  let turn = 0;
  const lenders = states.map((s, i) => {
    const row = known.get(s.code);
    if (row) {
      const { at, answer, people, onlyTaskIds, barredTaskIds, fromOn, toOn, words, source } = row;
      return [
        at,
        `us.${s.code}`,
        'lenderGovernor',
        answer,
        people,
        onlyTaskIds,
        barredTaskIds,
        fromOn,
        toOn,
        '',
        '',
        words,
        'public',
        source,
      ].map(String);
    }
    return assumedAnswer(s, asked[i] ?? 0, turn++);
  });
  return [...lenders, ...wholeAnswers];
}

const ruleSource =
  'No public answer is known to us. Answers are dealt out in turn by alphabet (all, part, conditions, no, silence, all with notice) and say nothing of any government.';

/** The rule that stands in for answers nobody published. */
function assumedAnswer(s: State, asked: number, turn: number): string[] {
  const row = (
    answer: string,
    people: number | '',
    barred: string,
    notice: number | '',
    reason: string,
    words: string,
  ) =>
    [
      answer === 'silent' ? '' : `2025-08-${10 + (turn % 20)}T15:00:00Z`,
      `us.${s.code}`,
      'lenderGovernor',
      answer,
      people,
      '',
      barred,
      '',
      '',
      notice,
      reason,
      words,
      'assumption',
      ruleSource,
    ].map(String);
  const part = Math.max(1, Math.round(asked * 0.4));
  const most = Math.max(1, Math.round(asked * 0.7));
  switch (turn % 6) {
    case 0:
      return row('grant', asked, '', '', '', 'Consents to all that was asked.');
    case 1:
      return row('grant', part, '', '', '', 'Consents to 40 % of what was asked.');
    case 2:
      return row(
        'grant',
        most,
        'detentionSupport',
        '',
        '',
        'Consents to 70 % of what was asked, and not to detention support.',
      );
    case 3:
      return row(
        'refuse',
        '',
        '',
        '',
        ['homeNeed', 'legalDoubt', 'readiness', 'scope'][Math.floor(turn / 6) % 4] ?? '',
        'Does not consent.',
      );
    case 4:
      return row('silent', '', '', '', '', 'Does not answer.');
    default:
      return row('grant', asked, '', 14, '', 'Consents to all that was asked, with 14 days notice of recall.');
  }
}

const wholeSource = 'No public answer in this form is known to us.';
const whole = (at: string, partyId: string, capacity: string, people: number, barred: string, words: string) =>
  [at, partyId, capacity, 'grant', people, '', barred, '', '', '', '', words, 'assumption', wholeSource].map(String);
const wholeAnswers = [
  whole(
    '2025-08-01T15:00:00Z',
    'us.dod',
    'secretaryOfDefense',
    supportAsked,
    '',
    'Asks the states for support under Title 32; the number actually approved in July 2025 was 1,700 in 20 states.',
  ),
  whole('2025-08-12T15:00:00Z', 'us.tx', 'hostGovernor', 8500, '', 'Consents as host to all support lines.'),
  whole('2025-08-13T15:00:00Z', 'us.fl', 'hostGovernor', 5100, '', 'Consents as host to all support lines.'),
  whole(
    '2025-08-14T15:00:00Z',
    'us.az',
    'hostGovernor',
    3400,
    'detentionSupport',
    'Consents as host to all support lines but detention support (chosen to show a host’s condition at work).',
  ),
];

const support = [
  {
    id: 'administration',
    title: 'Administration',
    task: 'administration',
    skill: 'general',
    people: 1200,
    priority: 3,
  },
  { id: 'logistics', title: 'Logistics', task: 'logistics', skill: 'general', people: 3000, priority: 3 },
  {
    id: 'security',
    title: 'Facility security',
    task: 'facilitySecurity',
    skill: 'security',
    people: 3000,
    priority: 2,
  },
  { id: 'medical', title: 'Medical', task: 'medical', skill: 'medical', people: 2000, priority: 1 },
  {
    id: 'transport',
    title: 'Transport of goods and staff',
    task: 'logistics',
    skill: 'transport',
    people: 2200,
    priority: 2,
  },
  {
    id: 'detention',
    title: 'Detention support',
    task: 'detentionSupport',
    skill: 'general',
    people: 5600,
    priority: 2,
  },
];
const placeNames: Record<string, string> = { tx: 'Texas', fl: 'Florida', az: 'Arizona' };

/** The request's lines: seven tasks, six of them shared out over three host states. */
export function lines(): object[] {
  const period = { fromOn: '2025-09-22', toOn: '2025-12-22' };
  const source = {
    kind: 'assumption',
    words: 'The report gives 20,000 people and no roles; this split by task and state is ours.',
  };
  const supportLines = support.flatMap((s) => {
    const shares = apportion(s.people, Object.values(hosts));
    return Object.keys(hosts).map((host, i) => ({
      lineId: `lin_${s.id}-${host}`,
      title: `${s.title}, ${placeNames[host]}`,
      people: shares[i],
      taskId: s.task,
      skillId: s.skill,
      placeId: `us-${host}`,
      period,
      priority: s.priority,
      source,
    }));
  });
  const arrests = {
    lineId: 'lin_arrests-tx',
    title: 'Immigration arrests, Texas',
    people: 3000,
    taskId: 'immigrationArrest',
    skillId: 'lawEnforcement',
    placeId: 'us-tx',
    period,
    priority: 4,
    source: {
      kind: 'assumption',
      words: 'The report names interior immigration enforcement as the object, and no number for it; 3,000 is ours.',
    },
  };
  return [...supportLines, arrests];
}

const quote = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (header: string, rows: readonly (readonly string[])[]) =>
  `# Made by derive.ts from strength.csv and public-answers.csv: change those, not this.\n${header}\n${rows.map((r) => r.map(quote).join(',')).join('\n')}\n`;

/** Every derived file by name. */
export function derive(): Record<string, string> {
  const states = strengths();
  const asked = apportion(
    supportAsked,
    states.map((s) => s.members),
  );
  return {
    'lenders.csv': csv(
      'partyId,people',
      states.map((s, i) => [`us.${s.code}`, String(asked[i])]),
    ),
    'pools.csv': csv(
      'lenderId,poolId,skillId,people,statusId,delegationIds,placeId,readyDays,personDayCents,reserve,sourceKind,source',
      poolRows(states),
    ),
    'answers.csv': csv(
      'at,partyId,capacity,answer,people,onlyTaskIds,barredTaskIds,fromOn,toOn,recallNoticeDays,reason,words,sourceKind,source',
      answerRows(states, asked),
    ),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(derive())) writeFileSync(here(name), text);
  process.stdout.write(yaml(lines(), { lineWidth: 110, aliasDuplicateObjects: false }));
}
