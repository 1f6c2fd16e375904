import { openHighsSolver } from '@muster/solver-highs';
import { describeSolverContract } from './describe-solver-contract.ts';

describeSolverContract('HiGHS (wasm)', openHighsSolver);
