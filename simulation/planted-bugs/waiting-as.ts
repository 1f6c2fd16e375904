import type { LogStore, WaitingLeaves } from '@muster/log';

/** A log whose integrator sees other leaves wait than do. */
export const waitingAs = (
  log: LogStore,
  change: (leaves: WaitingLeaves['leaves']) => WaitingLeaves['leaves'],
): LogStore => ({
  ...log,
  alone: (work) =>
    log.alone((writer) =>
      work({
        ...writer,
        waiting: async (limit) => {
          const waiting = await writer.waiting(limit);
          return { ...waiting, leaves: change(waiting.leaves) };
        },
      }),
    ),
});
