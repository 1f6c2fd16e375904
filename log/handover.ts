import { base64Of, bytesOfBase64 } from './bytes.ts';
import { type Checkpoint, type OpenedCheckpoint, openCheckpoint } from './checkpoint.ts';
import { readVerifierKey, type SigningKey, sameKey, type VerifierKey, verifierKeyText } from './note-key.ts';
import { malformed, type Reading, reading, valueRead, wholeNumberIn } from './outcome.ts';
import { noteText, openNote, readNote, signNote } from './signed-note.ts';
import { type Hash, hashLength } from './tree-hash.ts';

/**
 * Hands a log over from one key to the next, at one size. Signed by both keys it leads whoever trusts the old one to the
 * new one; what the old key signed up to that size stays proved.
 */
export interface Handover {
  readonly from: VerifierKey;
  readonly to: VerifierKey;
  readonly size: number;
  readonly root: Hash;
  /** `begunAnew`: the new key's log is another one, which begins with the first leaves of the old. */
  readonly because: 'rotated' | 'begunAnew';
}

/** Its first line: nothing that can be read as a checkpoint or a cosigned message begins so and goes on so. */
const firstLine = 'muster/log-handover/v1';

const handoverText = ({ from, to, size, root, because }: Handover): string =>
  `${[firstLine, `from ${verifierKeyText(from)}`, `to ${verifierKeyText(to)}`, `size ${size}`, `root ${base64Of(root)}`, `because ${because}`].join('\n')}\n`;

/** The handover as a note, signed by each key given: both of them, or the new one alone where the old one is lost. */
export function signedHandover(handover: Handover, keys: readonly SigningKey[]): string {
  const text = handoverText(handover);
  return noteText({ text, signatures: keys.map((key) => signNote(text, key)) });
}

/** Reads what a handover's note says, whoever signed it. */
export function readHandover(note: string): Reading<Handover> {
  return reading(() => {
    const lines = valueRead(readNote(note)).text.split('\n');
    const rest = (i: number, name: string): string => {
      const line = lines[i] as string;
      return line.startsWith(`${name} `)
        ? line.slice(name.length + 1)
        : malformed(`Line ${i + 1} of the handover does not say "${name}".`);
    };
    if (lines[0] !== firstLine || lines.length !== 7)
      malformed(`A handover has six lines, of which the first is ${firstLine}.`);
    const root = bytesOfBase64(rest(4, 'root'));
    if (root?.length !== hashLength) malformed('The root of the handover is not the base 64 of 32 bytes.');
    const because = rest(5, 'because');
    if (because !== 'rotated' && because !== 'begunAnew')
      malformed(`A handover is because "rotated" or "begunAnew", not "${because}".`);
    return {
      from: valueRead(readVerifierKey(rest(1, 'from'))),
      to: valueRead(readVerifierKey(rest(2, 'to'))),
      size: wholeNumberIn(rest(3, 'size'), 'The size of the handover'),
      root,
      because,
    };
  });
}

/** A key, and the sizes at which its signature counts. */
export interface KeyTerm {
  readonly key: VerifierKey;
  readonly fromSize: number;
  /** The size at which it handed over; none for the key that signs today. */
  readonly untilSize?: number;
}

/**
 * Follows a log's handovers from a key that is trusted to the one that signs today. Each has to be signed by both keys;
 * the first that is not ends with why, since anybody could have written it.
 */
export function followHandovers(trusted: VerifierKey, handovers: readonly string[]): Reading<readonly KeyTerm[]> {
  return reading(() => {
    const terms: KeyTerm[] = [{ key: trusted, fromSize: 0 }];
    for (const note of handovers) {
      const { from, to, size } = valueRead(readHandover(note));
      const last = terms.at(-1) as KeyTerm;
      // Handovers from before the trusted key's time.
      if (!sameKey(from, last.key)) {
        if (terms.length === 1) continue;
        malformed(`The log was handed to ${verifierKeyText(last.key)}, and then on by another key.`);
      }
      const opened = openNote(note, [from, to]);
      if (opened.outcome === 'refused') malformed(opened.why);
      if (opened.by.length < 2) {
        malformed(
          `The handover at ${size} is not signed by both keys: whether ${verifierKeyText(to)} may go on is to be asked of the log's owner.`,
        );
      }
      if (size < last.fromSize) malformed(`The handover at ${size} lies before the one at ${last.fromSize}.`);
      terms.splice(-1, 1, { ...last, untilSize: size }, { key: to, fromSize: size });
    }
    return terms;
  });
}

/**
 * Reads a checkpoint signed by any key of a log in that key's own time. A key that has handed over counts for no larger
 * tree: whoever finds it later cannot write the log's future with it. Witnesses' keys may be among `witnesses`.
 */
export function openCheckpointInTerms(
  note: string,
  terms: readonly KeyTerm[],
  // Stryker disable next-line ArrayDeclaration: a text among them is no key, so it opens nothing
  witnesses: readonly VerifierKey[] = [],
): OpenedCheckpoint {
  const [origin] = note.split('\n') as [string];
  const known = terms.map(({ key }) => key).filter((key) => key.name === origin);
  const opened = openCheckpoint(note, origin, [...known, ...witnesses]);
  if (opened.outcome === 'refused') return opened;
  const { checkpoint, by } = opened;
  const inTime = by.some(({ key }) => terms.some((term) => sameKey(term.key, key) && covers(term, checkpoint)));
  const why = `The checkpoint is of ${checkpoint.size} leaves, and the key that signed it had handed over before, or had not begun.`;
  return inTime ? opened : { outcome: 'refused', why };
}

const covers = ({ fromSize, untilSize = Number.POSITIVE_INFINITY }: KeyTerm, { size }: Checkpoint) =>
  size >= fromSize && size <= untilSize;
