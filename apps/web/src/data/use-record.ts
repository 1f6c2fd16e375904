import { useCallback, useEffect, useState } from 'react';
import { askRecord, recordPage } from './ask.ts';
import type { StoryEntry } from './outcome-parts.ts';

export interface RecordPages {
  readonly state: 'loading' | 'here' | 'failed';
  readonly entries: readonly StoryEntry[];
  /** Whether the server may hold later entries. */
  readonly more: boolean;
  readonly showMore: () => void;
}

/** The record from its beginning, page by page; the next page is asked for by `showMore`. */
export function useRecord(): RecordPages {
  const [entries, setEntries] = useState<readonly StoryEntry[]>([]);
  const [next, setNext] = useState<string>();
  const [state, setState] = useState<RecordPages['state']>('loading');
  const [more, setMore] = useState(false);

  const read = useCallback(async (after: string | undefined, wanted: () => boolean) => {
    setState('loading');
    const answer = await askRecord(after);
    if (!wanted()) return;
    if (answer.state !== 'here') return setState('failed');
    const page = answer.data;
    setEntries((before) => (after === undefined ? page.entries : [...before, ...page.entries]));
    setNext(page.next ?? undefined);
    setMore(page.next !== null && page.entries.length === recordPage);
    setState('here');
  }, []);

  useEffect(() => {
    let wanted = true;
    void read(undefined, () => wanted);
    return () => {
      wanted = false;
    };
  }, [read]);

  return { state, entries, more, showMore: useCallback(() => void read(next, () => true), [read, next]) };
}
