import { writeFileSync } from 'node:fs';
import { exitCodes } from '@muster/house';
import {
  checkLawPack,
  diffLaw,
  explainVerdict,
  faultText,
  type LawWords,
  lawMatrix,
  type PackCheck,
  readWords,
  type WordFault,
  wordFaultText,
} from '@muster/policy-cedar';
import { type Day, daySchema } from '@muster/terms';
import { type Command, InvalidArgumentError } from 'commander';
import { printLawDiff } from '../print/law-diff.ts';
import { printLawMatrix } from '../print/law-matrix.ts';
import { lawMatrixHtml } from '../print/law-matrix-html.ts';
import { printLawWhy } from '../print/law-why.ts';
import { count } from '../print/text.ts';
import { print, printJson, Stop } from '../session.ts';
import { openBook, packFolder, shippedPacks } from './law-pack.ts';

interface Asked {
  readonly json?: boolean;
  readonly pack: string;
}

/** The verbs of `muster law`: they read law packs and need no record and no database. */
export function addLawVerbs(program: Command): void {
  const law = program.command('law').description('law packs: check them, ask them, compare them');
  const verb = (name: string, description: string): Command =>
    law.command(name).description(description).option('--json', 'print the result as JSON').exitOverride();
  const today = new Date().toISOString().slice(0, 10) as Day;
  const aPack = ['--pack <name>', `a pack shipped (${shippedPacks().join(', ')}) or a folder`, 'us'] as const;

  verb('check [packs...]', 'schema, format, cases, provisions without cases, gaps and overlaps of days').action(check);
  verb('why', 'may people of this status do this task in this place on this day, and whose consent does it take')
    .requiredOption('--status <word>', 'such as T10_NO_EXCEPTION, title10 or "Title 10"')
    .requiredOption('--task <word>', 'such as ARR, arrest or "Arrest"')
    .requiredOption('--place <word>', 'such as TX, us-tx or Texas')
    .option('--on <day>', 'the day asked about', today)
    .option('--lender <word>', 'whose people they are, such as OH; tells home from away')
    .option('--requester <word>', 'who asks for them, such as DHS')
    .option('--delegation <word>', 'a delegation they hold; may be given again', gather, [])
    .option('--host-consent <answer>', "the host's answer: given, refused or unanswered")
    .option(...aPack)
    .action(whyLaw);
  verb('matrix', 'every kind of service by every task')
    .option('--on <day>', 'the day asked about', aDay, today)
    .option('--html <file>', 'write it as a page that stands alone')
    .option(...aPack)
    .action(matrix);
  verb('diff <before> [after]', 'which verdicts change between two packs; the second is the shipped one unless named')
    .option('--on <day>', 'only this day; all days unless told', aDay)
    .action(diff);
}

/** Gathers an option that may be given more than once. */
export const gather = (word: string, before: string[]): string[] => [...before, word];

function aDay(text: string): Day {
  const day = daySchema.safeParse(text);
  if (day.success) return day.data;
  throw new InvalidArgumentError('A day is like 2026-06-01.');
}

function check(named: readonly string[], { json }: { readonly json?: boolean }): void {
  const words = named.length > 0 ? named : shippedPacks();
  const packs = words.map((pack) => ({ pack, ...checkLawPack(packFolder(pack)) }));
  const unsound = packs.filter(({ faults }) => faults.length > 0);
  if (unsound.length > 0) {
    const told = unsound.flatMap(({ pack, faults }) => faults.map((fault) => `${pack}/${faultText(fault)}`));
    const ending = `${count(told.length)} ${told.length === 1 ? 'fault' : 'faults'}. A faulty pack is not used; the one in use stays.`;
    throw new Stop('LAW_FAULTY', [...told, ending].join('\n'), exitCodes.badInput, { packs });
  }
  if (json) printJson({ packs });
  else print(packs.map(soundWords).join('\n'));
}

const soundWords = ({ pack, provisions, policies, cases, questions }: PackCheck & { readonly pack: string }): string =>
  `${pack}: sound. ${count(provisions)} provisions, ${count(policies)} policies, ${count(cases)} cases with ${count(questions)} questions.`;

interface WhyAsked extends Asked {
  readonly status: string;
  readonly task: string;
  readonly place: string;
  readonly on: string;
  readonly lender?: string;
  readonly requester?: string;
  readonly delegation: readonly string[];
  readonly hostConsent?: string;
}

function whyLaw({ json, pack, delegation, ...words }: WhyAsked): void {
  const book = openBook(pack);
  const read = readWords(book, { ...words, delegations: delegation });
  if ('faults' in read) throw wordsWrong(read.faults, pack, words.status);
  const explanation = explainVerdict(book, read.asked);
  if (json) printJson(explanation);
  else print(printLawWhy(explanation));
}

const optionNames: Record<keyof LawWords, string> = {
  status: '--status',
  task: '--task',
  place: '--place',
  on: '--on',
  lender: '--lender',
  requester: '--requester',
  delegations: '--delegation',
  hostConsent: '--host-consent',
};

export function wordsWrong(faults: readonly WordFault<keyof LawWords>[], pack: string, status: string): Stop {
  const told = faults.map((fault) => `${optionNames[fault.option]}: ${wordFaultText(fault)}`);
  const elsewhere = faults.some(({ option }) => option === 'status')
    ? shippedPacks().filter(
        (name) => name !== pack && openBook(name).codes.some(({ code }) => code === status.toUpperCase()),
      )
    : [];
  const hints = elsewhere.map((name) => `The pack ${name} knows "${status}": add --pack ${name}.`);
  return new Stop('LAW_WORD_UNKNOWN', [...told, ...hints].join('\n'), exitCodes.badInput, { faults });
}

function matrix({ json, pack, on, html }: Asked & { readonly on: Day; readonly html?: string }): void {
  const table = lawMatrix(openBook(pack), on);
  if (html !== undefined) {
    writeFileSync(html, lawMatrixHtml(table));
  }
  if (json) printJson(table);
  else if (html !== undefined) print(`Wrote ${html}.`);
  else print(printLawMatrix(table));
}

function diff(before: string, after: string | undefined, { json, on }: { readonly json?: boolean; readonly on?: Day }) {
  const old = openBook(before);
  const young = openBook(after ?? old.heading.id);
  const difference = diffLaw(old, young, on);
  if (json) printJson(difference);
  else print(printLawDiff(difference));
}
