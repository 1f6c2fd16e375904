import { createHash } from 'node:crypto';
import {
  type Checkpoint,
  followHandovers,
  type KeyTerm,
  openCheckpointInTerms,
  openNote,
  readVerifierKey,
  sameKey,
  type VerifiedSignature,
  type VerifierKey,
  verifierKeyText,
} from '@muster/log';
import type { BundleFault } from './bundle-fault.ts';
import {
  type BundleHeader,
  type CommandLine,
  type EndLine,
  type HeadLine,
  type LeavesLine,
  ownMark,
  readOwnLine,
  sealText,
} from './bundle-lines.ts';
import { type DecidedOrder, decidedOrder } from './decided-order.ts';
import { leafCheck } from './leaf-check.ts';
import { type FileLine, LineTooLong, readLines } from './read-lines.ts';
import { streamChains } from './stream-chains.ts';

export interface CheckOptions {
  /** The log's key as its owner publishes it; without it the bundle's own word is taken for it, and the report says so. */
  readonly key?: VerifierKey | undefined;
  readonly witnesses?: readonly VerifierKey[];
  readonly onProgress?: (bytesRead: number) => void;
}

export interface BundleReport {
  readonly header: BundleHeader | undefined;
  readonly checkpoint: Checkpoint | undefined;
  readonly signedBy: readonly VerifiedSignature[];
  /** Whether the key was given by who verifies, or is the bundle's own word. */
  readonly keyFrom: 'given' | 'bundle';
  readonly sealed: boolean;
  readonly events: number;
  readonly commands: number;
  readonly silent: number;
  readonly streams: number;
  readonly faults: readonly BundleFault[];
  /** Further faults of which only the number was kept. */
  readonly moreFaults: number;
  readonly order: DecidedOrder;
}

const mostFaults = 1_000;

/**
 * Checks all of a bundle that can be checked without deciding anything: signatures, tree, the hash of every event, the
 * chains of hashes, the order and number of lines. Reads the file once, line by line, whatever its size.
 */
export async function checkBundle(file: string, options: CheckOptions = {}): Promise<BundleReport> {
  const check = bundleCheck(options);
  try {
    for await (const lines of readLines(file, options.onProgress)) for (const line of lines) check.line(line);
  } catch (error) {
    check.broken(error as Error);
  }
  return check.end();
}

// Stryker disable next-line ArrayDeclaration: a text among them is no key, so it opens nothing
function bundleCheck({ key, witnesses = [] }: CheckOptions) {
  const faults: BundleFault[] = [];
  let moreFaults = 0;
  const say = (...found: readonly BundleFault[]) => {
    for (const fault of found) {
      if (faults.length < mostFaults) faults.push(fault);
      else moreFaults++;
    }
  };
  const leaves = leafCheck();
  const chains = streamChains();
  const order = decidedOrder();
  let header: BundleHeader | undefined;
  /** The key that signs today, as the trusted one leads to it. */
  let signing: VerifierKey | undefined;
  let checkpoint: Checkpoint | undefined;
  let signedBy: readonly VerifiedSignature[] = [];
  let ended: EndLine | undefined;
  let endedOn = 0;
  let command: { readonly said: CommandLine; events: number } | undefined;
  let [commands, silent, heads] = [0, 0, 0];
  let sealed = false;
  const whole = createHash('sha256');
  let part = createHash('sha256');
  let partFrom = 1;

  function takeHeader(said: BundleHeader): void {
    header = said;
    const own: VerifierKey[] = [];
    for (const { verifierKey } of said.keys) {
      const read = readVerifierKey(verifierKey);
      if (read.outcome === 'read') own.push(read.value);
      else say({ kind: 'signature', line: 1, words: `A key of the bundle cannot be read: ${read.why}` });
    }
    const last = own.at(-1);
    if (last?.name !== said.origin || last.type !== 'ed25519') {
      say({ kind: 'origin', line: 1, words: `The bundle's newest key is not one of the log "${said.origin}".` });
    }
    if (key && !own.some((one) => sameKey(one, key))) {
      const words = `The bundle is of the log "${said.origin}", whose keys it gives as ${said.keys.map((k) => k.verifierKey).join(', ')}; the key given is ${verifierKeyText(key)}.`;
      say({ kind: 'origin', line: 1, words });
    }
    const trusted = key ?? own[0];
    if (!trusted) return;
    const terms = followHandovers(
      trusted,
      said.keys.flatMap((k) => k.handover ?? []),
    );
    if (terms.outcome === 'malformed') {
      say({ kind: 'signature', line: 1, words: `The log was not handed on as it should be: ${terms.why}` });
      return;
    }
    signing = (terms.value.at(-1) as KeyTerm).key;
    const opened = openCheckpointInTerms(said.checkpoint, terms.value, witnesses);
    if (opened.outcome === 'refused') {
      say({ kind: 'signature', line: 1, words: `The checkpoint does not hold: ${opened.why}` });
      return;
    }
    checkpoint = opened.checkpoint;
    signedBy = opened.by;
    if (checkpoint.origin !== said.origin) {
      const words = `The bundle says it is of the log "${said.origin}", and its checkpoint is of "${checkpoint.origin}".`;
      say({ kind: 'origin', line: 1, words });
    }
    if (checkpoint.size !== said.size) {
      const words = `The bundle says it holds ${said.size} leaves, and the checkpoint was signed over ${checkpoint.size}.`;
      say({ kind: 'count', line: 1, words });
    }
  }

  function takeCommand(said: CommandLine, line: number): void {
    closeCommand();
    if (heads > 0) say({ kind: 'line', line, words: `Line ${line} is a command behind the heads of the streams.` });
    if (said.recordedAt.length !== said.seq.length) {
      say({
        kind: 'line',
        line,
        words: `Line ${line} has ${said.seq.length} numbers and ${said.recordedAt.length} moments for its events.`,
      });
    }
    if (said.seq.length === 0) {
      silent++;
      return;
    }
    if (silent > 0) say({ kind: 'line', line, words: `Line ${line} is a command with events behind those without.` });
    commands++;
    order.add(said.seq[0] as number);
    command = { said, events: 0 };
  }

  function closeCommand(): void {
    if (command && command.events !== command.said.seq.length) {
      const { said, events } = command;
      const words = `Command ${said.id} has ${said.seq.length} events by its own word, and ${events} stand behind it, up to leaf ${leaves.leaves - 1}.`;
      say({ kind: 'count', leaf: Math.max(0, leaves.leaves - 1), words });
    }
    command = undefined;
  }

  function takeEvent(text: Buffer, line: number): void {
    const leaf = leaves.add(text, line);
    const said = placeIn(text);
    if (!said) {
      say({ kind: 'line', line, leaf, words: `Line ${line} is no line of a bundle: neither its own nor an event.` });
      return;
    }
    if (!command || command.events >= command.said.seq.length) {
      say({ kind: 'line', line, leaf, words: `Leaf ${leaf}, on line ${line}, stands behind no command of its own.` });
    } else if (said.commandId !== command.said.id) {
      const words = `Leaf ${leaf}, on line ${line}, is of command ${said.commandId}, and stands behind command ${command.said.id}.`;
      say({ kind: 'line', line, leaf, words });
    }
    if (command) command.events++;
    if (chains.add(said.stream, said.position, text) === 'again') {
      const words = `Leaf ${leaf}, on line ${line}, is position ${said.position} of ${said.stream}, which an earlier leaf is already.`;
      say({ kind: 'chain', line, leaf, words });
    }
  }

  function takeLeaves(said: LeavesLine, line: number): void {
    closeCommand();
    if (part.digest('base64') !== said.lines) {
      const words = `The lines ${partFrom} to ${line - 1}, before leaf ${leaves.leaves}, are not those that were written there.`;
      say({ kind: 'lines', line: partFrom, leaf: Math.max(0, leaves.leaves - 1), words });
    }
    part = createHash('sha256');
    partFrom = line;
    say(...leaves.stated(said.from, bytesIn(said.hashes), line));
  }

  function takeHead(said: HeadLine, line: number): void {
    closeCommand();
    heads++;
    const head = chains.headOf(said.stream);
    if (head?.position === said.position && Buffer.from(head.hash, 'latin1').toString('base64') === said.hash) return;
    const words = `The chain of ${said.stream} should end at position ${said.position} with the hash ${said.hash}; it ends at position ${head?.position ?? 0}${head?.position === said.position ? ' with another' : ''}.`;
    say({ kind: 'head', line, words });
  }

  function takeEnd(said: EndLine, line: number): void {
    closeCommand();
    ended = said;
    const hash = whole.copy().digest('base64');
    if (hash !== said.hash) {
      say({
        kind: 'seal',
        line,
        words: 'The file as a whole is not the one that was written: the hash of its lines is another.',
      });
    }
    const counts = [commands, silent, heads];
    if (counts.some((n, i) => n !== [said.commands, said.silent, said.streams][i])) {
      const words = `The last line counts ${said.commands} commands with events, ${said.silent} without and ${said.streams} streams; there are ${counts.join(', ')}.`;
      say({ kind: 'count', line, words });
    }
    if (said.seal === undefined || !header) return;
    // Stryker disable next-line ArrayDeclaration: a text is no key, so it opens nothing
    const opened = openNote(said.seal, signing ? [signing] : []);
    if (opened.outcome === 'refused') {
      say({ kind: 'seal', line, words: `The seal does not hold: ${opened.why}` });
    } else if (opened.text !== sealText(header.origin, header.size, said.hash)) {
      say({ kind: 'seal', line, words: 'The seal was signed for another bundle.' });
    } else sealed = true;
  }

  return {
    line({ number, bytes, ended: withNewline }: FileLine): void {
      if (ended) {
        if (number === endedOn + 1)
          say({
            kind: 'file',
            line: number,
            words: `Line ${number} and what follows stand behind the last line of the bundle.`,
          });
        return;
      }
      const own = bytes.length > ownMark.length && bytes.toString('latin1', 0, ownMark.length) === ownMark;
      const said = own ? readOwnLine(bytes.toString('utf8')) : undefined;
      if (!withNewline)
        say({ kind: 'file', line: number, words: `Line ${number} does not end: the file stops in it.` });
      if (number === 1 && (typeof said !== 'object' || said.bundle !== 'muster')) {
        const words =
          typeof said === 'string'
            ? `Line 1 is no heading of a bundle that this Muster reads: ${said}.`
            : 'The file is no bundle: its first line is not the heading of one.';
        say({ kind: 'file', line: 1, words });
      }
      if (typeof said === 'object' && said.bundle === 'end') {
        takeEnd(said, number);
        endedOn = number;
        return;
      }
      whole.update(bytes).update(newline);
      if (typeof said === 'object' && said.bundle === 'leaves') takeLeaves(said, number);
      part.update(bytes).update(newline);
      if (said === undefined) takeEvent(bytes, number);
      else if (typeof said === 'string') {
        const near = leaves.leaves > 0 ? `, behind leaf ${leaves.leaves - 1},` : '';
        say({
          kind: 'line',
          line: number,
          leaf: Math.max(0, leaves.leaves - 1),
          words: `Line ${number}${near} cannot be read: ${said}.`,
        });
      } else if (said.bundle === 'command') takeCommand(said, number);
      else if (said.bundle === 'head') takeHead(said, number);
      else if (said.bundle === 'muster') {
        if (number === 1) takeHeader(said);
        else say({ kind: 'line', line: number, words: `Line ${number} is a second heading.` });
      }
    },
    broken(error: Error): void {
      const why =
        error instanceof LineTooLong
          ? error.message
          : `it cannot be unpacked or read beyond leaf ${leaves.leaves - 1} (${error.message})`;
      say({ kind: 'file', leaf: leaves.leaves, words: `The file is damaged: ${why}.` });
    },
    end(): BundleReport {
      if (!ended)
        say({
          kind: 'file',
          leaf: leaves.leaves,
          words: `The file ends too soon, after leaf ${leaves.leaves - 1}: its last line is lacking.`,
        });
      say(...leaves.end(checkpoint?.root));
      if (header && leaves.leaves !== header.size) {
        say({ kind: 'count', words: `The bundle says it holds ${header.size} leaves, and holds ${leaves.leaves}.` });
      }
      for (const { stream, position } of chains.gaps()) {
        say({ kind: 'chain', words: `The stream ${stream} lacks position ${position}, and has later ones.` });
      }
      if (ended && heads !== chains.size) {
        say({ kind: 'head', words: `There are ${chains.size} streams, and the heads of ${heads} are stated.` });
      }
      const keyFrom = key ? 'given' : 'bundle';
      const counts = { events: leaves.leaves, commands, silent, streams: chains.size };
      return { header, checkpoint, signedBy, keyFrom, sealed, ...counts, faults, moreFaults, order };
    },
  };
}

const newline = Buffer.from('\n');

/** The bytes of a base 64 text; none where it is written otherwise than in the one way it can be. */
function bytesIn(base64: string): Uint8Array {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes : new Uint8Array();
}

/** Where an event stands, and by which command; undefined for what is no event. */
function placeIn(text: Buffer): { stream: string; position: number; commandId: string } | undefined {
  try {
    const { stream, position, commandId } = JSON.parse(text.toString('utf8')) as {
      readonly stream: unknown;
      readonly position: number;
      readonly commandId: unknown;
    };
    if (typeof stream !== 'string' || typeof commandId !== 'string') return undefined;
    if (!Number.isSafeInteger(position) || position < 1) return undefined;
    return { stream, position, commandId };
    // Stryker disable next-line BlockStatement: a function that ends without a value gives undefined as well
  } catch {
    return undefined;
  }
}
