import { expect, it } from 'vitest';
import { seedFrom } from './seed.ts';

it('takes the seed that is said, in continuous integration too', () => {
  expect(seedFrom({ MUSTER_SEED: '7' })).toEqual({ seed: 7 });
  expect(seedFrom({ MUSTER_SEED: '2147483647', CI: 'true' })).toEqual({ seed: 2147483647 });
});

it('draws one where none is said', () => {
  for (const environment of [{}, { MUSTER_SEED: '' }, { CI: '' }, { CI: 'false' }]) {
    expect(seedFrom(environment)).toEqual({ seed: expect.any(Number) });
  }
});

it('refuses continuous integration without a seed, in one sentence', () => {
  const fault = 'CI is set and MUSTER_SEED is not: say a seed, print it and set it, as .ci/run does.';
  expect(seedFrom({ CI: 'true' })).toEqual({ fault });
  expect(seedFrom({ CI: '1', MUSTER_SEED: '' })).toEqual({ fault });
});

it.each(['0', '-1', '1.5', 'storm', '2147483648'])('refuses the seed %s', (MUSTER_SEED) => {
  const fault = `MUSTER_SEED is "${MUSTER_SEED}": it must be a whole number from 1 to 2147483647.`;
  expect(seedFrom({ MUSTER_SEED })).toEqual({ fault });
});
