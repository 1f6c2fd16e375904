import type { LawPort, LawTaken } from '@muster/decision/events';
import { lawStanding } from '@muster/decision/events';
import type { Tools } from '@muster/flow';
import { lawStream, type ReadStream } from '@muster/terms';

/** Reads a law pack as the record holds it, or says in one sentence why this program cannot. */
export type ReadLaw = (taken: LawTaken['data']) => LawPort | string;

/** Thrown inside a decision that asks for a law which is not there. */
export class LawUnknown extends Error {}

/** The program by whose rules a decision was made, as the record names it; undefined in records older than that. */
export const programInUse = async (read: ReadStream): Promise<string | undefined> =>
  lawStanding(await read(lawStream))?.program;

/** The law by which a decision was made: the one last taken into use before it. */
export function lawInUse(readLaw: ReadLaw, before: LawPort | undefined): (read: ReadStream) => Promise<Tools> {
  const known = new Map<LawTaken['data'], LawPort | string>();
  return async (read) => {
    const taken = lawStanding(await read(lawStream));
    return {
      get law() {
        if (!taken) return orUnknown(before ?? 'no law had been taken into use by then');
        const law = known.get(taken) ?? readLaw(taken);
        known.set(taken, law);
        return orUnknown(law);
      },
    };
  };
}

function orUnknown(law: LawPort | string): LawPort {
  if (typeof law === 'string') throw new LawUnknown(law);
  return law;
}
