import { type LawTaken, lawStanding } from '@muster/decision/events';
import { type Append, carryOut, type RecordPort, type Tools } from '@muster/flow';
import type { LoadedPack } from '@muster/policy-cedar';
import { type CommandId, canonicalJson, lawStream, type PartyId, type PersonId } from '@muster/terms';
import muster from '../../package.json' with { type: 'json' };

type SoundPack = Extract<LoadedPack, { outcome: 'loaded' }>;

/**
 * A record into which nothing is written but by the law that stands in it. Before the first append this house takes its
 * law into use, word for word, unless it stands already; each append then rests on that law standing still.
 */
export function underLaw(record: RecordPort, tools: Tools, taken: LawTaken['data']): RecordPort {
  let standing: Promise<number> | undefined;
  const position = (first: Append) => {
    standing ??= stand(record, tools, taken, first).catch((error) => {
      standing = undefined;
      throw error;
    });
    return standing;
  };
  return {
    ...record,
    append: async (append) => {
      const restsOn = [...append.restsOn, { stream: lawStream, position: await position(append) }];
      const appended = await record.append({ ...append, restsOn });
      if (appended.outcome === 'clashed' && appended.stream === lawStream) throw new LawMoved(taken.pack);
      return appended;
    },
  };
}

/** This program, by whose rules it decides. */
export const program = `${muster.name} ${muster.version}`;

/** The fact that a sound pack is the law in use, by the rules of this program. */
export const lawTaken = ({ law, files }: SoundPack): LawTaken['data'] => ({
  pack: law.pack,
  files: [...files].map(([path, text]) => ({ path, text })),
  program,
});

/** Thrown when another Muster on the same record has taken another law into use: what this one decides would be by the old. */
export class LawMoved extends Error {
  readonly code = 'LAW_MOVED';
  constructor(pack: string) {
    super(
      `Another Muster on this record has taken another law into use than the ${pack} of this one, which therefore decides nothing more: stop it, and start the newer Muster.`,
    );
    this.name = 'LawMoved';
  }
}

/** Where this law stands in the record; it is put there if another stands, or none. */
async function stand(record: RecordPort, tools: Tools, taken: LawTaken['data'], first: Append): Promise<number> {
  const before = await record.read(lawStream);
  const now = lawStanding(before);
  if (now && canonicalJson(now) === canonicalJson(taken)) return before.length;
  const answer = await carryOut(
    { ...tools, record },
    {
      // Two that start at once give the same command; the one that is late finds that it was answered.
      commandId: `cmd_law.${before.length + 1}` as CommandId,
      name: 'TakeLaw',
      at: first.at,
      by: { personId: 'per_flow' as PersonId, partyId: 'muster' as PartyId, role: 'flow' },
      data: taken,
    },
  );
  if (answer.outcome === 'recorded') return before.length + 1;
  throw new LawMoved(taken.pack);
}
