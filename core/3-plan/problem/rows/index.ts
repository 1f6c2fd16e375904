import type { CompiledProblem } from '../compile-problem.ts';
import { ceilings } from './ceilings.ts';
import { limits } from './limits.ts';
import { lineCount } from './line-count.ts';
import { lineMinimum } from './line-minimum.ts';
import { mostChanges } from './most-changes.ts';
import { pins } from './pins.ts';
import { poolDays } from './pool-days.ts';
import { poolStrength } from './pool-strength.ts';
import { reserveFloor } from './reserve-floor.ts';
import type { RowFamily } from './row-family.ts';

/** Every rule that uses of people must keep to; the first one is always `line-count`. */
export const rowFamilies = (c: CompiledProblem): readonly RowFamily[] =>
  [lineCount, lineMinimum, poolStrength, poolDays, reserveFloor, limits, pins, mostChanges, ceilings].map((family) =>
    family(c),
  );
