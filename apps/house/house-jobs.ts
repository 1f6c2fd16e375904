import type { AnyFact, Cursor, RecordPort } from '@muster/flow';
import type { JobFigures, JobStanding, Jobs } from '@muster/jobs-graphile';
import type { Instant, Recorded, RequestId, StreamName } from '@muster/terms';
import { jobsOfEvent, typesWithJobs } from './jobs-of-event.ts';
import { keepRounds, type Rounds } from './rounds.ts';

/** What is to be done later because of what was recorded, and what became of it. */
export interface HouseJobs {
  /** Plans and does jobs until told to stop; several servers on one database share them. */
  begin(terms: Pick<Rounds, 'say' | 'wait'> & { readonly now: () => Instant }): Promise<() => Promise<void>>;
  list(most: number): Promise<readonly JobStanding[]>;
  figures(): Promise<JobFigures>;
  retry(id: string): Promise<boolean>;
}

export interface HouseJobsMeans {
  readonly jobs: Jobs;
  readonly record: Pick<RecordPort, 'tail' | 'read'>;
  /** Carries out what follows from an event and was not; throws where that clashed to the last. */
  follow(event: Recorded<AnyFact>): Promise<void>;
  /** Closes what has lapsed of a request, and calls to mind what is due. */
  mindDates(requestId: RequestId, at: Instant): Promise<void>;
}

/** An event may wait this long to become jobs; nothing that is done later is due sooner. */
const everyMs = 1_000;
const pageSize = 500;

export function houseJobs({ jobs, record, follow, mindDates }: HouseJobsMeans): HouseJobs {
  const planOnce = async () => {
    for (;;) {
      const from = (await jobs.followedTo()) as Cursor | undefined;
      const { events, next } = await record.tail(from, pageSize, typesWithJobs);
      if (events.length === 0) return;
      // Where another server was there first, what is left is read from where that one came to.
      await jobs.follow(from, next, events.flatMap(jobsOfEvent));
    }
  };
  return {
    begin: async ({ now, say, wait }) => {
      await jobs.work({
        follow: async (payload) => {
          const { stream, position } = payload as { stream: StreamName; position: number };
          const [event] = await record.read(stream, position);
          if (event) await follow(event as Recorded<AnyFact>);
        },
        mindDates: async (payload) => {
          const { requestId, dueAt } = payload as { requestId: RequestId; dueAt: Instant };
          // The database's clock says that it is due; a server's that is behind may not undo that.
          const at = now() > dueAt ? now() : dueAt;
          await mindDates(requestId, at);
        },
      });
      const trouble = 'What is to be done later could not be planned, which is tried again each minute';
      const stop = keepRounds({ round: planOnce, everyMs, trouble, say, wait });
      return async () => {
        await stop();
        await jobs.close();
      };
    },
    list: (most) => jobs.list(most),
    figures: () => jobs.figures(),
    retry: (id) => jobs.retry(id),
  };
}
