import { z } from 'zod';

/**
 * Where a figure or an answer comes from. Shown beside it everywhere, so that nobody takes an
 * assumption for a fact.
 */
export const sourceSchema = z.strictObject({
  kind: z.enum(['public', 'estimate', 'assumption']),
  words: z.string().min(3).max(600),
});
export type Source = z.infer<typeof sourceSchema>;
