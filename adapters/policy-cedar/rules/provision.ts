import type { ServiceLimit } from '@muster/decision';
import { daySchema } from '@muster/terms';
import { z } from 'zod';
import type { PackFault } from '../pack/pack-fault.ts';
import { readYaml, type YamlValue } from '../pack/read-yaml.ts';
import type { PackTerms } from '../terms/read-terms.ts';
import { confidenceSchema } from './confidence.ts';
import { limitSchema, readLimits } from './limit.ts';

const frontMatterSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be small letters, digits and hyphens, like its folder'),
    title: z.string().min(3),
    citation: z.string().min(3),
    inForceFrom: daySchema,
    /** The first day on which it is no longer in force. */
    inForceTo: daySchema.exactOptional(),
    confidence: confidenceSchema,
    litigation: z.array(z.strictObject({ on: daySchema, words: z.string().min(3) })).default([]),
    /** The provision whose place this one takes, from the day on which that one ends. */
    replaces: z.string().exactOptional(),
    /** Why there was truly no law in the days before this one, where the check finds that its cells had some earlier. */
    afterGap: z.string().min(3).exactOptional(),
    limits: z.array(limitSchema).default([]),
  })
  .refine((p) => p.inForceTo === undefined || p.inForceFrom < p.inForceTo, {
    path: ['inForceTo'],
    message: 'must be after inForceFrom: it is the first day on which it is no longer in force',
  });

/** One instrument of law: what it says in our words, and where it says so. */
export interface Provision extends Omit<z.infer<typeof frontMatterSchema>, 'limits'> {
  readonly limits: readonly ServiceLimit[];
  /** The text of `provision.md` below its front matter. */
  readonly words: string;
  readonly file: string;
  /** The line on which a part of the front matter stands. */
  readonly lineOf: YamlValue<unknown>['lineOf'];
}

/** Reads `provision.md`: YAML between two lines of `---`, then words. */
export function readProvision(
  file: string,
  text: string,
  terms: PackTerms,
  faults: PackFault[],
): Provision | undefined {
  const [, frontMatter, words] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  if (frontMatter === undefined || words === undefined) {
    faults.push({ file, line: 1, problem: 'It must begin with front matter: YAML between two lines of "---".' });
    return undefined;
  }
  const read = readYaml(file, frontMatter, frontMatterSchema, faults, 2);
  if (!read) return undefined;
  const folder = file.split('/')[0];
  if (read.value.id !== folder) {
    const line = read.lineOf(['id']) ?? 1;
    faults.push({
      file,
      line,
      problem: `Its id is "${read.value.id}" but its folder is "${folder}": they must be the same.`,
    });
  }
  if (words.trim().length === 0)
    faults.push({ file, problem: 'It says nothing: put what the law says below the front matter.' });
  const limits = readLimits(file, read, terms, faults);
  return { ...read.value, limits, words: words.trim(), file, lineOf: read.lineOf };
}
