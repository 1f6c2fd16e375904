import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { exitCodes, housePlace, importBundle } from '@muster/house';
import { progressBar } from '@muster/server/progress';
import { count } from '../print/text.ts';
import { type Common, print, printJson, Stop, withHouse } from '../session.ts';
import { keyIn } from './verify.ts';

/** Writes the record into one file, signed and sealed: for outsiders, as a backup, and to move it. */
export async function exportRecord(file: string, options: Common): Promise<void> {
  const bar = progressBar();
  const exported = await withHouse(options, (_, { exportTo }) =>
    exportTo(file, (leaves, of) => bar.show(leaves, of, 'Writing the bundle')),
  ).finally(() => bar.end());
  if ('fault' in exported) throw new Stop(exported.code, exported.fault, exported.exitCode);
  if (options.json) return printJson(exported);
  const { origin, events, commands, streams, bytes, sealed } = exported;
  print(
    [
      `${exported.file} holds the record "${origin}": ${count(events)} events of ${count(commands)} commands in ${count(streams)} streams, ${count(bytes)} bytes.`,
      sealed
        ? 'It is sealed by the log. Keys are not in it: back up the files "log-key" and "person-keys" of the data folder apart from it.'
        : 'It is not sealed: the key that signs the log is not in this data folder.',
    ].join('\n'),
  );
}

/** Brings a record into an empty data folder or database. */
export async function importRecord(file: string, options: Common & { readonly key?: string }): Promise<void> {
  if (!existsSync(file)) throw new Stop('FILE_UNKNOWN', `There is no file "${file}".`, exitCodes.badInput);
  const { dataFolder, databaseUrl } = housePlace();
  const bar = progressBar();
  const imported = await importBundle({
    file,
    dataFolder: options.data ? resolve(options.data) : dataFolder,
    databaseUrl,
    key: options.key === undefined ? undefined : keyIn(options.key),
    onProgress: (done, of, words) => bar.show(done, of, words),
  }).finally(() => bar.end());
  if ('fault' in imported) throw new Stop(imported.code, imported.fault, imported.exitCode);
  if (options.json) return printJson(imported);
  const { origin, events, commands, where } = imported;
  print(
    [
      `The record "${origin}" is in ${where}: ${count(events)} events of ${count(commands)} commands, with their answers.`,
      'To go on signing it, put the file "log-key" of the former data folder into this one; to read who serves, "person-keys".',
    ].join('\n'),
  );
}
