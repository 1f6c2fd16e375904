import { describe, expect, it } from 'vitest';
import { type AddCheckpoint, addCheckpointText, readAddCheckpoint } from '../index.ts';
import { toyLog } from '../testing/toy-log.ts';
import { judgeCheckpoint, type WatchedLog } from './judge-checkpoint.ts';

const origin = 'muster.example/record';
const log = toyLog(origin, 300);

/** The request in the specification, word for word in its form. */
const example = `old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
`;

const read = (text: string): AddCheckpoint => {
  const asked = readAddCheckpoint(text);
  if (asked.outcome === 'malformed') throw new Error(asked.why);
  return asked.value;
};

describe('a request to a witness', () => {
  it('is read as the example of the specification is written, and written the same', () => {
    const asked = read(example);
    expect(asked.oldSize).toBe(20_852_014);
    expect(asked.proof).toHaveLength(4);
    expect(asked.checkpoint).toMatch(/^example.com\/behind-the-sofa\n20852163\n/);
    expect(addCheckpointText(asked)).toBe(example);
  });

  it.each([
    ['no old size', 'new 5\n\nx', 'does not say "old"'],
    ['a size with a leading zero', 'old 05\n\nx', 'without leading zeros'],
    ['a negative size', 'old -1\n\nx', 'without leading zeros'],
    ['a size too large', 'old 99999999999999999\n\nx', 'without leading zeros'],
    ['no empty line', 'old 5\nx', 'no empty line'],
    ['a hash that is none', 'old 5\nAAAA\n\nx', 'Line 2 is not the base 64 of 32 bytes'],
    ['a proof of 64 hashes', `old 5\n${`${'A'.repeat(43)}=\n`.repeat(64)}\nx`, 'at most 63 hashes'],
  ])('with %s is malformed', (_what, text, why) => {
    expect(readAddCheckpoint(text)).toMatchObject({ outcome: 'malformed', why: expect.stringContaining(why) });
  });
});

describe('a witness', () => {
  const cosignedAt = async (size: number): Promise<WatchedLog> => {
    const judged = judgeCheckpoint(read(await log.asking(0, size)), () => ({ keys: [log.key], newest: undefined }));
    if (judged.outcome === 'refuse') throw new Error(judged.why);
    return { keys: [log.key], newest: judged.checkpoint };
  };
  const judge = (asked: string, watched: WatchedLog | undefined) =>
    judgeCheckpoint(read(asked), (name) => (name === origin ? watched : undefined));
  const fresh: WatchedLog = { keys: [log.key], newest: undefined };

  it('cosigns the first checkpoint it sees, every one that holds what it cosigned, and the same again', async () => {
    for (const size of [0, 1, 2, 255, 256, 257, 300]) {
      expect(judge(await log.asking(0, size), fresh), `first ${size}`).toMatchObject({ outcome: 'cosign' });
      for (const later of [1, 2, 256, 300].filter((n) => n >= size)) {
        const judged = judge(await log.asking(size, later), await cosignedAt(size));
        expect(judged, `${size} to ${later}`).toMatchObject({ outcome: 'cosign', checkpoint: { size: later } });
      }
    }
  });

  it('answers 404 for a log it does not look after, before it looks at signatures', async () => {
    expect(judge(await log.asking(0, 5), undefined)).toMatchObject({ status: 404 });
  });

  it('answers 403 where no key of the log signed: a stranger, nobody it knows, or a signature changed', async () => {
    const stranger = toyLog('stranger.example', 1).key;
    const byStranger = addCheckpointText({ oldSize: 0, proof: [], checkpoint: await log.checkpoint(5, stranger) });
    expect(judge(byStranger, fresh)).toMatchObject({ status: 403 });
    const changed = (await log.asking(0, 5)).replace('\n5\n', '\n6\n');
    expect(judge(changed, fresh)).toMatchObject({ status: 403 });
  });

  it('passes over signatures of keys it does not know', async () => {
    const stranger = toyLog('stranger.example', 1).key;
    const line = (await log.checkpoint(5, stranger)).split('\n\n')[1];
    expect(judge((await log.asking(0, 5)) + line, fresh)).toMatchObject({ outcome: 'cosign' });
  });

  it('answers 400 where the old size is larger than the checkpoint', async () => {
    expect(judge(await log.asking(10, 5), await cosignedAt(10))).toMatchObject({ status: 400 });
  });

  it('answers 409 and its size where the old size is not what it cosigned last', async () => {
    expect(judge(await log.asking(5, 20), await cosignedAt(10))).toMatchObject({ status: 409, size: 10 });
    expect(judge(await log.asking(0, 20), await cosignedAt(10))).toMatchObject({ status: 409, size: 10 });
    expect(judge(await log.asking(5, 20), fresh)).toMatchObject({ status: 409, size: 0 });
    // A log that went back is told how far it was.
    expect(judge(await log.asking(5, 8), await cosignedAt(10))).toMatchObject({ status: 409, size: 10 });
  });

  it('answers 409 to another tree of the size it cosigned, and knows it for a contradiction', async () => {
    const other = toyLog(origin, 300, 'untold', 3);
    expect(judge(await other.asking(10, 10), await cosignedAt(10))).toMatchObject({
      status: 409,
      size: 10,
      contradicts: true,
    });
    expect(judge(await other.asking(0, 0), fresh)).toMatchObject({ outcome: 'cosign' });
  });

  it('answers 422 to a proof that does not hold, and to one where none is to be', async () => {
    const other = toyLog(origin, 300, 'untold', 3);
    const ten = await cosignedAt(10);
    expect(judge(await other.asking(10, 20), ten)).toMatchObject({ status: 422, contradicts: true });
    const honest = read(await log.asking(10, 20));
    const asked = (proof: AddCheckpoint['proof'], oldSize = 10) => addCheckpointText({ ...honest, oldSize, proof });
    expect(judge(asked([]), ten)).toMatchObject({ status: 422 });
    expect(judge(asked(honest.proof.slice(1)), ten)).toMatchObject({ status: 422 });
    expect(judge(asked([...honest.proof, honest.proof[0] as Uint8Array]), ten)).toMatchObject({ status: 422 });
    expect(judge(asked(honest.proof, 0), fresh)).toMatchObject({ status: 422 });
    const same = addCheckpointText({ ...read(await log.asking(10, 10)), proof: honest.proof });
    expect(judge(same, ten)).toMatchObject({ status: 422 });
  });

  it('answers 400 to what is no checkpoint', () => {
    for (const note of ['', 'x', 'a\nb\nc\n\n', `${origin}\n5\nAAAA\n\n— ${origin} AAAAAAAA\n`]) {
      expect(judge(`old 0\n\n${note}`, fresh)).toMatchObject({ status: 400 });
    }
  });
});
