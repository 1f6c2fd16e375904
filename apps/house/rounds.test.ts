import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { keepRounds } from './rounds.ts';

const [hour, minute] = [3_600_000, 60_000];

/** Rounds that end as told, one after another, and a clock that the test turns. */
function told(ends: readonly ('well' | string)[]) {
  let rounds = 0;
  const waits: number[] = [];
  const said: string[] = [];
  let wake = (): void => {};
  const close = keepRounds({
    round: async () => {
      const end = ends[rounds++] ?? 'well';
      if (end !== 'well') throw new Error(end);
    },
    everyMs: hour,
    trouble: 'It could not be done',
    say: (words) => said.push(words),
    wait: (milliseconds, stop) => {
      waits.push(milliseconds);
      return new Promise<void>((settle) => {
        wake = settle;
        stop.addEventListener('abort', () => settle());
      });
    },
  });
  const settled = () => pause(1);
  const goOn = async () => {
    wake();
    await settled();
  };
  return { rounds: () => rounds, waits, said, close, settled, goOn };
}

describe('rounds', () => {
  it('are made at once, then each hour', async () => {
    const { rounds, waits, close, settled, goOn } = told([]);
    await settled();
    await goOn();
    await goOn();
    expect(rounds()).toBe(3);
    expect(waits).toEqual([hour, hour, hour]);
    await close();
  });
  it('are tried again after a minute, and say the same trouble once, until it has passed', async () => {
    const { waits, said, close, settled, goOn } = told(['no disk', 'no disk', 'no network', 'well', 'no network']);
    await settled();
    for (let i = 0; i < 4; i++) await goOn();
    expect(waits).toEqual([minute, minute, minute, hour, minute]);
    expect(said.map((words) => words.split(': ')[1])).toEqual(['no disk', 'no network', 'no network']);
    await close();
  });
  it('stop when closed', async () => {
    const { rounds, close, settled, goOn } = told([]);
    await settled();
    await close();
    await goOn();
    expect(rounds()).toBe(1);
  });
  it('let the one under way end before they are closed', async () => {
    let ended = false;
    const close = keepRounds({
      round: async () => {
        await pause(20);
        ended = true;
      },
      everyMs: hour,
      trouble: 'It could not be done',
      say: () => {},
    });
    await close();
    expect(ended).toBe(true);
  });
});
