import { exitCodes, type House, type HouseHandover } from '@muster/house';
import { type EventPlace, keysIn, openCheckpointInTerms } from '@muster/log';
import type { StreamName } from '@muster/terms';
import type { Command } from 'commander';
import { columns } from '../print/text.ts';
import { type Common, print, printJson, Stop, withHouse } from '../session.ts';
import { addWitnessesOfLogVerbs } from './witness.ts';

/** A verb with what every verb has. */
type MakeVerb = (parent: Command, name: string, description: string) => Command;

/** The verbs of the log: what it says of itself, proofs of single events, and its keys. */
export function addLogVerbs(program: Command, verb: MakeVerb): void {
  const log = program.command('log').description('the signed log that proves the record');
  verb(log, 'show', 'the newest checkpoint, who signed it, and the keys').action(showLog);
  verb(log, 'proof <event>', 'the proof file of an event, written stream@position, such as request/req_a@1').action(
    proveEvent,
  );
  verb(log, 'event <event>', "an event's exact text, as it is hashed").action(showEvent);
  addWitnessesOfLogVerbs(log, verb);
  verb(log, 'rotate', 'make a new key and hand the log over to it; what the old key signed stays proved').action(
    rotate,
  );
  verb(log, 'begin-anew', 'begin a log of another name with this record, where the old one cannot be gone on with')
    .requiredOption('--origin <name>', 'the name of the new log, such as muster.example/record-2')
    .action(beginAnew);
}

const show = async (options: Common) =>
  withHouse(options, async ({ log }) => {
    const step = await log.keep();
    const [head, keys] = [await log.store.head(), await log.store.keys()];
    return { step, head, keys };
  });

async function showLog(options: Common): Promise<void> {
  const { step, head, keys } = await show(options);
  const unsigned = step.outcome === 'refused' ? step.why : undefined;
  const terms = keysIn(keys).map((key) => ({ key, fromSize: 0 }));
  const opened = head.checkpoint === undefined ? undefined : openCheckpointInTerms(head.checkpoint, terms);
  if (options.json) {
    return printJson({ size: head.size, checkpoint: head.checkpoint ?? null, keys, unsigned: unsigned ?? null });
  }
  if (opened?.outcome === 'verified') {
    const { origin, size } = opened.checkpoint;
    print(`The log "${origin}" holds ${head.size} events, and is signed over ${size}:\n`);
    print((head.checkpoint as string).trimEnd());
  } else {
    print(opened ? `The newest checkpoint does not hold: ${opened.why}` : 'The log is not signed yet.');
  }
  print(`\n${columns([['key', 'from'], ...keys.map((key) => [key.verifierKey, key.fromSize])])}`);
  if (unsigned !== undefined) print(`\nNothing is signed here: ${unsigned}`);
}

async function proveEvent(text: string, options: Common): Promise<void> {
  const place = placeIn(text);
  const proof = await withHouse(options, async (house) => {
    await eventAt(house, place);
    const [found] = await house.log.proofs([place], mostWaitMs);
    if (found !== undefined) return found;
    const step = await house.log.keep();
    const why = step.outcome === 'refused' ? step.why : 'The log was not signed over it in time; try again.';
    throw new Stop('LOG_NOT_SIGNED', why, exitCodes.database);
  });
  if (options.json) printJson({ ...place, proof });
  else process.stdout.write(proof);
}

const mostWaitMs = 5_000;

async function showEvent(text: string, options: Common): Promise<void> {
  const place = placeIn(text);
  const entry = await withHouse(options, async (house) => {
    await eventAt(house, place);
    await house.log.proofs([place], mostWaitMs);
    const [leaf] = await house.log.store.leavesOf([place]);
    if (leaf === undefined)
      throw new Stop('LOG_NOT_SIGNED', 'The event is not in the log yet; try again.', exitCodes.database);
    return { leaf, bytes: (await house.log.store.entries(leaf, leaf + 1))[0] as Uint8Array };
  });
  if (options.json) printJson({ ...place, leaf: entry.leaf, text: Buffer.from(entry.bytes).toString('utf8') });
  else process.stdout.write(entry.bytes);
}

async function rotate(options: Common): Promise<void> {
  const handed = await withHouse(options, ({ log }) => log.rotate());
  tell(handed, options, 'The log was handed to a new key, and the old one is destroyed.');
}

async function beginAnew({ origin, ...options }: Common & { readonly origin: string }): Promise<void> {
  const handed = await withHouse({ ...options, evenIfOlder: true }, ({ log }) => log.beginAnew(origin));
  tell(handed, options, `The log "${origin}" begins with the events that are here, and names the one before it.`);
}

function tell(handed: HouseHandover, { json }: Common, words: string): void {
  if (handed.outcome === 'busy')
    throw new Stop('LOG_BUSY', 'The log is being grown without pause; try again.', exitCodes.inUse);
  if (handed.outcome === 'refused') throw new Stop(handed.code, handed.why, exitCodes.refused);
  if (json) printJson({ handover: handed.handover, checkpoint: handed.checkpoint });
  else print(`${words} Whoever checks needs this note, which is also at GET /log/keys:\n\n${handed.handover}`);
}

async function eventAt({ record }: House, { stream, position }: EventPlace): Promise<void> {
  const [event] = await record.read(stream as StreamName, position);
  if (event) return;
  throw new Stop(
    'EVENT_UNKNOWN',
    `There is no event ${position} in the stream "${stream}"; the answer to a command names the stream and the positions of what it recorded.`,
    exitCodes.badInput,
  );
}

function placeIn(text: string): EventPlace {
  const [, stream, position] = /^(.+)@([1-9]\d{0,8})$/.exec(text) ?? [];
  if (stream !== undefined) return { stream, position: Number(position) };
  throw new Stop(
    'TYPED_WRONG',
    `"${text}" is no event: write stream@position, such as request/req_a@1.`,
    exitCodes.badInput,
  );
}
