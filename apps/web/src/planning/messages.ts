import type { SolveProgress } from '@muster/plan';
import type { PlanProblem, Supposition } from '@muster/plan/problem';
import type { WhatIfAnswer } from './what-if.ts';

export type { PlanDifference, Supposition } from '@muster/plan/problem';
export type { WhatIfAnswer } from './what-if.ts';

/** What the planning thread is told: first the problem, then any number of what-ifs about it. */
export type ToThread = { readonly problem: PlanProblem } | { readonly supposed: Supposition };

/** What it tells: how far it is, any number of times, then the answer to each what-if. */
export type FromThread =
  | { readonly progress: SolveProgress; readonly plan: 'now' | 'supposed' }
  | { readonly answer: WhatIfAnswer };
