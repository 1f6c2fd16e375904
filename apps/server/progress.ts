import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** So many of so many done, and what is being done now. */
  readonly show: (done: number, of: number, words: string) => void;
  readonly end: () => void;
}

/** A bar on stderr for a person at a terminal; silent without one. */
export function progressBar(): Progress {
  if (!process.stderr.isTTY) return { show: () => {}, end: () => {} };
  const format = ' {bar} {percentage}% {words}';
  const bar = new SingleBar(
    { format, hideCursor: true, clearOnComplete: true, stream: process.stderr },
    Presets.shades_classic,
  );
  let started = false;
  return {
    show: (done, of, words) => {
      if (started) bar.setTotal(of);
      else bar.start(of, done, { words });
      started = true;
      bar.update(done, { words: words.slice(0, Math.max(20, (process.stderr.columns ?? 80) - 52)) });
    },
    end: () => bar.stop(),
  };
}
