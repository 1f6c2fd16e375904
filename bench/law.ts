import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { AuthorityQuestion, LawPort } from '@muster/decision';
import { explainVerdict, loadLawPack, readWords } from '@muster/policy-cedar';
import type { Day } from '@muster/terms';
import { type Figure, machine, median, percentile, printFigures } from './figures.ts';

const folder = fileURLToPath(new URL('../law/us', import.meta.url));
const thisFile = fileURLToPath(import.meta.url);

/** The law: a matrix of 3,000 classes decided cold, one consent that changes, `why`, and look-ups from what is kept. */
export function benchLaw(): Figure[] {
  // Cold means a process that has done nothing yet, so each round is one of its own.
  const rounds = Array.from({ length: 3 }, () => {
    const told = execFileSync(process.execPath, ['--import', 'tsx', thisFile, '--cold'], { encoding: 'utf8' });
    return JSON.parse(told) as Cold;
  });
  const middle = (of: (cold: Cold) => number) => median(rounds.map(of));
  return [
    { name: 'reading and checking the pack, cold, CPU', value: middle((r) => r.loadCpuMs), unit: 'ms' },
    { name: '3,000 classes decided, cold, CPU', value: middle((r) => r.matrixCpuMs), unit: 'ms' },
    { name: '3,000 classes decided, cold, wall', value: middle((r) => r.matrixWallMs), unit: 'ms' },
    { name: 'one host refuses: its classes anew, CPU', value: middle((r) => r.consentCpuMs), unit: 'ms' },
    ...warm(),
  ];
}

interface Cold {
  readonly loadCpuMs: number;
  readonly matrixCpuMs: number;
  readonly matrixWallMs: number;
  readonly consentCpuMs: number;
}

function cold(): Cold {
  const loading = cpuMs();
  const { law } = open();
  const loadCpuMs = loading();

  const classes = matrixClasses(law);
  const [began, deciding] = [performance.now(), cpuMs()];
  for (const question of classes) law.verdict(question);
  const [matrixCpuMs, matrixWallMs] = [deciding(), performance.now() - began];

  // A plan in which no host has answered, on one day; then one host refuses.
  const plan = open().law;
  for (const question of unanswered(plan)) plan.verdict(question);
  const changing = cpuMs();
  for (const question of unanswered(plan).filter((one) => one.placeId === 'us-tx'))
    plan.verdict({ ...question, hostConsent: 'refused' });
  return { loadCpuMs, matrixCpuMs, matrixWallMs, consentCpuMs: changing() };
}

function warm(): Figure[] {
  const { law, book } = open();
  const classes = matrixClasses(law);
  for (const question of classes) law.verdict(question);
  let lookUps = 0;
  const began = performance.now();
  while (performance.now() - began < 2_000) {
    for (const question of classes) law.verdict(question);
    lookUps += classes.length;
  }
  const perSecond = (lookUps * 1000) / (performance.now() - began);

  const words = { status: 'T10_NO_EXCEPTION', task: 'ARR', place: 'TX', on: '2026-06-01', lender: 'OH' };
  const tookMs = Array.from({ length: 500 }, () => {
    const from = performance.now();
    const read = readWords(book, words);
    if ('asked' in read) explainVerdict(book, read.asked);
    return performance.now() - from;
  });
  return [
    { name: 'look-ups of a class, one process', value: perSecond, unit: '/s' },
    { name: 'why, warm, median', value: median(tookMs), unit: 'ms' },
    { name: 'why, warm, 99 %', value: percentile(tookMs, 0.99), unit: 'ms' },
  ];
}

/** 3,000 different questions: kinds of service, acts, home and away, the host's answers, over days on which the law differs. */
function matrixClasses(law: LawPort): AuthorityQuestion[] {
  const [placeId] = law.terms.places.keys();
  if (!placeId) return [];
  const wheres = [
    { relation: 'home', hostConsent: 'unanswered' },
    ...(['given', 'refused', 'unanswered'] as const).map((hostConsent) => ({ relation: 'away', hostConsent }) as const),
  ] as const;
  const days = ['2024-06-01', '2025-02-20', '2025-06-09', '2025-10-01', '2026-06-01'] as Day[];
  const all = days.flatMap((on) =>
    kindsAndActs(law).flatMap((one) => wheres.map((where) => ({ ...one, ...where, placeId, on }))),
  );
  return all.slice(0, 3_000);
}

/** What a national plan asks on one day before any host has answered: every kind and act in every place. */
const unanswered = (law: LawPort): AuthorityQuestion[] =>
  [...law.terms.places.keys()].flatMap((placeId) =>
    kindsAndActs(law).map((one) => {
      return { ...one, relation: 'away', hostConsent: 'unanswered', placeId, on: '2026-06-01' as Day };
    }),
  );

function kindsAndActs({ terms }: LawPort): Pick<AuthorityQuestion, 'statusId' | 'delegationIds' | 'act'>[] {
  const statuses = [...terms.statuses.keys()];
  const officers = statuses.filter((id) => /Officer$/.test(id));
  const kinds = [
    ...statuses.map((statusId) => ({ statusId, delegationIds: [] })),
    ...officers.flatMap((statusId) => [...terms.delegations.keys()].map((id) => ({ statusId, delegationIds: [id] }))),
  ];
  const tasks = [...terms.tasks.keys()].map((taskId) => ({ kind: 'task', taskId }) as const);
  return kinds.flatMap((kind) => [{ kind: 'hold' } as const, ...tasks].map((act) => ({ ...kind, act })));
}

function open() {
  const loaded = loadLawPack(folder);
  if (loaded.outcome === 'faulty') throw new Error('The pack us is not sound.');
  return loaded;
}

/** Starts a clock of this process's CPU; called again it tells what was used since. */
function cpuMs(): () => number {
  const from = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  };
}

if (process.argv[1] === thisFile) {
  if (process.argv.includes('--cold')) process.stdout.write(JSON.stringify(cold()));
  else {
    process.stdout.write(`${machine()}\n`);
    printFigures('law (pack us; cold figures are medians of 3 processes)', benchLaw());
  }
}
