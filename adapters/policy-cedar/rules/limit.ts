import type { ServiceLimit } from '@muster/decision';
import type { DelegationId, StatusId } from '@muster/terms';
import { z } from 'zod';
import { didYouMean } from '../pack/did-you-mean.ts';
import type { PackFault } from '../pack/pack-fault.ts';
import type { YamlValue } from '../pack/read-yaml.ts';
import type { PackTerms } from '../terms/read-terms.ts';
import { confidenceSchema } from './confidence.ts';
import type { Provision } from './provision.ts';

/** One entry of `limits` in a provision's front matter: how long service may last, or what ends it. */
export const limitSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be small letters, digits and hyphens'),
    statuses: z.array(z.string()).min(1),
    delegations: z.array(z.string()).default([]),
    relation: z.enum(['home', 'away']).exactOptional(),
    kind: z.enum(['longest', 'extension', 'step', 'tour', 'rest', 'ratio', 'currency', 'ends']),
    value: z.number().positive().exactOptional(),
    atLeast: z.number().positive().exactOptional(),
    unit: z.enum(['hour', 'day', 'month', 'year', 'hoursOfWorkPerHourOfRest']).exactOptional(),
    meaning: z.string().min(3),
    source: z.string().min(3),
    confidence: confidenceSchema.exactOptional(),
  })
  .refine((limit) => (limit.value === undefined) === (limit.unit === undefined), {
    path: ['value'],
    message: 'and unit go together: a figure needs its unit',
  })
  .refine((limit) => (limit.kind === 'ends') === (limit.value === undefined), {
    path: ['value'],
    message: 'is needed, except where kind is "ends": then what ends it is told in meaning',
  });

type Read = YamlValue<
  Pick<Provision, 'id' | 'confidence' | 'inForceFrom' | 'inForceTo'> & {
    readonly limits: readonly z.infer<typeof limitSchema>[];
  }
>;

/** The limits of a provision, with its days and confidence; each word in them must be one of the pack. */
export function readLimits(file: string, read: Read, terms: PackTerms, faults: PackFault[]): ServiceLimit[] {
  const { id, confidence, inForceFrom, inForceTo, limits } = read.value;
  const ids = limits.map((limit) => limit.id);
  return limits.map((limit, index) => {
    const fault = (field: string, problem: string, maybe: { readonly maybe?: string } = {}) =>
      faults.push({ file, line: read.lineOf(['limits', index, field]) ?? 1, problem, ...maybe });
    if (ids.indexOf(limit.id) !== index) fault('id', `"${limit.id}" is the id of two limits.`);
    for (const [field, noun, words, known] of [
      ['statuses', 'status', limit.statuses, terms.statuses],
      ['delegations', 'delegation', limit.delegations, terms.delegations],
    ] as const) {
      const names = new Set<string>(known.keys());
      for (const word of words.filter((one) => !names.has(one)))
        fault(field, `The pack does not know the ${noun} "${word}".`, didYouMean(word, names));
    }
    const { value, atLeast, unit } = limit;
    return {
      limitId: `${id}.${limit.id}`,
      // Checked above: a pack with any other word is not used.
      statusIds: limit.statuses as StatusId[],
      delegationIds: limit.delegations as DelegationId[],
      ...(limit.relation !== undefined && { relation: limit.relation }),
      kind: limit.kind,
      ...(value !== undefined &&
        unit !== undefined && { length: { value, ...(atLeast !== undefined && { atLeast }), unit } }),
      meaning: limit.meaning,
      source: limit.source,
      confidence: limit.confidence ?? confidence,
      inForceFrom,
      ...(inForceTo !== undefined && { inForceTo }),
    };
  });
}
