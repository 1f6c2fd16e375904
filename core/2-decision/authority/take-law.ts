import { type Act, canonicalJson, lawStream, type Recorded, refuse } from '@muster/terms';
import { z } from 'zod';
import type { LawTaken } from '../events.ts';

const fileSchema = z.strictObject({
  /** Its path inside the pack, such as `emac/rule.cedar`. */
  path: z.string().min(1).max(300),
  text: z.string().max(1_000_000),
});

const data = z.strictObject({
  pack: z.string().min(3).max(100),
  files: z
    .array(fileSchema)
    .min(1)
    .max(5000)
    .refine((files) => new Set(files.map((f) => f.path)).size === files.length, 'must name each file once'),
  program: z.string().min(3).max(100),
});
type Data = z.infer<typeof data>;

/** The law pack that stands in the record, as it was last taken into use. */
export const lawStanding = (events: readonly Recorded[]): LawTaken['data'] | undefined =>
  (events.at(-1)?.fact as LawTaken | undefined)?.data;

/**
 * Puts a law pack into the record word for word, so that whoever reads a decision later has the law it was made by,
 * whatever the pack says by then. Decisions rest on it: none is made by a law that does not stand.
 */
export const takeLaw: Act<'TakeLaw', Data, LawTaken['data'] | undefined, LawTaken> = {
  name: 'TakeLaw',
  doc: 'Take a law pack into use, and put it into the record word for word; given by the house before it decides anything.',
  who: ['flow'],
  data,
  writes: () => lawStream,
  gather: async (read) => lawStanding(await read(lawStream)),
  decide: (standing, { data: taken }) => {
    if (standing && canonicalJson(standing) === canonicalJson(taken)) {
      return refuse('DECISION_LAW_STANDS', {
        asked: `To take the law pack ${taken.pack} into use.`,
        why: 'This very law stands.',
        allowed: 'Nothing need be done.',
      });
    }
    return [{ type: 'LawTaken', version: 1, data: taken }];
  },
};
