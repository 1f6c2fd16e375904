import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openEmbeddedPostgres } from '@muster/postgres-embedded';
import { exitCodes, type HouseFault } from './fault.ts';
import { foreignFile } from './known-files.ts';

/**
 * Empties a data folder, so that the next opening begins anew. Refused while another process uses it,
 * and when it holds anything Muster did not put there. Undefined when it is empty.
 */
export async function beginAnew(dataFolder: string): Promise<HouseFault | undefined> {
  const names = await readdir(dataFolder).catch(() => []);
  if (names.length === 0) return undefined;
  const foreign = foreignFile(names);
  if (foreign) {
    const fault = `The data folder ${dataFolder} holds "${foreign}", which Muster did not make: name another folder, or move that away.`;
    return { code: 'DATA_FOLDER_FOREIGN', fault, exitCode: exitCodes.storage };
  }
  // Opening it proves that nobody else uses it; what is broken beyond opening may be emptied too.
  const postgres = await openEmbeddedPostgres({ dataFolder });
  if (postgres.outcome === 'opened') {
    if (postgres.joined) {
      const fault = `The data folder ${dataFolder} is in use by a running Muster: stop that one, then begin anew.`;
      return { code: 'DATA_FOLDER_IN_USE', fault, exitCode: exitCodes.inUse };
    }
    await postgres.close();
  } else if (postgres.code === 'DATA_FOLDER_IN_USE') {
    return { code: postgres.code, fault: postgres.why, exitCode: exitCodes.inUse };
  }
  await Promise.all(names.map((name) => rm(join(dataFolder, name), { recursive: true, force: true })));
  return undefined;
}
