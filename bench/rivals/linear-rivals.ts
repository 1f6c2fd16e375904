import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { succeeds, type TimedRun, whereIs } from './run-timed.ts';

/** What is asked of a solver for one model: how near is near enough, and for how long. */
export interface Asked {
  readonly gap: number;
  readonly seconds: number;
  readonly whole: boolean;
}

export interface Found {
  readonly value: number;
  /** Whether it says that nothing is better by more than the gap. */
  readonly proved: boolean;
}

/** Another solver of linear models, run as a program on a file in MPS. */
export interface LinearRival {
  readonly name: string;
  /** Where it comes from, for whoever wants it. */
  readonly from: string;
  /** Only what has no whole numbers. */
  readonly linearOnly?: boolean;
  /** Its command, for a model in a file, with what it answers put into `answer`; undefined where it is not installed. */
  command(model: string, answer: string, asked: Asked): readonly string[] | undefined;
  read(run: TimedRun, answer: string, costs: ReadonlyMap<string, number>): Found | undefined;
}

const here = import.meta.dirname;
/** A Python that has highspy. */
const python = process.env.MUSTER_BENCH_PYTHON ?? 'python3';
const plainNumber = (found: RegExpMatchArray | null): number => Number(found?.[1] ?? Number.NaN);
const answerOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
/** The two HiGHS scripts print the same. */
const readPrinted = ({ stdout }: TimedRun): Found | undefined => {
  if (!stdout.includes('{')) return undefined;
  const { solved, value } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as { solved: boolean; value: number };
  return { value, proved: solved };
};

export const linearRivals: readonly LinearRival[] = [
  {
    name: 'HiGHS (wasm)',
    from: 'npm highs, which Muster has',
    command: (model, _, { gap, seconds }) => [
      process.execPath,
      join(here, 'wasm-highs.mjs'),
      model,
      String(gap),
      String(seconds),
    ],
    read: readPrinted,
  },
  {
    name: 'HiGHS (native)',
    from: 'PyPI highspy; MUSTER_BENCH_PYTHON names the Python that has it',
    command: (model, _, { gap, seconds }) => {
      const script = [python, join(here, 'native-highs.py')];
      return succeeds([python, '-c', 'import highspy']) ? [...script, model, String(gap), String(seconds)] : undefined;
    },
    read: readPrinted,
  },
  {
    name: 'CBC',
    from: 'Debian coinor-cbc',
    command: (model, answer, { gap, seconds }) =>
      installed('cbc', model, '-ratioGap', gap, '-seconds', seconds, '-solve', '-solution', answer),
    read: (_, answer) => {
      const [first = ''] = answerOf(answer).split('\n');
      const value = plainNumber(first.match(/objective value\s+(\S+)/));
      return Number.isNaN(value) ? undefined : { value, proved: first.startsWith('Optimal') };
    },
  },
  {
    name: 'Clp dual simplex',
    from: 'Debian coinor-clp',
    linearOnly: true,
    command: (model, answer, { seconds }) =>
      installed('clp', model, '-seconds', seconds, '-dualsimplex', '-solution', answer),
    read: (_, answer, costs) => {
      // It tells its objective in eight digits, but the value of each column that is not 0: place, name, value, dual.
      const [status = '', ...columns] = answerOf(answer).trim().split('\n');
      const value = columns.reduce((sum, column) => {
        const [, name = '', amount] = column.trim().split(/\s+/);
        return sum + (costs.get(name) ?? 0) * Number(amount);
      }, 0);
      return columns.length === 0 ? undefined : { value, proved: status.startsWith('Optimal') };
    },
  },
  {
    name: 'GLPK',
    from: 'Debian glpk-utils',
    command: (model, answer, { gap, seconds }) =>
      installed('glpsol', '--freemps', model, '--tmlim', seconds, '--mipgap', gap, '--write', answer),
    read: (_, answer) => {
      // "s bas rows columns f f value" of a linear model, "s mip rows columns o value" of one in whole numbers.
      const solution = answerOf(answer).match(/^s (bas|mip) \d+ \d+ (.*) (\S+)$/m);
      if (!solution) return undefined;
      const [, kind, status = '', value = ''] = solution;
      if (status.includes('u') || status.includes('n')) return undefined;
      return { value: Number(value), proved: kind === 'bas' ? status === 'f f' : status === 'o' };
    },
  },
  {
    name: 'lp_solve',
    from: 'Debian lp-solve',
    command: (model, _, { gap, seconds }) =>
      installed('lp_solve', '-fmps', model, '-timeout', seconds, '-gr', gap, '-S3'),
    read: ({ stdout }) => {
      const value = plainNumber(stdout.match(/Value of objective function:\s+(\S+)/));
      return Number.isNaN(value) ? undefined : { value, proved: !/suboptimal/i.test(stdout.slice(0, 400)) };
    },
  },
];

function installed(program: string, ...words: readonly (string | number)[]): readonly string[] | undefined {
  const found = whereIs(program);
  return found === undefined ? undefined : [found, ...words.map(String)];
}
