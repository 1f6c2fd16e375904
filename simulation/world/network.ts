import type { Chance } from './chance.ts';
import type { Timeline } from './timeline.ts';

/** How badly things go, each as a share of messages or moments. */
export interface Weather {
  readonly drops: number;
  readonly doubles: number;
  /** Messages that take seconds, and so overtake or outlive what was sent after them. */
  readonly lates: number;
  /** How often the database dies at an append: the append is then kept or not, and nobody is told. */
  readonly deaths: number;
}

export const calm: Weather = { drops: 0, doubles: 0, lates: 0, deaths: 0 };

/** What a caller meets instead of an answer: nobody can tell whether what was asked was done. */
export class NoAnswer extends Error {}

export interface Network {
  /**
   * Asks somebody far away, who may only look, or may act. The question or the answer may be late, doubled or lost: then
   * there is no answer in time. A look happens at one moment, so its way back is left out: it is the same as a longer way to
   * whatever is asked next.
   */
  ask<T>(kind: 'look' | 'act', far: () => Promise<T>, patienceMs: number): Promise<T>;
  weather(): Weather;
  /** From now on. */
  setWeather(weather: Weather): void;
}

export function network({ after }: Timeline, chance: Chance, first: Weather): Network {
  let weather = first;
  const takes = (): number => (chance.often(weather.lates) ? chance.whole(500, 9_000) : chance.whole(1, 40));
  const isLost = (): boolean => chance.often(weather.drops);

  return {
    ask: (kind, far, patienceMs) =>
      new Promise((settle, fail) => {
        let isAnswered = false;
        const giveUp = (inMs: number) =>
          after(inMs, () => {
            if (!isAnswered) fail(new NoAnswer('No answer came in time.'));
          });
        if (isLost()) return giveUp(patienceMs);
        const there = takes();
        // A doubled question is asked twice, and its second answer is read by nobody.
        if (kind === 'act' && chance.often(weather.doubles)) after(there + takes(), () => void far().catch(() => {}));
        const back = kind === 'look' ? 0 : takes();
        if (there + back > patienceMs || (kind === 'act' && isLost())) {
          giveUp(patienceMs);
          after(there, () => void far().catch(() => {}));
          return;
        }
        // Whoever is asked may die over it.
        if (kind === 'act') giveUp(patienceMs);
        after(there, () =>
          far()
            .then(
              (value) => (back === 0 ? settle(value) : after(back, () => settle(value))),
              (error: unknown) => after(back, () => fail(error)),
            )
            .finally(() => {
              isAnswered = true;
            }),
        );
      }),
    weather: () => weather,
    setWeather: (next) => {
      weather = next;
    },
  };
}
