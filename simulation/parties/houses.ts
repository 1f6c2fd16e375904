import type { LawPort } from '@muster/decision';
import {
  type Answer,
  carryOut,
  followOpen,
  lapseSilent,
  planRequest,
  type RecordPort,
  remindSilent,
} from '@muster/flow';
import type { ProblemSolver } from '@muster/plan';
import type { Instant, RequestId } from '@muster/terms';
import type { Reach } from '../world/server.ts';
import { type Said, sourcing } from './command.ts';
import { type Care, type OneRequest, requestIds } from './deed.ts';
import { planGreedily } from './greedy-plan.ts';

/** What a server does with what it is given, over the record as it reaches it. */
export interface Houses {
  carryOut(record: RecordPort, commandId: string, said: Said, at: Instant): Promise<Answer>;
  plan(record: RecordPort, id: string, requestId: OneRequest, careless: readonly Care[], at: Instant): Promise<Answer>;
  keepDates(reach: Reach, at: Instant): Promise<void>;
  /** What ought to have followed, and did not. */
  followOpen(reach: Reach): Promise<void>;
  /** One step of the log's integrator. */
  keepLog(reach: Reach): Promise<void>;
}

export interface OpenHouses {
  readonly law: LawPort;
  /** Makes the plans; without, they are made by hand. */
  readonly solver?: ProblemSolver | undefined;
  /** Told of every answer, whether or not anybody hears it. */
  readonly answered: (name: string, answer: Answer) => void;
}

export function openHouses({ law, solver, answered }: OpenHouses): Houses {
  return {
    async carryOut(record, commandId, said, at) {
      const answer = await carryOut({ record, law }, { commandId: commandId as never, at, ...said });
      answered(said.name, answer);
      return answer;
    },
    async plan(record, id, requestId, careless, at) {
      const travel = { orderOn: '2025-05-20', travelKmPerDay: 2000 };
      const order = { commandId: `cmd_${id}`, planId: `pln_${id}`, requestId, at, by: sourcing, ...travel } as never;
      const planned = await (solver
        ? planRequest({ record, law, solver }, order)
        : planGreedily({ record, law }, order, careless));
      if (planned.outcome === 'unsolved') throw new Error(planned.why);
      answered('Plan', planned);
      return planned;
    },
    async keepDates({ record }, at) {
      for (const requestId of requestIds) {
        await lapseSilent({ record, law }, requestId as RequestId, at);
        await remindSilent({ record, law }, requestId as RequestId, at);
      }
    },
    async followOpen({ record }) {
      await followOpen({ record, law }, undefined);
    },
    async keepLog({ keeper }) {
      await keeper.step();
    },
  };
}
