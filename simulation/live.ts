import { toyLaw } from '@muster/decision/testing';
import type { Append } from '@muster/flow';
import type { CheckpointGuard } from '@muster/log';
import type { ProblemSolver } from '@muster/plan';
import { type MemoryRecord, openMemoryRecord } from '@muster/record-memory';
import { addDays, type Day, type Instant } from '@muster/terms';
import { beginningOf, firstDay } from './beginnings.ts';
import { cedarLaw } from './cedar-law.ts';
import { openHouses } from './parties/houses.ts';
import { openParties } from './parties/party.ts';
import { type PlantedBug, planted } from './planted-bug.ts';
import { drawScript, type Script, type Step } from './script.ts';
import { watch } from './truths/find-lie.ts';
import type { Lie } from './truths/lie.ts';
import { watchLog } from './truths/log.ts';
import { promises as keepPromises } from './truths/promises.ts';
import type { Story } from './truths/story.ts';
import { staleViews } from './truths/views.ts';
import { chanceFrom } from './world/chance.ts';
import { database as openDatabase } from './world/database.ts';
import { calm, network as openNetwork } from './world/network.ts';
import { startServer } from './world/server.ts';
import { timeline as openTimeline } from './world/timeline.ts';

export interface Lived {
  readonly script: Script;
  /** The first truth that did not hold. */
  readonly lie: Lie | undefined;
  readonly story: Story;
  /** What was tried, what became of it, and what befell the machines, in words, in the order it happened. */
  readonly told: readonly string[];
}

export interface Live {
  readonly seed: number;
  /** Another than the seed's own: a shorter one of the same seed. */
  readonly script?: Script;
  readonly bug?: PlantedBug | undefined;
  /** Makes the plans of those lives whose script wants it. */
  readonly solver?: ProblemSolver | undefined;
}

/**
 * Lives one life: servers without state before one record, parties who give commands and give them again until they are
 * answered, and whatever chance does to all of them. Every truth is checked at every event; at the end, when all is well
 * again and all is answered, also those that may take until then.
 */
export async function live({ seed, bug, script, solver }: Live): Promise<Lived> {
  const undo = planted(bug);
  try {
    return await liveOn(seed, script ?? drawScript(chanceFrom(seed).apart('script')), bug, solver);
  } finally {
    undo();
  }
}

async function liveOn(
  seed: number,
  script: Script,
  bug: PlantedBug | undefined,
  solver: ProblemSolver | undefined,
): Promise<Lived> {
  const chance = chanceFrom(seed);
  const timeline = openTimeline();
  const promises = keepPromises();
  const onlooker = watch();
  const logWatch = watchLog();
  const story: Story[number][] = [];
  const told: string[] = [];
  let today: Day = firstDay;
  let found: Lie | undefined;
  /** What a planted bug is excused of is what its story takes for granted. */
  const unexcused = (one: Lie | undefined) => (one && bug?.excused?.includes(one.truth) ? undefined : one);
  const lie = () => found ?? unexcused(promises.lie());
  const tell = (words: string) => void told.push(`${today} +${String(timeline.now()).padStart(6)} ms  ${words}`);

  const law = bug?.law ?? (script.rules ? cedarLaw() : toyLaw);
  const begun = await beginningOf(script.beginning, law);
  const open = async (appends: readonly Append[]): Promise<MemoryRecord> => {
    const memory = openMemoryRecord({ now: () => `${firstDay}T00:00:00Z` as Instant });
    const kept = bug?.kept?.(memory) ?? memory;
    for (const append of [...begun, ...appends]) await kept.append(append);
    return kept;
  };
  let record = await open([]);
  const reopen =
    bug?.reopened &&
    (async (appends: readonly Append[]) => {
      record = await open(bug.reopened?.(appends) ?? []);
      return record;
    });

  const weather = openNetwork(timeline, chance.apart('network'), calm);
  const database = openDatabase({
    record,
    reopen,
    timeline,
    chance: chance.apart('database'),
    network: weather,
    onRecorded: (events) => {
      story.push(...events);
      promises.recorded(events);
      found ??= unexcused(onlooker.see(events));
    },
    onPublished: (note, leaves) => {
      found ??= unexcused(logWatch.published(note, leaves));
    },
    tell,
  });
  await database.look();

  const servers = ['one', 'two', 'three'].map((name) =>
    startServer({
      name,
      timeline,
      network: weather,
      database,
      today: () => today,
      seen: bug?.seen ?? ((r) => r),
      seenLog: bug?.seenLog ?? ((log) => log),
      guards: bug?.unguarded ? [] : [remembering(`the file of server ${name}`)],
      tell,
    }),
  );
  const houses = openHouses({ law, solver: script.solves ? solver : undefined, answered: promises.answered });
  const parties = openParties({ timeline, network: weather, servers, houses, tell, isOver: () => lie() !== undefined });

  async function take({ id, what, of, afterMs, server, leaves }: Step): Promise<void> {
    await timeline.pause(afterMs);
    switch (what.do) {
      case 'serverDies':
        return servers[what.server]?.die(what.forMs);
      case 'databaseDies':
        return database.die(what.forMs);
      case 'clockIsSet':
        return servers[what.server]?.setClock(what.days);
      case 'keepLog':
      case 'keepDates': {
        const keeper = servers[what.server];
        if (keeper) await parties.chore(what.do, keeper);
        return;
      }
      default:
        return parties.give({ id, deed: what, of, today, story, first: server, leaves });
    }
  }

  async function play(): Promise<void> {
    weather.setWeather(script.weather);
    for (const [i, days] of script.clocks.entries()) if (days !== 0) servers[i]?.setClock(days);
    for (const turn of script.turns) {
      await Promise.all(turn.steps.map(take));
      if (lie()) return;
      if (turn.days > 0) today = addDays(today, turn.days);
    }
    weather.setWeather(calm);
    await timeline.pause(60_000);
    await parties.giveWhatWaits();
    for (const server of servers) await parties.chore('followOpen', server);
    if (script.log) for (const server of servers) await parties.chore('keepLog', server);
    await timeline.pause(60_000);
  }

  let isOver = false;
  const playing = play().finally(() => {
    isOver = true;
  });
  await timeline.run();
  if (!isOver) found ??= { truth: 'all-are-answered', words: 'somebody waits for ever' };
  else await playing;
  found ??= lie() ?? unexcused(onlooker.settled() ?? (await atTheEnd()));
  return { script, lie: found, story, told };

  async function atTheEnd(): Promise<Lie | undefined> {
    const { events } = await record.tail(undefined, 10_000);
    return (
      promises.heldBy(events) ??
      (script.log ? logWatch.settled(events) : undefined) ??
      (await staleViews(record, events))
    );
  }
}

/** A checkpoint's keeper outside the database: what it was given last. */
function remembering(where: string): CheckpointGuard {
  let newest: string | undefined;
  return {
    where,
    newest: async () => newest,
    keep: async (note) => {
      newest = note;
    },
  };
}
