import { daySchema } from '@muster/terms';
import { z } from 'zod';
import { didYouMean } from '../pack/did-you-mean.ts';
import type { PackFault } from '../pack/pack-fault.ts';
import { readYaml } from '../pack/read-yaml.ts';
import { holdAction, type PackTerms } from '../terms/read-terms.ts';

const caseSchema = z.strictObject({
  /** The case in one sentence, for whoever reads the law. */
  says: z.string().min(3),
  question: z.strictObject({
    statusId: z.string(),
    delegationIds: z.array(z.string()).default([]),
    /** One question each; `hold` asks how the status comes into being. */
    taskIds: z.array(z.string()).min(1),
    relation: z.enum(['home', 'away']),
    placeId: z.string(),
    on: daySchema,
    hostConsent: z.enum(['given', 'refused', 'unanswered']).default('unanswered'),
  }),
  expect: z.strictObject({
    kind: z.enum(['permitted', 'needs', 'forbidden', 'noAuthority']),
    needs: z.array(z.string()).default([]),
    contested: z.boolean().default(false),
  }),
});

/** A question put to the law in words of the pack, and the verdict it must give. */
export interface LawCase extends z.infer<typeof caseSchema> {
  /** Such as `emac/cases/forbid/arrest-away.json`. */
  readonly file: string;
}

/** The folder a case lies in says to a reader how it ends: a yes, a question for counsel, or a no. */
const outcomes = {
  permit: 'permitted, or needs consents only',
  refer: 'contested, so that it needs counsel',
  forbid: 'forbidden, or no authority found',
} as const;

/** Reads one case, in YAML's subset JSON, and checks that the pack knows every word in it. */
export function readCase(file: string, text: string, terms: PackTerms, faults: PackFault[]): LawCase | undefined {
  const read = readYaml(file, text, caseSchema, faults);
  if (!read) return undefined;
  const { question, expect } = read.value;
  const before = faults.length;
  const mustKnow = (noun: string, words: readonly string[], known: Iterable<string>, path: readonly string[]) => {
    const names = new Set(known);
    for (const word of words.filter((one) => !names.has(one))) {
      const problem = `The pack does not know the ${noun} "${word}".`;
      faults.push({ file, line: read.lineOf(path) ?? 1, problem, ...didYouMean(word, names) });
    }
  };
  mustKnow('status', [question.statusId], terms.statuses.keys(), ['question', 'statusId']);
  mustKnow('delegation', question.delegationIds, terms.delegations.keys(), ['question', 'delegationIds']);
  mustKnow('task', question.taskIds, [...terms.tasks.keys(), holdAction], ['question', 'taskIds']);
  mustKnow('place', [question.placeId], terms.places.keys(), ['question', 'placeId']);
  mustKnow('capacity', expect.needs, [...terms.capacities.keys(), 'counsel'], ['expect', 'needs']);

  const folder = file.split('/')[2] ?? '';
  const right = outcomeOf(expect);
  if (folder !== right) {
    const line = read.lineOf(['expect']) ?? 1;
    faults.push({ file, line, problem: `It lies in "${folder}" but belongs in "${right}": ${outcomes[right]}.` });
  }
  return faults.length > before ? undefined : { ...read.value, file };
}

function outcomeOf({ kind, contested }: LawCase['expect']): keyof typeof outcomes {
  if (kind === 'forbidden' || kind === 'noAuthority') return 'forbid';
  return contested ? 'refer' : 'permit';
}
