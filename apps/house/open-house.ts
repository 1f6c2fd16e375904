import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type Accounts, openAccounts } from '@muster/accounts-sql';
import { finishErasures } from '@muster/flow';
import type { Jobs } from '@muster/jobs-graphile';
import { isKeyName, verifierKeyText } from '@muster/log';
import {
  checkpointFile,
  makeSigningKey,
  openSigningKey,
  readWitnessList,
  takeNextKey,
  witnessedFile,
  writeNextKey,
} from '@muster/log-files';
import { openKeyFolder, personKeys } from '@muster/person-keys';
import { faultText, loadLawPack } from '@muster/policy-cedar';
import { isCannotOpen, openEmbeddedPostgres } from '@muster/postgres-embedded';
import { isCannotOpenRecord, type OpenSqlRecord, openSqlRecord, type SqlRecord } from '@muster/record-sql';
import { witnessOverHttp } from '@muster/witness-http';
import { type ExportedBundle, exportBundle } from './export-bundle.ts';
import { exitCodes, faultOf, type HouseFault } from './fault.ts';
import { type House, type HouseMeter, house } from './house.ts';
import { type HouseLog, houseLog } from './house-log.ts';
import { type HouseWitnesses, houseWitnesses } from './house-witnesses.ts';
import { lawFolder } from './law-folder.ts';
import { openSolverThread } from './solver/index.ts';

export interface OpenHouse {
  /** Where everything is kept, unless `databaseUrl` is given. */
  readonly dataFolder: string;
  /** A PostgreSQL 15 or newer of one's own, instead of the embedded one. */
  readonly databaseUrl?: string | undefined;
  /** Where the keys of those who serve are kept; `person-keys` in the data folder unless told. */
  readonly keyFolder?: string | undefined;
  /** What the log is to be called when it is begun, such as `muster.example/record`; by chance unless told. */
  readonly logOrigin?: string | undefined;
  /** Opens a record that is older than what was signed, too: for what mends it. */
  readonly evenIfOlder?: boolean;
  readonly onProgress?: (words: string) => void;
  /** Told, in a sentence, that the embedded database ended, and that it runs again. */
  readonly onTrouble?: (words: string) => void;
  /** Opens what is done later too: for servers, which do it. */
  readonly withJobs?: boolean;
  /** Is told what is appended and planned, and how long it took. */
  readonly meter?: HouseMeter | undefined;
}

/** A house, and whether its database is one that another process runs. */
export interface OpenedHouse {
  readonly house: House;
  readonly joined: boolean;
  /** Signs what is recorded, if the key is here, and writes it all into one file. */
  exportTo(file: string, onProgress?: (leaves: number, of: number) => void): Promise<ExportedBundle>;
  /** Settles, with why, when the embedded database ended and is not started again. */
  readonly ended: Promise<HouseFault>;
}

/** What the surroundings say: `DATABASE_URL`, `MUSTER_PERSON_KEYS`, `MUSTER_LOG_ORIGIN`, and `MUSTER_DATA` (`./data` unless set). */
export const housePlace = (
  environment: NodeJS.ProcessEnv = process.env,
): Pick<OpenHouse, 'dataFolder' | 'databaseUrl' | 'keyFolder' | 'logOrigin'> => ({
  dataFolder: resolve(environment.MUSTER_DATA || 'data'),
  databaseUrl: environment.DATABASE_URL || undefined,
  keyFolder: environment.MUSTER_PERSON_KEYS ? resolve(environment.MUSTER_PERSON_KEYS) : undefined,
  logOrigin: environment.MUSTER_LOG_ORIGIN || undefined,
});

/** Opens the law, the record and the solver together; what stands in the way comes back as one plain sentence. */
export async function openHouse(options: OpenHouse): Promise<OpenedHouse | HouseFault> {
  const onProgress = options.onProgress ?? (() => {});
  onProgress('Reading the law');
  const pack = loadLawPack(lawFolder);
  if (pack.outcome === 'faulty') {
    return { code: 'LAW_FAULTY', fault: pack.faults.map(faultText).join('\n'), exitCode: exitCodes.badInput };
  }
  onProgress('Opening the record');
  const place = await openPlace(options, onProgress);
  if ('fault' in place) return place;
  const { record, where, joined, ended } = place;
  const accounts = await accountsBeside(record, place.urls);
  if ('fault' in accounts) {
    await record.close();
    await place.closePlace();
    return accounts;
  }
  const closePlace = async () => {
    await accounts.close();
    await place.closePlace();
  };
  const list = await readWitnessList(options.dataFolder);
  if (list.outcome === 'refused') {
    await record.close();
    await closePlace();
    return { code: list.code, fault: list.why, exitCode: exitCodes.badInput };
  }
  const witnesses = witnessesOf(record, options);
  const log = logOf(record, witnesses, options);
  const trouble = await troubleOf(log, options);
  if (trouble) {
    await record.close();
    await closePlace();
    return trouble;
  }
  const jobs = options.withJobs ? await jobsBeside(place.urls) : undefined;
  const keys = personKeys(await openKeyFolder(options.keyFolder ?? join(options.dataFolder, 'person-keys')));
  // An erasure that was recorded is done, whatever stopped the one who gave it.
  await finishErasures({ record, keys });
  const solver = openSolverThread();
  // A thread of its own: what is decided waits for no plan that is being made.
  const levelChecker = openSolverThread();
  const close = async () => {
    await jobs?.close();
    await solver.close();
    await levelChecker.close();
    await record.close();
    await closePlace();
  };
  const exportTo: OpenedHouse['exportTo'] = async (file, onProgress) => {
    // Where nothing is signed here, what was signed already goes out.
    for (let step = await log.keep(); step.outcome === 'kept' && step.grew > 0; ) step = await log.keep();
    const signing = await openSigningKey(options.dataFolder);
    const key = signing.outcome === 'opened' ? signing.key : undefined;
    return exportBundle({ record, log: record.log, file, key, ...(onProgress && { onProgress }) });
  };
  const { rebuildViews, health, figures } = record;
  const watched = { rebuildViews, health, figures, meter: options.meter };
  const parts = { record, law: pack.law, solver, levelChecker, keys, log, witnesses, accounts, jobs, ...watched };
  return { house: house(parts, pack, where, close), exportTo, joined, ended };
}

function witnessesOf(record: SqlRecord, { dataFolder }: OpenHouse): HouseWitnesses {
  return houseWitnesses({
    store: record.log,
    witnesses: async () => {
      const list = await readWitnessList(dataFolder);
      if (list.outcome === 'refused') throw new Error(list.why);
      return list.witnesses.map(({ url, key }) => ({ url, key, port: witnessOverHttp(url) }));
    },
    guard: checkpointFile(dataFolder),
    memory: witnessedFile(dataFolder),
    nowMs: () => performance.now(),
  });
}

function logOf(record: SqlRecord, witnesses: HouseWitnesses, { dataFolder, logOrigin }: OpenHouse): HouseLog {
  return houseLog({
    barred: witnesses.barred,
    store: record.log,
    guards: [checkpointFile(dataFolder)],
    keyPlace: {
      open: async (last) => {
        const file = await takeNextKey(dataFolder, (key) => verifierKeyText(key) === last);
        if (file.outcome !== 'missing' || last !== undefined) return file;
        return makeSigningKey(dataFolder, logOrigin ?? `muster.local/${randomBytes(6).toString('hex')}`);
      },
      next: (origin) => writeNextKey(dataFolder, origin),
    },
  });
}

/** Nobody works on a record that contradicts what was signed: it would go on as if that had never happened. */
async function troubleOf(log: HouseLog, { logOrigin, evenIfOlder }: OpenHouse): Promise<HouseFault | undefined> {
  if (logOrigin !== undefined && !isKeyName(logOrigin)) {
    const fault = `MUSTER_LOG_ORIGIN says "${logOrigin}", and a log's name has no space and no plus: write it as muster.example/record.`;
    return { code: 'LOG_ORIGIN_INVALID', fault, exitCode: exitCodes.badInput };
  }
  const trouble = evenIfOlder ? undefined : await log.check();
  return trouble && faultOf(trouble);
}

/** Loaded where it is needed: the command line does without, and starts sooner. */
async function jobsBeside(urls: OpenSqlRecord): Promise<Jobs> {
  const { openJobs } = await import('@muster/jobs-graphile');
  return openJobs(urls);
}

async function accountsBeside(record: SqlRecord, urls: OpenSqlRecord): Promise<Accounts | HouseFault> {
  try {
    const accounts = await openAccounts(urls);
    return 'outcome' in accounts ? faultOf(accounts) : accounts;
  } catch (error) {
    const health = await record.health();
    if (health.state === 'ill') return faultOf(health);
    throw error;
  }
}

interface Place {
  readonly urls: OpenSqlRecord;
  readonly record: SqlRecord;
  readonly where: string;
  readonly joined: boolean;
  readonly ended: Promise<HouseFault>;
  readonly closePlace: () => Promise<void>;
}

async function openPlace(options: OpenHouse, onProgress: (words: string) => void): Promise<Place | HouseFault> {
  const { dataFolder, databaseUrl, onTrouble } = options;
  if (databaseUrl) {
    const urls = { ownerUrl: databaseUrl, appUrl: databaseUrl };
    const record = await openSqlRecord(urls);
    if (isCannotOpenRecord(record)) return faultOf(record);
    const where = 'the database that DATABASE_URL names';
    return { urls, record, where, joined: false, ended: new Promise(() => {}), closePlace: async () => {} };
  }
  const postgres = await openEmbeddedPostgres({ dataFolder, onProgress, ...(onTrouble && { onTrouble }) });
  if (isCannotOpen(postgres)) return faultOf(postgres);
  const record = await openSqlRecord(postgres);
  if (isCannotOpenRecord(record)) {
    await postgres.close();
    return faultOf(record);
  }
  const { joined } = postgres;
  const closePlace = () => postgres.close();
  return { urls: postgres, record, where: dataFolder, joined, ended: postgres.ended.then(faultOf), closePlace };
}
