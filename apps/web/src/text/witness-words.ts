import type { WitnessStanding } from '../data/log-shown.ts';
import { count, counted } from './numbers.ts';

/** What it means for whoever reads the record that a witness stands so, with a log of that size. */
export function witnessWords({ state, size, words }: WitnessStanding, logSize: number): string {
  const seen = size === 0 ? 'It has cosigned nothing yet.' : `It has cosigned the first ${count(size)}.`;
  switch (state) {
    case 'cosigned':
      return size >= logSize
        ? 'It has seen all of it: nobody can be shown another history without contradicting it.'
        : `It has seen the first ${counted(size, 'event')}; the rest is put before it within seconds.`;
    case 'waiting':
      return `It has not answered yet. ${seen}`;
    case 'unreachable':
      return `It cannot be reached and is asked again. ${seen}`;
    case 'refused':
      return `It refuses to cosign: ${words ?? 'it gives no reason'}. ${seen}`;
    case 'ahead':
      return 'It has seen more of this log than is held here: an older copy was put back, and nothing is signed.';
    case 'contradicted':
      return 'It has seen another history of this log: nothing is signed until that is explained.';
  }
}
