import { PassThrough } from 'node:stream';
import type { PlanWatch } from '@muster/plan';
import type { FastifyReply } from 'fastify';
import type { Problem } from './problem.ts';

/** Lines are cut by what stands between after a minute of silence. */
const beatMs = 15_000;

/** Whether whoever asks wants to follow the making of a plan, by its Accept header, instead of waiting for the answer alone. */
export const wantsToFollow = (accept: string | undefined): boolean =>
  accept?.split(',').some((type) => /^\s*text\/event-stream\b/.test(type)) ?? false;

export interface PlanStream {
  readonly onProgress: NonNullable<PlanWatch['onProgress']>;
  /** The last that is told: what was recorded, or why nothing was. */
  end(last: { readonly answer: object } | { readonly problem: Problem }): void;
}

/**
 * Answers with server-sent events: any number of `progress` (done, of, words; and where a level stands, its incumbent, bound and
 * gap), then one `answer` or one `problem`, each the body that would have been answered without. To hang up is to cancel.
 */
export function openPlanStream(reply: FastifyReply): PlanStream {
  const stream = new PassThrough();
  const beat = setInterval(() => stream.write(': still at it\n\n'), beatMs);
  stream.once('close', () => clearInterval(beat));
  const tell = (event: string, data: object) => stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  reply.type('text/event-stream').header('cache-control', 'no-store').send(stream);
  return {
    onProgress: (done, of, words, at) => {
      // Who reads too slowly misses how far it was, never the answer.
      if (!stream.writableNeedDrain) tell('progress', { done, of, words, ...at });
    },
    end: (last) => {
      clearInterval(beat);
      if (stream.destroyed) return;
      if ('answer' in last) tell('answer', last.answer);
      else tell('problem', last.problem);
      stream.end();
    },
  };
}
