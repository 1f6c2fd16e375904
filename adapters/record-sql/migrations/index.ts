import type { Migration } from 'kysely';
import { recordOfEvents } from './0001-record-of-events.ts';

/** Every change of the database's schema, in the order of their numbers. One that was released is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-record-of-events': recordOfEvents,
};
