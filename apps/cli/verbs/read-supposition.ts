import { exitCodes } from '@muster/house';
import type { PlanProblem, Supposition } from '@muster/plan/problem';
import { named } from '../plan-words.ts';
import { Stop } from '../session.ts';

/** What is supposed, as typed. */
export interface TypedSupposition {
  readonly refuse: readonly string[];
  readonly more: readonly string[];
  readonly without: readonly string[];
  readonly limit: readonly string[];
  readonly pin: readonly string[];
  readonly forbid: readonly string[];
  readonly stable?: boolean;
  readonly stability?: string;
}

/** Reads what is supposed against the problem: every word must name something in it. */
export function readSupposition(problem: PlanProblem, typed: TypedSupposition): Supposition {
  const wordsTyped = [typed.refuse, typed.more, typed.without, typed.limit, typed.pin, typed.forbid];
  if (wordsTyped.every((words) => words.length === 0)) {
    throw wrong('Nothing is supposed: say it with --refuse, --more, --without, --limit, --pin or --forbid.');
  }
  return {
    refuse: typed.refuse.map((word) => named(problem, 'lender', word)),
    without: typed.without.map((word) => named(problem, 'kind of service', word)),
    more: typed.more.map((text) => {
      const [line, people] = parts('--more', text, /^(.+)=([+-]?\d+)$/, 'carry-south=+500');
      return { lineId: named(problem, 'line', line), people: Number(people) };
    }),
    limits: typed.limit.map((text) => {
      const [limit, mostPeople] = parts('--limit', text, /^(.+)=(\d+)$/, 'north-consent=120');
      return { limitId: named(problem, 'limit', limit), mostPeople: Number(mostPeople) };
    }),
    pins: typed.pin.map((text) => {
      const [pool, line, people] = parts('--pin', text, /^(.+):(.+)=([1-9]\d*)$/, 'north-porters:carry-south=20');
      return { poolId: named(problem, 'pool', pool), lineId: named(problem, 'line', line), people: Number(people) };
    }),
    forbid: typed.forbid.map((text) => {
      const [pool, line] = parts('--forbid', text, /^(.+):(.+)$/, 'north-porters:carry-south');
      return { poolId: named(problem, 'pool', pool), lineId: named(problem, 'line', line) };
    }),
    stable: typed.stable === true,
    ...(typed.stability !== undefined && { mostChanges: peopleOf(typed.stability) }),
  };
}

function parts(option: string, text: string, form: RegExp, example: string): [string, string, string] {
  const [, a = '', b = '', c = ''] = form.exec(text) ?? [];
  if (a === '') throw wrong(`${option} ${text} cannot be read; write it as ${option} ${example}.`);
  return [a, b, c];
}

function peopleOf(text: string): number {
  if (!/^\d{1,8}$/.test(text)) throw wrong(`--stability ${text} is no number of people, such as 100.`);
  return Number(text);
}

const wrong = (words: string): Stop => new Stop('TYPED_WRONG', words, exitCodes.badInput);
