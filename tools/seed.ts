import { randomInt } from 'node:crypto';

/**
 * The seed of everything tests draw by chance: what MUSTER_SEED says, or else one drawn now. Continuous integration
 * must say it, since a failure whose seed nobody printed cannot be repeated.
 */
export function seedFrom({
  MUSTER_SEED: said,
  CI: ci,
}: NodeJS.ProcessEnv): { readonly seed: number } | { readonly fault: string } {
  if (said) {
    const seed = Number(said);
    if (Number.isInteger(seed) && seed > 0 && seed < 2 ** 31) return { seed };
    return { fault: `MUSTER_SEED is "${said}": it must be a whole number from 1 to 2147483647.` };
  }
  if (ci && ci !== 'false') {
    return { fault: 'CI is set and MUSTER_SEED is not: say a seed, print it and set it, as .ci/run does.' };
  }
  return { seed: randomInt(1, 2 ** 31) };
}
