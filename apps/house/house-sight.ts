import type { LawPort } from '@muster/decision';
import {
  type AnyFact,
  type Audience,
  type Cursor,
  partiesView,
  type RecordPort,
  readAudiences,
  type Sight,
  type StoryEntry,
  seenAs,
  seesEvent,
  standInsFor,
  standInsView,
  tell,
} from '@muster/flow';
import type { Day, PartyId, PersonId, Recorded, RequestId, StreamName } from '@muster/terms';

/** Who sees what, as the record has it. */
export interface HouseSight {
  /** The sovereigns for which somebody stands in on a day. */
  standsInFor(
    personId: PersonId,
    on: Day,
  ): Promise<readonly { readonly partyId: PartyId; readonly requestId?: RequestId }[]>;
  /** Who is party to a request; undefined where there is none. */
  audience(requestId: RequestId): Promise<Audience | undefined>;
  /** Whether there is such an event, and it is seen. */
  seesEvent(sight: Sight, stream: StreamName, position: number): Promise<boolean>;
  /** Of these, what is seen. */
  seen<R extends { readonly requestId: string }>(sight: Sight, rows: readonly R[]): Promise<readonly R[]>;
  /** The record as sentences, of what is seen. A page may be short, or empty, and yet not be the last. */
  story(sight: Sight, after: Cursor | undefined, limit: number): Promise<SeenStory>;
}

export interface SeenStory {
  readonly entries: readonly StoryEntry[];
  readonly next: Cursor | undefined;
  /** Whether it stopped at the end of the record as it stood. */
  readonly atEnd: boolean;
}

/** So many events are looked through for one page at most. */
const mostPages = 50;

export function houseSight(record: RecordPort, law: LawPort): HouseSight {
  const audiences = async () => readAudiences(await record.view(partiesView));
  const audience = async (requestId: RequestId) =>
    readAudiences(await record.view(partiesView, requestId)).get(requestId);
  return {
    audience,
    standsInFor: async (personId, on) => standInsFor(await record.view(standInsView), personId, on),
    seesEvent: async (sight, stream, position) => {
      const [event] = await record.read(stream, position);
      if (!event) return sight.sees === 'all';
      return seesEvent(sight, event, await audiences());
    },
    seen: async (sight, rows) => {
      if (sight.sees === 'all') return rows;
      const all = await audiences();
      return rows.filter((r) => seenAs(sight, r.requestId as RequestId, all.get(r.requestId as RequestId)));
    },
    story: async (sight, after, limit) => {
      const all = sight.sees === 'all' ? new Map() : await audiences();
      const entries: StoryEntry[] = [];
      let next = after;
      for (let page = 0; page < mostPages; page++) {
        const read = await record.tail(next, limit);
        const seen = read.events.filter((event) => seesEvent(sight, event, all));
        // What does not fit stays for the next page, whole.
        if (entries.length > 0 && entries.length + seen.length > limit) return { entries, next, atEnd: false };
        entries.push(...seen.map((event) => tell(event as Recorded<AnyFact>, law.terms)));
        next = read.next;
        if (read.events.length < limit) return { entries, next, atEnd: true };
        if (entries.length >= limit) break;
      }
      return { entries, next, atEnd: false };
    },
  };
}
