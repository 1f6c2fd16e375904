import type { Migration } from 'kysely';
import { recordOfEvents } from './0001-record-of-events.ts';
import { severalStreamsAtOnce } from './0002-several-streams-at-once.ts';
import { transparencyLog } from './0003-transparency-log.ts';
import { viewsAnew } from './0004-views-anew.ts';
import { standing } from './0005-standing.ts';
import { appendInArrays } from './0006-append-in-arrays.ts';
import { viewsOfEachStream } from './0007-views-of-each-stream.ts';

/** Every change of the database's schema, in the order of their numbers. One that was released is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-record-of-events': recordOfEvents,
  '0002-several-streams-at-once': severalStreamsAtOnce,
  '0003-transparency-log': transparencyLog,
  '0004-views-anew': viewsAnew,
  '0005-standing': standing,
  '0006-append-in-arrays': appendInArrays,
  '0007-views-of-each-stream': viewsOfEachStream,
};
