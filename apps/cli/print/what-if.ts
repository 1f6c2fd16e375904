import type { WhatIf } from '@muster/flow';
import { listed, wrapped } from './law-words.ts';
import { columns, count } from './text.ts';
import { lawClause, needWords, reasonsOf, type ToldReason } from './what-if-reasons.ts';

type Line = WhatIf['lines'][number];
type Standing = Line['before'];
type Fate = Line['fate'];

/** What would follow: which lines die and why, which come alive, wait or live on, and whose consents fall. */
export function printWhatIf(found: WhatIf): string {
  const lines = fates.flatMap((fate) => found.lines.filter((line) => line.fate === fate));
  const reasons = reasonsOf({ ...found, lines });
  return [
    ...paragraph(`What if ${supposedWords(found)}?`),
    ...paragraph(`For "${found.title}", version ${found.requestVersion}, by law, counsel and consents as recorded.`),
    '',
    ...(reasons.length > 0
      ? summary(found)
      : ['Nothing changes: no line hangs on it, or it stands so already.']
    ).flatMap(paragraph),
    ...idleWords(found).flatMap(paragraph),
    ...(reasons.length > 0 ? ['', table(lines, reasons), '', 'Why:', ...reasons.flatMap(reasonLines)] : []),
    ...(reasons.length > 0 ? deadBefore(lines) : []),
    ...(found.fallen.length > 0 ? ['', 'Consents that fall:', ...found.fallen.map(fallenWords)] : []),
    '',
    ...paragraph(
      'No plan was made: numbers, skills and distances may leave less than the law lets. Nothing was recorded.',
    ),
    ...paragraph(`This is our reading; counsel decides. ${found.disclaimer}`),
    `Law pack ${found.pack}.`,
  ].join('\n');
}

const paragraph = (text: string): string[] => wrapped(text, 0).split('\n');

function supposedWords({ supposed: { refuses, barred, instead, onlyKinds } }: WhatIf): string {
  return listed([
    ...(refuses.length > 0
      ? [`${listed(refuses.map((party) => `the ${party.name}`))} ${refuses.length === 1 ? 'refuses' : 'refuse'}`]
      : []),
    ...(barred.length > 0
      ? [`${listed(barred.map((task) => task.name))} ${barred.length === 1 ? 'is' : 'are'} barred`]
      : []),
    ...(instead ? [`people serve under ${instead.to} instead of ${instead.from ?? 'everything else'}`] : []),
    ...(onlyKinds.length > 0 ? [`nobody serves but under ${listed(onlyKinds)}`] : []),
  ]);
}

const fates: readonly Fate[] = ['dies', 'comesAlive', 'mustWait', 'waitsNoMore', 'livesOn', 'waitsOn', 'staysDead'];
const fateWords: Record<Fate, string> = {
  dies: 'dies',
  comesAlive: 'comes alive',
  mustWait: 'must wait',
  waitsNoMore: 'waits no more',
  livesOn: 'lives on',
  waitsOn: 'still waits',
  staysDead: 'stays dead',
};

function summary({ lines, figures }: WhatIf): string[] {
  const asked = lines.reduce((n, line) => n + line.people, 0);
  const of = (fate: Fate, one: string, many: string, more = ''): string[] => {
    const { lines: n, people } = figures[fate];
    const whose = `${n === 1 ? 'it asks' : 'they ask'} for ${count(people)} of the ${count(asked)} people`;
    return n === 0 ? [] : [`${count(n)} of ${lines.length} lines ${n === 1 ? one : many}${more}; ${whose}.`];
  };
  const later = lines.some((line) => line.fate === 'comesAlive' && line.after.state === 'waits');
  const fewer = lines.filter((line) => line.fate === 'livesOn' && line.after.lenders < line.before.lenders).length;
  return [
    ...(figures.dies.lines === 0 ? ['No line dies.'] : of('dies', 'dies', 'die')),
    ...of('comesAlive', 'comes alive', 'come alive', later ? ', once the consents wanting have come' : ''),
    ...of('mustWait', 'must wait', 'must wait', ', since the law lets people serve and consents are wanting'),
    ...of('waitsNoMore', 'need wait no more', 'need wait no more'),
    ...of('livesOn', 'lives on', 'live on', fewer > 0 ? `, ${count(fewer)} with fewer lenders` : ''),
    ...of('waitsOn', 'still waits for consents', 'still wait for consents'),
    ...of('staysDead', 'was dead before and stays so', 'were dead before and stay so'),
  ];
}

function idleWords({ idle, lines }: WhatIf): string[] {
  const tasks = [...new Set(lines.map((line) => line.task.name))];
  return [
    ...idle.parties.map(
      ({ name }) => `The ${name} has no say here: it lends nobody, hosts no line, and no line takes its consent.`,
    ),
    ...idle.tasks.map(({ name }) => `No line has the task ${name}; the tasks here are ${listed(tasks)}.`),
  ];
}

function table(lines: readonly Line[], reasons: readonly ToldReason[]): string {
  const rows = lines.map((line) => [
    line.title,
    line.people,
    fateWords[line.fate],
    standingWords(line.before),
    standingWords(line.after),
    reasons.flatMap((reason, i) => (reason.lines.has(line) ? [i + 1] : [])).join(', '),
  ]);
  return columns([['line', 'people', 'what follows', 'may serve now', 'may serve then', 'why'], ...rows]);
}

function standingWords({ state, lenders, waiting }: Standing): string {
  if (state === 'dead') return 'nobody';
  const may = lenders > 0 ? [`${count(lenders)} ${lenders === 1 ? 'lender' : 'lenders'}`] : [];
  return [...may, ...(waiting > 0 ? [`${count(waiting)} once consents come`] : [])].join(', ');
}

const reasonLines = ({ words, policies }: ToldReason, i: number): string[] => [
  wrapped(`  ${i + 1}. ${words}.`, 5),
  ...policies.map(({ citation, policyId, confidence, litigation }) =>
    wrapped(
      `     ${citation} (${policyId}, confidence ${confidence}).${litigation ? ` Litigation: ${litigation}` : ''}`,
      7,
    ),
  ),
];

/** Why lines that stay dead were dead before anything was supposed. */
function deadBefore(lines: readonly Line[]): string[] {
  const dead = lines.filter((line) => line.fate === 'staysDead');
  const why = ({ before }: Line) =>
    before.services
      .filter(({ lenders }) => Object.keys(lenders).some((standing) => standing !== 'unsought'))
      .map((one) => `${one.kind}, ${one.relation === 'home' ? 'at home' : 'away'}: ${barredWords(one)}`)
      .join('; ');
  return dead.length === 0
    ? []
    : ['', 'Dead before already:', ...dead.map((line) => wrapped(`  - ${line.title}. ${why(line)}.`, 4))];
}

function barredWords({ bar, needs, ...law }: Standing['services'][number]): string {
  if (bar === 'law') return lawClause(law);
  if (bar) return bar === 'task' ? 'the task is barred' : 'a condition of counsel bars it';
  return needWords(needs.filter(({ standings }) => !standings.granted));
}

function fallenWords({ party, capacity, status, people }: WhatIf['fallen'][number]): string {
  const stands =
    status === 'granted'
      ? `granted for at most ${count(people)} people`
      : `asked for ${count(people)} people, not answered yet`;
  return wrapped(`  - ${party.name}, as ${capacity.name}: ${stands}`, 4);
}
