import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AnsweredCommand, openReplay } from '@muster/audit';
import { toyLaw } from '@muster/decision/testing';
import { runScenario } from '@muster/house';
import { houseInMemory } from '@muster/house/testing';
import {
  checkpointText,
  emptyTree,
  growTree,
  leafHash,
  noteText,
  rootOf,
  signNote,
  utf8,
  verifierKeyText,
} from '@muster/log';
import { loadPackFiles } from '@muster/policy-cedar';
import { type BundledCommand, writeBundle } from '@muster/record-bundle';
import { loadScenario } from '@muster/scenarios';
import { canonicalJson } from '@muster/terms';
import { heardRecord } from '../contract/audit/heard-record.ts';
import { giveAll, wholeStory } from '../contract/flow/toy-flow.ts';
import { type Audited, key } from './audit-key.ts';
import { type Figure, machine, median, printFigures } from './figures.ts';

const [thisFile = '', checker = ''] = ['./audit.ts', './audit-check.ts'].map((file) =>
  fileURLToPath(new URL(file, import.meta.url)),
);

/** An offline audit of 1,000,000 events: all that is checked without deciding, in a process of its own; and what the replay costs. */
export async function benchAudit(events = 1_000_000): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-audit-'));
  const file = join(folder, 'record.muster');
  const packed = `${file}.gz`;
  try {
    await writeMany(file, events);
    await writeMany(packed, events);
    const rounds = [1, 2, 3].map(() => audit(file));
    const unpacked = audit(packed);
    const middle = (of: (one: Audited) => number) => median(rounds.map(of));
    const mib = async (name: string) => (await stat(name)).size / 2 ** 20;
    return [
      {
        name: `audit of ${events.toLocaleString('en-US')} events, wall`,
        value: middle((r) => r.wallMs) / 1000,
        unit: 's',
      },
      { name: 'the same, CPU', value: middle((r) => r.cpuMs) / 1000, unit: 's' },
      { name: 'most memory of that process', value: middle((r) => r.rssMib), unit: 'MiB' },
      { name: 'the bundle', value: await mib(file), unit: 'MiB' },
      { name: 'audit of the packed bundle, wall', value: unpacked.wallMs / 1000, unit: 's' },
      { name: 'most memory of that process', value: unpacked.rssMib, unit: 'MiB' },
      { name: 'the packed bundle', value: await mib(packed), unit: 'MiB' },
      ...(await replays()),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const audit = (file: string): Audited =>
  JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', checker, file], { encoding: 'utf8' }));

/** Consents as they are, 20 to a stream, each by a command of its own. */
async function writeMany(file: string, events: number): Promise<void> {
  let edge = emptyTree;
  for (let from = 0; from < events; from += 4096) {
    const run = Array.from({ length: Math.min(4096, events - from) }, (_, i) => leafHash(utf8(eventText(from + i))));
    edge = growTree(edge, run).edge;
  }
  const text = checkpointText({ origin: key.name, size: edge.size, root: rootOf(edge), extensions: [] });
  const checkpoint = noteText({ text, signatures: [signNote(text, key)] });
  const keys = [{ verifierKey: verifierKeyText(key), fromSize: 0 }];
  const heading = { origin: key.name, size: events, checkpoint, keys };
  await writeBundle({ file, heading, commands: many(events), root: rootOf(edge), key });
}

const consent = wholeStory.find((command) => command.name === 'GrantConsent') as (typeof wholeStory)[number];
const placeOf = (i: number) => ({ stream: `consent/req_${Math.floor(i / 20)}/lender/north`, position: 1 + (i % 20) });

function eventText(i: number): string {
  const { at, by, data } = consent;
  const fact = {
    type: 'ConsentGranted',
    version: 1,
    data: { ...(data as object), requestId: `req_${Math.floor(i / 20)}` },
  };
  return canonicalJson({ at, by, commandId: `cmd_${i}`, fact, ...placeOf(i) });
}

async function* many(events: number): AsyncGenerator<BundledCommand> {
  const body = canonicalJson({ name: consent.name, by: consent.by, data: consent.data });
  for (let i = 0; i < events; i++) {
    const event = { text: eventText(i), ...placeOf(i), seq: i + 1, recordedAt: '2025-05-10T12:00:00.000000Z' };
    const facts = [{ type: 'ConsentGranted', position: event.position }];
    const answer = JSON.stringify({ outcome: 'recorded', commandId: `cmd_${i}`, stream: event.stream, facts });
    yield { commandId: `cmd_${i}`, body, answer, events: [event] };
  }
}

/** What deciding again costs: small decisions by the thousand, and the article's with its plans and their certificates. */
async function replays(): Promise<Figure[]> {
  const small = heardRecord();
  for (let i = 0; i < 1000; i++) {
    await giveAll(
      small.record,
      wholeStory.map((command) => ({
        ...command,
        commandId: `${command.commandId}-${i}` as never,
        data: { ...(command.data as object), requestId: `req_${i}` },
      })),
    );
  }
  const many = await replay(small.commands(), { readLaw: () => toyLaw, lawBefore: toyLaw });

  const article = heardRecord();
  const house = await houseInMemory(article.record);
  const scenario = loadScenario('article');
  if ('faults' in scenario) throw new Error(JSON.stringify(scenario.faults));
  await runScenario(house, scenario);
  await house.close();
  const whole = await replay(article.commands(), {
    readLaw: ({ files }) => {
      const read = loadPackFiles(new Map(files.map(({ path, text }) => [path, text])));
      return read.outcome === 'loaded' ? read.law : 'the pack is faulty';
    },
  });
  return [
    { name: 'replay of small decisions, an event, CPU', value: many.cpuMs / many.events, unit: 'ms' },
    { name: 'replay of the article, whole, CPU', value: whole.cpuMs / 1000, unit: 's' },
    { name: 'the same, an event, CPU', value: whole.cpuMs / whole.events, unit: 'ms' },
  ];
}

async function replay(commands: readonly AnsweredCommand[], tools: Parameters<typeof openReplay>[0]) {
  const from = process.cpuUsage();
  const replaying = openReplay(tools);
  for (const command of commands) await replaying.next(command);
  const { events, findings } = replaying.report();
  if (findings.length > 0) throw new Error(JSON.stringify(findings.slice(0, 3)));
  const { user, system } = process.cpuUsage(from);
  return { events, cpuMs: (user + system) / 1000 };
}

if (process.argv[1] === thisFile) {
  process.stdout.write(`${machine()}\n`);
  printFigures('audit (the check is a process of its own, medians of 3)', await benchAudit());
}
