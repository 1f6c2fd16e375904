import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '@muster/terms';
import { describe, expect, it } from 'vitest';
import { keepDates } from './keep-dates.ts';

/** A house whose rounds end as told, one after another, and a clock that the test turns. */
function told(ends: readonly ('well' | string)[]) {
  const rounds: Instant[] = [];
  const waits: number[] = [];
  const said: string[] = [];
  let wake = (): void => {};
  const close = keepDates({
    house: {
      keepDates: async (at) => {
        const end = ends[rounds.push(at) - 1] ?? 'well';
        if (end !== 'well') throw new Error(end);
        return { lapsed: 0, reminded: 0 };
      },
    },
    now: () => `2025-05-01T0${rounds.length}:00:00Z` as Instant,
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
  return { rounds, waits, said, close, settled, goOn };
}

const [hour, minute] = [3_600_000, 60_000];

describe('the keeping of dates', () => {
  it('looks at once, then each hour, by the clock it is given', async () => {
    const { rounds, waits, close, settled, goOn } = told([]);
    await settled();
    await goOn();
    await goOn();
    expect(rounds).toEqual(['2025-05-01T00:00:00Z', '2025-05-01T01:00:00Z', '2025-05-01T02:00:00Z']);
    expect(waits).toEqual([hour, hour, hour]);
    await close();
  });
  it('tries again after a minute, and says the same trouble once, until it has passed', async () => {
    const { waits, said, close, settled, goOn } = told(['no disk', 'no disk', 'no network', 'well', 'no network']);
    await settled();
    for (let i = 0; i < 4; i++) await goOn();
    expect(waits).toEqual([minute, minute, minute, hour, minute]);
    expect(said.map((words) => words.split(': ')[1])).toEqual(['no disk', 'no network', 'no network']);
    await close();
  });
  it('stops when closed, and looks no more', async () => {
    const { rounds, close, settled, goOn } = told([]);
    await settled();
    await close();
    await goOn();
    expect(rounds).toHaveLength(1);
  });
  it('lets the round it is in end before it is closed', async () => {
    let ended = false;
    const close = keepDates({
      house: {
        keepDates: async () => {
          await pause(20);
          ended = true;
          return { lapsed: 0, reminded: 0 };
        },
      },
      now: () => '2025-05-01T00:00:00Z' as Instant,
      say: () => {},
    });
    await close();
    expect(ended).toBe(true);
  });
});
