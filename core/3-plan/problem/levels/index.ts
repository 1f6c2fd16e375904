import type { CompiledProblem } from '../compile-problem.ts';
import type { ObjectiveName } from '../plan-problem.ts';
import { arrival } from './arrival.ts';
import { burden } from './burden.ts';
import { changes } from './changes.ts';
import { cost } from './cost.ts';
import { fill } from './fill.ts';
import { lean } from './lean.ts';
import type { Level, LevelOf } from './level.ts';
import { splits } from './splits.ts';
import { travel } from './travel.ts';
import { wishes } from './wishes.ts';

const all: Readonly<Record<ObjectiveName, LevelOf>> = {
  lean,
  fill,
  arrival,
  travel,
  cost,
  burden,
  wishes,
  changes,
  splits,
};

/** The levels of a problem, in the order it names them. */
export const levelsOf = (c: CompiledProblem): readonly Level[] => c.problem.objectives.map((name) => all[name](c));
