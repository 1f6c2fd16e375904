import type { Answer } from '@muster/flow';
import type { Day } from '@muster/terms';
import type { Story } from '../truths/story.ts';
import { type Network, NoAnswer } from '../world/network.ts';
import type { Server } from '../world/server.ts';
import type { Timeline } from '../world/timeline.ts';
import { commandOf } from './command.ts';
import type { Deed, OneRequest } from './deed.ts';
import type { Houses } from './houses.ts';

export interface Giving {
  readonly id: string;
  readonly deed: Deed;
  readonly of: OneRequest;
  readonly today: Day;
  readonly story: Story;
  /** Whom it asks first. */
  readonly first: number;
  /** Asks once, and does not stay for the answer. */
  readonly leaves: boolean;
}

/** What a server does of its own accord. */
export type Chore = 'keepDates' | 'followOpen' | 'keepLog';

/** Those who give commands: each goes from server to server with the very same command until one answers. */
export interface Parties {
  give(giving: Giving): Promise<void>;
  /** Whoever is without an answer and has not left asks again. */
  giveWhatWaits(): Promise<void>;
  /** A server does what it does of its own accord, and comes to the end of it or not. */
  chore(name: Chore, server: Server): Promise<void>;
}

export interface OpenParties {
  readonly timeline: Timeline;
  readonly network: Network;
  readonly servers: readonly Server[];
  readonly houses: Houses;
  readonly tell: (words: string) => void;
  readonly isOver: () => boolean;
}

const patienceMs = 20_000;
const mostTries = 8;

export function openParties({ timeline, network, servers, houses, tell, isOver }: OpenParties): Parties {
  const waiting = new Map<string, { readonly words: string; readonly ask: (server: Server) => Promise<Answer> }>();

  /** Asks until there is an answer, for some time. */
  async function askAbout(id: string, first: number, tries: number): Promise<void> {
    const asked = waiting.get(id);
    if (!asked) return;
    for (let n = 0; n < tries && !isOver(); n++) {
      const server = servers[(first + n) % servers.length] as Server;
      try {
        const answer = await network.ask('act', () => asked.ask(server), patienceMs);
        const isClash = answer.outcome === 'refused' && answer.code === 'COMMAND_CLASHED';
        tell(`${asked.words}: ${answer.outcome === 'refused' ? answer.code : 'done'} (${server.name})`);
        if (isClash) continue;
        waiting.delete(id);
        return;
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        tell(`${asked.words}: no answer of ${server.name}`);
        await timeline.pause(200 * (n + 1));
      }
    }
  }

  return {
    async give({ id, deed, of, today, story, first, leaves }) {
      const ask =
        deed.do === 'plan'
          ? (server: Server) => server.work(({ record }, at) => houses.plan(record, id, of, deed.careless, at))
          : (() => {
              const said = commandOf(deed, of, { id, today, story });
              return (server: Server) =>
                server.work(({ record }, at) => houses.carryOut(record, `cmd_${id}`, said, at));
            })();
      waiting.set(id, { words: `${id} ${deed.do} ${of}`, ask });
      await askAbout(id, first, leaves ? 1 : mostTries);
      if (leaves) waiting.delete(id);
    },
    async giveWhatWaits() {
      for (const id of [...waiting.keys()]) await askAbout(id, 0, 3 * mostTries);
    },
    chore: (name, server) =>
      new Promise((settle) => {
        // It may die over it: then nobody waits for ever.
        timeline.after(patienceMs, settle);
        server
          .work((reach, at) => houses[name](reach, at))
          .then(settle, (error: unknown) => {
            tell(`${server.name} did not come to the end of ${name}: ${error}`);
            settle();
          });
      }),
  };
}
