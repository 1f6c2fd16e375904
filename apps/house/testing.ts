export * from './testing/programs.ts';

import type { RecordPort } from '@muster/flow';
import { keysInMemory, personKeys } from '@muster/person-keys';
import { loadLawPack } from '@muster/policy-cedar';
import { openMemoryRecord } from '@muster/record-memory';
import { openHighsSolver } from '@muster/solver-highs';
import { type House, house } from './house.ts';
import { lawFolder } from './law-folder.ts';

/** A house with the law and the solver that Muster ships, and a record that lives as long as the test. */
export async function houseInMemory(record: RecordPort = openMemoryRecord()): Promise<House> {
  const pack = loadLawPack(lawFolder);
  if (pack.outcome === 'faulty') throw new Error(`The law pack is faulty: ${JSON.stringify(pack.faults)}`);
  const keys = personKeys(keysInMemory());
  return house({ record, law: pack.law, solver: await openHighsSolver(), keys }, pack, 'memory', () => record.close());
}
