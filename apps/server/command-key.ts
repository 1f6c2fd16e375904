import { commandIdSchema } from '@muster/terms';
import { z } from 'zod';

/** The header may come in quotes, as structured fields write text, or bare, as most clients send it. */
const unquoted = (given: unknown) => (typeof given === 'string' ? given.replace(/^"(.*)"$/, '$1') : given);

/**
 * The id of a command comes as its Idempotency-Key: sent again with the same body it is answered with the same bytes,
 * and done once. Whatever else a call's head says passes through.
 */
export const commandKey = z.looseObject({
  'idempotency-key': z
    .preprocess(
      unquoted,
      z
        .string({ error: 'must name the command, such as "cmd_1f0c", so that it can be sent again safely' })
        .pipe(commandIdSchema),
    )
    .describe(
      'The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422.',
    ),
});
