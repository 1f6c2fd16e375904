import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  checkProofFile,
  checkpointText,
  type EventPlace,
  emptyTree,
  growTree,
  leafHash,
  logKeeper,
  noteText,
  proofFileText,
  proveEvents,
  proveInclusion,
  rootOf,
  type SigningKey,
  signingKey,
  signNote,
  sizeIn,
  utf8,
} from '@muster/log';
import { memoryTiles } from '@muster/log/testing';
import { checkpointFile } from '@muster/log-files';
import { openEmbeddedPostgres } from '@muster/postgres-embedded';
import { openSqlRecord, type SqlRecord } from '@muster/record-sql';
import { type Figure, machine, median, percentile, printFigures } from './figures.ts';
import { anAppend, appendsPerSecond } from './record.ts';

const rounds = 5;
const key = signingKey('muster.example/bench', 'ed25519', new Uint8Array(32).fill(1));

/** What the log costs those who append, how far behind it is, and what proofs take and weigh. */
export async function benchLog(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-log-'));
  const postgres = await openEmbeddedPostgres({ dataFolder: folder });
  if (postgres.outcome === 'cannotOpen') throw new Error(postgres.why);
  const record = await openSqlRecord(postgres);
  if (record.outcome === 'cannotOpen') throw new Error(record.why);
  try {
    return [
      ...(await whileAppending(record, folder)),
      ...(await recordedWithProofs(record, folder)),
      await proofOfMillion(),
    ];
  } finally {
    await record.close();
    await postgres.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Keeps the log as a server does, and notes when each checkpoint was there for all to see. */
function keeping(record: SqlRecord, folder: string) {
  const keeper = logKeeper({ store: record.log, key, guards: [checkpointFile(folder)] });
  const published: { readonly size: number; readonly at: number }[] = [];
  let on = true;
  let first = () => {};
  /** One step was taken: what lay there before is in the tree. */
  const caughtUp = new Promise<void>((settle) => {
    first = settle;
  });
  const run = async () => {
    while (on) {
      const step = await keeper.step();
      if (step.outcome === 'refused') throw new Error(step.why);
      if (step.outcome === 'kept') published.push({ size: sizeIn(step.checkpoint) ?? 0, at: performance.now() });
      first();
      await new Promise((settle) => setTimeout(settle, 300));
    }
  };
  const running = run();
  const stop = async () => {
    on = false;
    await running;
    await keeper.step();
  };
  return { published, stop, caughtUp };
}

/** What the log costs those who append, and how far it is behind them when they append so many a second together. */
async function whileAppending(record: SqlRecord, folder: string): Promise<Figure[]> {
  const [without, beside]: [number[], number[]] = [[], []];
  const lags = new Map<number, number[]>(paces.map((pace) => [pace, []]));
  for (let round = 0; round < rounds; round++) {
    without.push((await appendsPerSecond(record, 64, `without${round}`)).rate);
    for (const pace of paces) {
      const { rate, lagsMs } = await lagsWhile(record, folder, `beside${pace}-${round}`, pace);
      lags.get(pace)?.push(...lagsMs);
      if (pace === Number.POSITIVE_INFINITY) beside.push(rate);
    }
  }
  const ratio = { to: 'without the log', value: median(beside) / median(without) };
  return [
    { name: 'durable appends, 64 writers, log kept beside', value: median(beside), unit: '/s', ratio },
    ...paces.flatMap((pace) => behind(pace, lags.get(pace) ?? [])),
  ];
}

/** Appends a second; the last is as many as the writers can. */
const paces = [2_000, 5_000, Number.POSITIVE_INFINITY];

function behind(pace: number, lagsMs: readonly number[]): Figure[] {
  const at = Number.isFinite(pace) ? `at ${pace} appends/s` : 'at full rate';
  const most = lagsMs.reduce((one, other) => Math.max(one, other), 0);
  return [
    { name: `${at}: from acknowledged to signed over, 99 %`, value: percentile(lagsMs, 0.99), unit: 'ms' },
    { name: `${at}: the same, at most`, value: most, unit: 'ms' },
  ];
}

/** How long each tenth event waited, from its acknowledgement, for a checkpoint that covers it. */
async function lagsWhile(record: SqlRecord, folder: string, name: string, pace: number) {
  const { published, stop, caughtUp } = keeping(record, folder);
  await caughtUp;
  const acknowledged: (EventPlace & { readonly at: number })[] = [];
  const told = (stream: string, position: number) => {
    if (position % 10 === 1) acknowledged.push({ stream, position, at: performance.now() });
  };
  const { rate } = await appendsPerSecond(record, 64, name, told, pace);
  await new Promise((settle) => setTimeout(settle, 1_000));
  await stop();
  const leaves = await record.log.leavesOf(acknowledged);
  const lagsMs = acknowledged.map(({ at }, i) => {
    const seen = published.find(({ size, at: when }) => size > (leaves[i] as number) && when >= at);
    return seen ? seen.at - at : Number.POSITIVE_INFINITY;
  });
  return { rate, lagsMs };
}

/** 20,000 assignments, each an event of its own, recorded by 64 writers and proved; of the proofs one in a hundred is checked. */
async function recordedWithProofs(record: SqlRecord, folder: string): Promise<Figure[]> {
  const most = 20_000;
  const began = performance.now();
  const { stop } = keeping(record, folder);
  let next = 0;
  const places: EventPlace[] = [];
  await Promise.all(
    Array.from({ length: 64 }, async (_, writer) => {
      for (let i = 0; next < most; i++) {
        next++;
        const stream = `bench/assignment/${writer}`;
        const appended = await record.append(anAppend(stream, i));
        if (appended.outcome !== 'recorded') throw new Error(appended.outcome);
        places.push({ stream, position: i + 1 });
      }
    }),
  );
  const recorded = performance.now();
  await stop();
  const proofs = await proveEvents(record.log, places);
  const proved = performance.now();
  await checkAll(record, places, proofs);
  const checked = performance.now();
  const seconds = (from: number, to: number) => (to - from) / 1_000;
  return [
    { name: `${most} assignments: recorded`, value: seconds(began, recorded), unit: 's' },
    { name: `${most} assignments: recorded, signed and proved`, value: seconds(began, proved), unit: 's' },
    {
      name: 'one proof file checked, signature and path',
      value: (1_000 * seconds(proved, checked)) / (most / 100),
      unit: 'ms',
    },
  ];
}

async function checkAll(record: SqlRecord, places: readonly EventPlace[], proofs: readonly (string | undefined)[]) {
  const leaves = await record.log.leavesOf(places);
  const { size } = await record.log.head();
  const entries = await record.log.entries(0, size);
  for (const [i, proof] of proofs.entries()) {
    if (proof !== undefined && i % 100 > 0) continue;
    const entry = entries[leaves[i] as number] as Uint8Array;
    const { outcome } = checkProofFile(proof ?? '', leafHash(entry), key.name, [key]);
    if (outcome !== 'proved') throw new Error(`The proof of ${places[i]?.stream} does not hold.`);
  }
}

/** The size of a proof file in a log of a million events, the largest of some. */
async function proofOfMillion(): Promise<Figure> {
  const size = 1_000_000;
  const tiles = memoryTiles();
  let edge = emptyTree;
  for (let at = 0; at < size; at += 10_000) {
    const grown = growTree(
      edge,
      Array.from({ length: 10_000 }, (_, i) => leafHash(utf8(`event ${at + i}`))),
    );
    tiles.keep(grown.tiles);
    edge = grown.edge;
  }
  const checkpoint = signedBy(key, checkpointText({ origin: key.name, size, root: rootOf(edge), extensions: [] }));
  const bytes = await Promise.all(
    [0, 123_456, 777_777, size - 1].map(async (index) => {
      const proof = await proveInclusion(index, size, tiles.read);
      return utf8(proofFileText({ index, proof, checkpoint })).length;
    }),
  );
  return { name: 'proof file at 1,000,000 events', value: Math.max(...bytes), unit: 'bytes' };
}

const signedBy = (signer: SigningKey, text: string) => noteText({ text, signatures: [signNote(text, signer)] });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${machine()}\n`);
  printFigures('log (embedded PostgreSQL, medians of 5 rounds)', await benchLog());
}
