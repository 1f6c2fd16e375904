import { resolve } from 'node:path';
import { exitCodes, type House, housePlace, type OpenedHouse, type OpenHouse, openHouse } from '@muster/house';

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
  /** What a program reading JSON is told beside the sentence. */
  readonly more: object;
  constructor(code: string, words: string, exitCode: number, more: object = {}) {
    super(words);
    this.code = code;
    this.exitCode = exitCode;
    this.more = more;
  }
}

/** Opens a house, does the work, closes it again, whatever happens. */
export async function withHouse<T>(
  common: Common & Pick<OpenHouse, 'evenIfOlder'>,
  work: (house: House, opened: OpenedHouse) => Promise<T>,
): Promise<T> {
  const place = housePlace();
  const dataFolder = common.data ? resolve(common.data) : place.dataFolder;
  const onProgress = (words: string) => process.stderr.isTTY && process.stderr.write(`${words}…\n`);
  const opening = openHouse({ ...place, dataFolder, onProgress, ...(common.evenIfOlder ? { evenIfOlder: true } : {}) });
  let interrupted = false;
  const interrupt = async () => {
    interrupted = true;
    process.stderr.write('\nStopping; what was acknowledged is kept.\n');
    const opened = await opening;
    if ('house' in opened) await opened.house.close();
    process.exit(exitCodes.interrupted);
  };
  for (const signal of signals) process.once(signal, interrupt);
  try {
    const opened = await opening;
    if ('fault' in opened) throw new Stop(opened.code, opened.fault, opened.exitCode);
    return await work(opened.house, opened).finally(() => opened.house.close());
  } catch (error) {
    // What fails because we were interrupted is no failure: the process is about to end.
    if (interrupted) await new Promise(() => {});
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export const unknownRequest = (id: string): Stop =>
  new Stop(
    'REQUEST_UNKNOWN',
    `There is no request "${id}"; \`muster request list\` shows those that exist.`,
    exitCodes.badInput,
  );
