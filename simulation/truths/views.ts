import { type AnyFact, boardContribution, type RecordPort, requestBoard } from '@muster/flow';
import { canonicalJson, type StreamName } from '@muster/terms';
import type { Lie } from './lie.ts';
import type { Story } from './story.ts';

/** The parts of views that are kept with the events are what the events say. */
export async function staleViews(record: RecordPort, story: Story): Promise<Lie | undefined> {
  const streams = new Map<StreamName, AnyFact[]>();
  for (const { stream, fact } of story) streams.set(stream, [...(streams.get(stream) ?? []), fact as AnyFact]);
  const kept = new Map((await record.view(requestBoard)).map((p) => [p.stream, canonicalJson([p.key, p.part])]));
  for (const [stream, facts] of streams) {
    const [made] = boardContribution(stream, facts);
    if (made && kept.get(stream) !== canonicalJson([made.key, made.part])) {
      return { truth: 'views-follow', words: `the list of requests does not show what ${stream} says` };
    }
  }
  return undefined;
}
