import { musterClient } from '@muster/api';
import { useCallback, useEffect, useState } from 'react';
import type { LogShown } from './log-shown.ts';
import type { Outcome, PlanningProblem, RequestSummary, StoryEntry } from './outcome-parts.ts';

export interface Failure {
  /** `unknown`: the server answered that there is no such thing. `gone`: it did not answer, or failed. */
  readonly kind: 'unknown' | 'gone';
  readonly words: string;
}

export type Answer<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'here'; readonly data: T }
  | { readonly state: 'failed'; readonly failure: Failure };

interface Given<T> {
  readonly data?: T | undefined;
  readonly error?: { readonly detail?: string } | undefined;
  readonly response: Response;
}

const client = musterClient();
export const recordPage = 200;
/** As many requests as the server gives at once. */
const mostRequests = 1000;

async function answerOf<T>(call: Promise<Given<T>>): Promise<Answer<T>> {
  try {
    const { data, error, response } = await call;
    if (data !== undefined && response.ok) return { state: 'here', data };
    const kind = response.status === 404 || response.status === 400 ? 'unknown' : 'gone';
    return { state: 'failed', failure: { kind, words: error?.detail ?? `The server answered ${response.status}.` } };
  } catch {
    return { state: 'failed', failure: { kind: 'gone', words: 'The server does not answer.' } };
  }
}

export const askRequests = (): Promise<Answer<RequestSummary[]>> =>
  answerOf(client.GET('/api/requests', { params: { query: { limit: mostRequests } } }));

export const askRequest = (requestId: string): Promise<Answer<Outcome>> =>
  answerOf(client.GET('/api/requests/{requestId}', { params: { path: { requestId } } }));

/** Whom the server takes the reader for. */
export interface Me {
  readonly kind: 'anonymous' | 'exercise' | 'member';
  readonly displayName: string | null;
}

export const askMe = (): Promise<Answer<Me>> => answerOf(client.GET('/api/me'));

/** Ends the session; gives where to go next. */
export async function logOut(): Promise<string> {
  const { data } = await client.POST('/api/logout', { headers: { 'muster-page': '1' } });
  return data?.next ?? '/';
}

export const askPlanningProblem = (requestId: string): Promise<Answer<PlanningProblem>> =>
  answerOf(client.GET('/api/requests/{requestId}/planning-problem', { params: { path: { requestId } } }));

export const askRecord = (after?: string): Promise<Answer<{ entries: StoryEntry[]; next: string | null }>> =>
  answerOf(
    client.GET('/api/record', { params: { query: { limit: recordPage, ...(after === undefined ? {} : { after }) } } }),
  );

/** What the newest checkpoint says, a signed note whose first lines are the log's name and size, and who has cosigned it. */
export async function askLog(): Promise<Answer<LogShown>> {
  const [checkpoint, witnesses] = await Promise.all([
    answerOf(client.GET('/log/checkpoint', { parseAs: 'text' })),
    answerOf(client.GET('/api/log/witnesses')),
  ]);
  if (checkpoint.state !== 'here') return checkpoint;
  if (witnesses.state !== 'here') return witnesses;
  const [origin = '', size = ''] = checkpoint.data.split('\n');
  return { state: 'here', data: { origin, size: Number(size), witnesses: witnesses.data } };
}

/** Asks when the page opens and whenever `ask` is another; `again` asks once more. */
export function useAnswer<T>(ask: () => Promise<Answer<T>>): {
  answer: Answer<T>;
  again: () => void;
  /** Asks once more, and shows what was there until the answer has come. */
  refresh: () => void;
} {
  const [answer, setAnswer] = useState<Answer<T>>({ state: 'loading' });
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks again
  useEffect(() => {
    let wanted = true;
    setAnswer({ state: 'loading' });
    void ask().then((given) => wanted && setAnswer(given));
    return () => {
      wanted = false;
    };
  }, [ask, turn]);
  const refresh = useCallback(() => {
    void ask().then((given) => given.state === 'here' && setAnswer(given));
  }, [ask]);
  return { answer, again: useCallback(() => setTurn((n) => n + 1), []), refresh };
}

/** Calls whenever something was recorded, at most twice a second, for as long as the page is open. */
export function useLive(onRecorded: () => void): void {
  useEffect(() => {
    const live = new EventSource('/api/live');
    let waiting: ReturnType<typeof setTimeout> | undefined;
    live.addEventListener('recorded', () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        onRecorded();
      }, 500);
    });
    return () => {
      clearTimeout(waiting);
      live.close();
    };
  }, [onRecorded]);
}
