import type { AuthorityQuestion } from '@muster/decision';
import type { DelegationId, PlaceId, StatusId } from '@muster/terms';
import { z } from 'zod';
import { didYouMean } from '../pack/did-you-mean.ts';
import type { PackFault } from '../pack/pack-fault.ts';
import type { PackFiles } from '../pack/pack-folder.ts';
import { readYaml } from '../pack/read-yaml.ts';
import type { PackTerms } from './read-terms.ts';

const file = 'terms/matrix-codes.yaml';

const codeRow = z.strictObject({
  code: z.string().regex(/^[0-9A-Z][0-9A-Z_]*$/, 'must be capitals, digits and underscores, such as T32_HOME'),
  label: z.string().min(3),
  statusId: z.string(),
  delegationIds: z.array(z.string()).default([]),
  relation: z.enum(['home', 'away']),
  /** Where the code itself says whether people are at home, so that no other relation would be the same code. */
  relationIsMeant: z.boolean().default(false),
  hostConsent: z.enum(['given', 'refused', 'unanswered']).exactOptional(),
});

const codesSchema = z.strictObject({
  /** Where the matrix asks its questions: a place that no rule treats apart. */
  placeId: z.string(),
  codes: z.array(codeRow).min(1),
});

/** A kind of service by the code the research gave it: a status, with delegations, at home or away. */
export interface MatrixCode extends Omit<z.infer<typeof codeRow>, 'hostConsent'> {
  readonly statusId: StatusId;
  readonly delegationIds: DelegationId[];
  readonly hostConsent?: AuthorityQuestion['hostConsent'];
  /** The same for all codes of a pack. */
  readonly placeId: PlaceId;
}

/** Reads `terms/matrix-codes.yaml`; a pack without it has no codes. */
export function readMatrixCodes(files: PackFiles, terms: PackTerms, faults: PackFault[]): MatrixCode[] {
  const text = files.get(file);
  const read = text === undefined ? undefined : readYaml(file, text, codesSchema, faults);
  if (!read) return [];
  const { placeId, codes } = read.value;
  const mustKnow = (noun: string, word: string, known: Iterable<string>, path: readonly (string | number)[]) => {
    const names = new Set(known);
    if (names.has(word)) return;
    const problem = `The pack does not know the ${noun} "${word}".`;
    faults.push({ file, line: read.lineOf(path) ?? 1, problem, ...didYouMean(word, names) });
  };
  mustKnow('place', placeId, terms.places.keys(), ['placeId']);
  const seen = new Set<string>();
  return codes.map((row, index) => {
    const { code, statusId, delegationIds } = row;
    if (seen.has(code))
      faults.push({ file, line: read.lineOf(['codes', index]) ?? 1, problem: `"${code}" is listed twice.` });
    seen.add(code);
    mustKnow('status', statusId, terms.statuses.keys(), ['codes', index, 'statusId']);
    for (const id of delegationIds)
      mustKnow('delegation', id, terms.delegations.keys(), ['codes', index, 'delegationIds']);
    return {
      ...row,
      statusId: statusId as StatusId,
      delegationIds: delegationIds as DelegationId[],
      placeId: placeId as PlaceId,
    };
  });
}
