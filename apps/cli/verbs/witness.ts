import { resolve } from 'node:path';
import { exitCodes, housePlace } from '@muster/house';
import { readVerifierKey, verifierKeyText } from '@muster/log';
import { addWitness, makeWitnessFolder, openWitnessFolder, type WitnessFolder, witnessPlace } from '@muster/log-files';
import { serveWitness } from '@muster/witness';
import type { Command } from 'commander';
import { columns } from '../print/text.ts';
import { type Common, print, printJson, Stop, withHouse } from '../session.ts';

type MakeVerb = (parent: Command, name: string, description: string) => Command;

/** What a party does that witnesses another's log: a folder of its own, and no database. */
export function addWitnessVerbs(program: Command, verb: MakeVerb): void {
  const witness = program.command('witness').description("watch another party's log, and cosign it");
  const inFolder = ['--folder <folder>', "the witness's own folder"] as const;
  verb(witness, 'init', 'make a witness: its folder, its key and its name')
    .requiredOption(...inFolder)
    .requiredOption('--name <name>', 'such as witness.example/w1; it cannot be changed')
    .action(init);
  verb(witness, 'add-log', 'look after a log from now on, or take a further key of it')
    .requiredOption(...inFolder)
    .requiredOption('--key <key>', "the log's key, as `muster log show` prints it")
    .action(addLog);
  verb(witness, 'list', 'the logs it looks after, and how far it has cosigned each')
    .requiredOption(...inFolder)
    .action(list);
  verb(witness, 'serve', 'cosign over HTTP (C2SP tlog-witness) until stopped')
    .requiredOption(...inFolder)
    .option('--port <n>', 'the port', '4700')
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .action(serve);
}

/** What the party whose log it is does about witnesses. */
export function addWitnessesOfLogVerbs(log: Command, verb: MakeVerb): void {
  verb(log, 'witnesses', 'who has cosigned the log, how far and when').action(showWitnesses);
  verb(log, 'add-witness', 'ask a witness to cosign each new checkpoint; a running server does so within seconds')
    .requiredOption('--url <url>', 'where it answers, such as https://witness.example/')
    .requiredOption('--key <key>', "the witness's key, as `muster witness init` printed it")
    .action(nameWitness);
}

interface InFolder {
  readonly folder: string;
  readonly json?: boolean;
}

async function open(options: InFolder): Promise<WitnessFolder> {
  const opened = await openWitnessFolder(resolve(options.folder));
  if (opened.outcome === 'refused') throw new Stop(opened.code, opened.why, exitCodes.badInput);
  return opened;
}

async function init(options: InFolder & { readonly name: string }): Promise<void> {
  if (!/^[^\s+\p{Cc}]+$/u.test(options.name)) {
    const words = `"${options.name}" cannot name a witness: write it without space and plus, such as witness.example/w1.`;
    throw new Stop('WITNESS_NAME_INVALID', words, exitCodes.badInput);
  }
  const made = await makeWitnessFolder(resolve(options.folder), options.name);
  if (made.outcome === 'refused') throw new Stop(made.code, made.why, exitCodes.badInput);
  const key = verifierKeyText(made.key);
  if (options.json) printJson({ name: options.name, key });
  else print(`The witness ${options.name} is made. Its key, to give to those whose logs it watches:\n${key}`);
}

async function addLog(options: InFolder & { readonly key: string }): Promise<void> {
  const folder = await open(options);
  const read = readVerifierKey(options.key);
  if (read.outcome === 'malformed' || read.value.type !== 'ed25519') {
    const why = read.outcome === 'malformed' ? read.why : `The key of ${read.value.name} is that of a witness.`;
    throw new Stop('LOG_KEY_INVALID', why, exitCodes.badInput);
  }
  await folder.addKey(read.value);
  if (options.json) printJson({ origin: read.value.name });
  else print(`The log ${read.value.name} is looked after from now on.`);
}

async function list(options: InFolder): Promise<void> {
  const logs = (await (await open(options)).logs()).map(({ origin, keys, newest }) => ({
    origin,
    keys: keys.length,
    size: Number(newest?.split('\n')[1] ?? 0),
  }));
  if (options.json) printJson(logs);
  else if (logs.length === 0) print('It looks after no log yet: `muster witness add-log`.');
  else print(columns([['log', 'keys', 'cosigned'], ...logs.map((l) => [l.origin, l.keys, l.size])]));
}

async function serve(options: InFolder & { readonly port: string; readonly host: string }): Promise<void> {
  if (!/^\d+$/.test(options.port) || Number(options.port) > 65_535) {
    throw new Stop('PORT_INVALID', `The port "${options.port}" is not a number from 0 to 65535.`, exitCodes.badInput);
  }
  const folder = await open(options);
  const serving = await serveWitness({
    folder,
    host: options.host,
    port: Number(options.port),
    nowSeconds: () => Math.floor(Date.now() / 1000),
    say: (words) => process.stderr.write(`${words}\n`),
  });
  if (serving.outcome === 'refused') throw new Stop(serving.code, serving.why, exitCodes.inUse);
  if (options.json) printJson({ url: serving.url, key: verifierKeyText(folder.key) });
  else print(`The witness ${folder.key.name} answers at ${serving.url}. Ctrl-C stops it.`);
  await new Promise<void>((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => settle());
  });
  await serving.close();
}

async function showWitnesses(options: Common): Promise<void> {
  const standings = await withHouse(options, (house) => house.witnesses.standings());
  if (options.json) return printJson(standings);
  if (standings.length === 0) return print('No witness is asked: `muster log add-witness` names one.');
  const rows = standings.map(({ name, state, size, signedAt, url, words }) => [
    name,
    state,
    size,
    signedAt?.slice(0, 16).replace('T', ' ') ?? 'never',
    words ?? url,
  ]);
  print(columns([['witness', 'state', 'events', 'signed', ''], ...rows]));
}

async function nameWitness(options: Common & { readonly url: string; readonly key: string }): Promise<void> {
  const place = witnessPlace(options.url, options.key);
  if ('why' in place) throw new Stop('WITNESS_INVALID', `${place.why}.`.replace(/\.\.$/, '.'), exitCodes.badInput);
  const dataFolder = options.data ? resolve(options.data) : housePlace().dataFolder;
  const list = await addWitness(dataFolder, place);
  if (list.outcome === 'refused') throw new Stop(list.code, list.why, exitCodes.badInput);
  if (options.json) printJson(list.witnesses.map(({ url, key }) => ({ url, name: key.name })));
  else print(`${place.key.name} is asked to cosign each new checkpoint, within seconds where the server runs.`);
}
