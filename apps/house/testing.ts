export * from './testing/programs.ts';

import { accountsInMemory } from '@muster/accounts-sql';
import type { RecordPort } from '@muster/flow';
import { type LogStore, signingKey, verifierKeyText } from '@muster/log';
import { keysInMemory, personKeys } from '@muster/person-keys';
import { loadLawPack } from '@muster/policy-cedar';
import { openMemoryRecord } from '@muster/record-memory';
import { type House, house } from './house.ts';
import { type HouseLog, houseLog } from './house-log.ts';
import { type HouseWitnesses, type HouseWitnessesMeans, houseWitnesses } from './house-witnesses.ts';
import { lawFolder } from './law-folder.ts';
import { openSolver } from './solver/index.ts';

/** A house with the law and the solver that Muster ships, and a record that lives as long as the test. */
export async function houseInMemory(
  record: RecordPort & { readonly log?: LogStore } = openMemoryRecord(),
): Promise<House> {
  const pack = loadLawPack(lawFolder);
  if (pack.outcome === 'faulty') throw new Error(`The law pack is faulty: ${JSON.stringify(pack.faults)}`);
  const keys = personKeys(keysInMemory());
  const log = logInMemory(record.log);
  const witnesses = witnessesInMemory(log.store);
  const parts = {
    record,
    law: pack.law,
    solver: await openSolver(),
    keys,
    log,
    witnesses,
    accounts: accountsInMemory(),
  };
  return house(parts, pack, 'memory', () => record.close());
}

/** The witnesses of a log, with what is remembered of them in memory; none unless told. */
export function witnessesInMemory(
  store: LogStore,
  witnesses: HouseWitnessesMeans['witnesses'] = async () => [],
  over: Partial<HouseWitnessesMeans> = {},
): HouseWitnesses {
  let remembered: unknown;
  const memory = {
    load: async () => remembered,
    save: async (kept: unknown) => {
      remembered = kept;
    },
  };
  const guard = { where: 'memory', newest: async () => undefined, keep: async () => {} };
  return houseWitnesses({ store, witnesses, guard, memory, nowMs: () => performance.now(), ...over });
}

/** A log whose key everybody knows; of a record without one, an empty log. */
export function logInMemory(store: LogStore = openMemoryRecord().log): HouseLog {
  let signing = signingKey('muster.example/memory', 'ed25519', new Uint8Array(32).fill(1));
  let next = signing;
  return houseLog({
    store,
    guards: [],
    keyPlace: {
      open: async (last) => {
        if (last === verifierKeyText(next)) signing = next;
        return { outcome: 'opened', key: signing };
      },
      next: async (origin) => {
        next = signingKey(
          origin,
          'ed25519',
          signing.seed.map((byte) => byte + 1),
        );
        return { outcome: 'opened', key: next };
      },
    },
  });
}
