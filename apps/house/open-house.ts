import { join, resolve } from 'node:path';
import { finishErasures } from '@muster/flow';
import { openKeyFolder, personKeys } from '@muster/person-keys';
import { faultText, loadLawPack } from '@muster/policy-cedar';
import { isCannotOpen, openEmbeddedPostgres } from '@muster/postgres-embedded';
import { isCannotOpenRecord, openSqlRecord, type SqlRecord } from '@muster/record-sql';
import { openHighsThread } from '@muster/solver-highs';
import { exitCodes, faultOf, type HouseFault } from './fault.ts';
import { type House, house } from './house.ts';
import { lawFolder } from './law-folder.ts';

export interface OpenHouse {
  /** Where everything is kept, unless `databaseUrl` is given. */
  readonly dataFolder: string;
  /** A PostgreSQL 15 or newer of one's own, instead of the embedded one. */
  readonly databaseUrl?: string | undefined;
  /** Where the keys of those who serve are kept; `person-keys` in the data folder unless told. */
  readonly keyFolder?: string | undefined;
  readonly onProgress?: (words: string) => void;
}

/** A house, and whether its database is one that another process runs. */
export interface OpenedHouse {
  readonly house: House;
  readonly joined: boolean;
  /** Settles when the embedded database ended without our asking. */
  readonly ended: Promise<void>;
}

/** What the surroundings say: `DATABASE_URL`, `MUSTER_PERSON_KEYS`, and `MUSTER_DATA` (`./data` unless set). */
export const housePlace = (
  environment: NodeJS.ProcessEnv = process.env,
): Pick<OpenHouse, 'dataFolder' | 'databaseUrl' | 'keyFolder'> => ({
  dataFolder: resolve(environment.MUSTER_DATA || 'data'),
  databaseUrl: environment.DATABASE_URL || undefined,
  keyFolder: environment.MUSTER_PERSON_KEYS ? resolve(environment.MUSTER_PERSON_KEYS) : undefined,
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
  const { record, where, joined, ended, closePlace } = place;
  const keys = personKeys(await openKeyFolder(options.keyFolder ?? join(options.dataFolder, 'person-keys')));
  // An erasure that was recorded is done, whatever stopped the one who gave it.
  await finishErasures({ record, keys });
  const solver = openHighsThread();
  const close = async () => {
    await solver.close();
    await record.close();
    await closePlace();
  };
  return { house: house({ record, law: pack.law, solver, keys }, pack, where, close), joined, ended };
}

interface Place {
  readonly record: SqlRecord;
  readonly where: string;
  readonly joined: boolean;
  readonly ended: Promise<void>;
  readonly closePlace: () => Promise<void>;
}

async function openPlace(options: OpenHouse, onProgress: (words: string) => void): Promise<Place | HouseFault> {
  const { dataFolder, databaseUrl } = options;
  if (databaseUrl) {
    const record = await openSqlRecord({ ownerUrl: databaseUrl, appUrl: databaseUrl });
    if (isCannotOpenRecord(record)) return faultOf(record);
    const where = 'the database that DATABASE_URL names';
    return { record, where, joined: false, ended: new Promise(() => {}), closePlace: async () => {} };
  }
  const postgres = await openEmbeddedPostgres({ dataFolder, onProgress });
  if (isCannotOpen(postgres)) return faultOf(postgres);
  const record = await openSqlRecord(postgres);
  if (isCannotOpenRecord(record)) {
    await postgres.close();
    return faultOf(record);
  }
  const { joined, ended } = postgres;
  return { record, where: dataFolder, joined, ended, closePlace: () => postgres.close() };
}
