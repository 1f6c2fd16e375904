import { resolve } from 'node:path';
import { exitCodes, type House, housePlace, openHouse } from '@muster/house';

/** Options that every verb has. */
export interface Common {
  readonly json?: boolean;
  readonly data?: string;
}

export const print = (words: string): void => {
  process.stdout.write(`${words}\n`);
};

export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

/** Ends with one plain sentence on stderr, or as JSON on stdout where that was asked for. */
export class Stop extends Error {
  readonly exitCode: number;
  readonly code: string;
  constructor(code: string, words: string, exitCode: number) {
    super(words);
    this.code = code;
    this.exitCode = exitCode;
  }
}

/** Opens a house, does the work, closes it again, whatever happens. */
export async function withHouse<T>(common: Common, work: (house: House) => Promise<T>): Promise<T> {
  const place = housePlace();
  const dataFolder = common.data ? resolve(common.data) : place.dataFolder;
  const onProgress = (words: string) => process.stderr.isTTY && process.stderr.write(`${words}…\n`);
  const opened = await openHouse({ ...place, dataFolder, onProgress });
  if ('fault' in opened) throw new Stop(opened.code, opened.fault, opened.exitCode);
  const { house } = opened;
  const interrupted = () => void house.close().then(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await work(house);
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await house.close();
  }
}

export const unknownRequest = (id: string): Stop =>
  new Stop(
    'REQUEST_UNKNOWN',
    `There is no request "${id}"; \`muster request list\` shows those that exist.`,
    exitCodes.badInput,
  );
