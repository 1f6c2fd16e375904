import {
  type Judgement,
  judgeCheckpoint,
  noteText,
  openCheckpoint,
  readAddCheckpoint,
  readNote,
  signNote,
  type WatchedLog,
} from '@muster/log';
import type { WitnessedLog, WitnessFolder } from '@muster/log-files';

/** What a witness answers, over whatever wire. */
export interface WitnessAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export interface WitnessDesk {
  /** Cosigns a checkpoint, or says why not. One at a time: what is checked is still so when it is kept. */
  addCheckpoint(body: string): Promise<WitnessAnswer>;
  /** The newest checkpoint it cosigned of a log. */
  newest(origin: string): Promise<WitnessAnswer>;
}

/** A witness over its folder. `nowSeconds` is since 1970. */
export function witnessDesk(folder: WitnessFolder, nowSeconds: () => number): WitnessDesk {
  let before: Promise<unknown> = Promise.resolve();
  const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => {
    const done = before.then(work);
    before = done.catch(() => {});
    return done;
  };

  async function judge(body: string): Promise<WitnessAnswer> {
    const asked = readAddCheckpoint(body);
    if (asked.outcome === 'malformed') return words(400, asked.why);
    const { checkpoint } = asked.value;
    const origin = checkpoint.split('\n')[0] ?? '';
    const log = await folder.log(origin);
    const watched = log && watchedLog(log);
    if (watched === 'damaged') {
      return words(
        500,
        `What this witness cosigned last of "${origin}" cannot be read, so it cosigns nothing more of it.`,
      );
    }
    const judged = judgeCheckpoint(asked.value, (name) => (name === origin ? watched : undefined));
    if (judged.outcome === 'refuse') {
      if (judged.contradicts) await folder.keepContradiction(origin, body);
      return refusal(judged);
    }
    const signature = signNote(judged.text, folder.key, nowSeconds());
    // Once each what the log signed with keys we trust, and our own: what strangers added is not passed on.
    const read = readNote(judged.note);
    const signed = read.outcome === 'read' ? read.value.signatures : [];
    const its = (log?.keys ?? []).flatMap(
      (key) => signed.find(({ name, keyId }) => key.name === name && key.id === keyId) ?? [],
    );
    await folder.keep(origin, noteText({ text: judged.text, signatures: [...its, signature] }));
    const [, line = ''] = noteText({ text: judged.text, signatures: [signature] }).split('\n\n');
    return { status: 200, contentType: 'text/plain; charset=utf-8', body: line };
  }

  return {
    addCheckpoint: (body) => oneAtATime(() => judge(body)),
    newest: async (origin) => {
      const log = await folder.log(origin);
      if (log?.newest !== undefined) return { status: 200, contentType: 'text/plain; charset=utf-8', body: log.newest };
      return words(404, log ? 'Nothing was cosigned of it yet.' : 'This witness does not look after that log.');
    },
  };
}

/** Fails closed: a witness that does not know what it cosigned could cosign its contrary. */
function watchedLog({ origin, keys, newest }: WitnessedLog): WatchedLog | 'damaged' {
  if (newest === undefined) return { keys, newest: undefined };
  const opened = openCheckpoint(newest, origin, keys);
  return opened.outcome === 'verified' ? { keys, newest: opened.checkpoint } : 'damaged';
}

const words = (status: number, why: string): WitnessAnswer => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body: `${why}\n`,
});

const refusal = ({ status, why, size }: Extract<Judgement, { outcome: 'refuse' }>): WitnessAnswer =>
  size === undefined ? words(status, why) : { status, contentType: 'text/x.tlog.size', body: `${size}\n` };
