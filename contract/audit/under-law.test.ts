import { fileURLToPath } from 'node:url';
import { house } from '@muster/house';
import { houseInMemory, witnessesInMemory } from '@muster/house/testing';
import { keysInMemory, personKeys } from '@muster/person-keys';
import { loadLawPack } from '@muster/policy-cedar';
import { openMemoryRecord } from '@muster/record-memory';
import { lawStream } from '@muster/terms';
import { expect, it } from 'vitest';
import { draft, recordedIn, typesIn } from '../flow/toy-flow.ts';

const folder = fileURLToPath(new URL('../../law/us', import.meta.url));

/** A house on this record whose law pack says something else in one of its texts. */
async function otherHouse(record = openMemoryRecord()) {
  const pack = loadLawPack(folder);
  if (pack.outcome === 'faulty') throw new Error('The law pack is faulty.');
  const files = new Map([...pack.files, ['README.md', 'Another word.']]);
  const { solver, log, accounts } = await houseInMemory(record);
  const keys = personKeys(keysInMemory());
  return house(
    { record, law: pack.law, solver, keys, log, accounts, witnesses: witnessesInMemory(log.store) },
    { ...pack, files },
    'memory',
    () => record.close(),
  );
}

it('a house takes its law into use before it records anything, once, however often it is opened', async () => {
  const record = openMemoryRecord();
  await (await houseInMemory(record)).carryOut(draft('a'));
  await (await houseInMemory(record)).carryOut({ ...draft('b'), data: {} });
  await (await houseInMemory(record)).carryOut(draft('c'));
  expect(await typesIn(record)).toEqual(['LawTaken', 'RequestDrafted', 'CommandRefused']);
  const [taken] = await record.read(lawStream);
  expect(taken?.fact.data).toMatchObject({
    pack: expect.stringMatching(/^us /),
    program: expect.stringMatching(/^muster /),
  });
});

it('two that begin at once take it once', async () => {
  const record = openMemoryRecord();
  const houses = await Promise.all([houseInMemory(record), houseInMemory(record)]);
  await Promise.all(houses.map((one, i) => one.carryOut(draft(`a${i}`))));
  expect((await typesIn(record)).filter((type) => type === 'LawTaken')).toHaveLength(1);
});

it('a house whose law another has replaced decides nothing more, and says what to do', async () => {
  const record = openMemoryRecord();
  const old = await houseInMemory(record);
  await old.carryOut(draft('a'));
  await (await otherHouse(record)).carryOut(draft('b'));
  const before = await recordedIn(record);
  await expect(old.carryOut(draft('c', 'More'))).rejects.toThrow(
    /^Another Muster on this record has taken another law into use .* stop it, and start the newer Muster\.$/,
  );
  expect(await recordedIn(record)).toEqual(before);
  await (await houseInMemory(record)).carryOut(draft('d'));
  expect((await typesIn(record)).filter((type) => type === 'LawTaken')).toHaveLength(3);
});
