import { readFileSync, writeFileSync } from 'node:fs';
import type { AnsweredCommand } from '@muster/audit';
import {
  checkpointText,
  emptyTree,
  growTree,
  leafHash,
  noteText,
  rootOf,
  type SigningKey,
  signingKey,
  signNote,
  utf8,
  verifierKeyText,
} from '@muster/log';
import { type BundledCommand, type WriteBundle, writeBundle } from '@muster/record-bundle';
import type { Recorded } from '@muster/terms';

export const logKey: SigningKey = signingKey('toy.example/record', 'ed25519', new Uint8Array(32).fill(7));
export const strangerKey: SigningKey = signingKey('toy.example/record', 'ed25519', new Uint8Array(32).fill(9));

export interface BundleTerms {
  readonly key?: SigningKey;
  /** What else signs the checkpoint. */
  readonly sealed?: boolean;
  readonly seqOf?: (leaf: number) => number;
  readonly origin?: string;
}

/** Writes commands, with or without events, as a bundle that is signed and sealed as a real one is. */
export async function bundleOf(
  file: string,
  commands: readonly AnsweredCommand[],
  { key = logKey, sealed = true, seqOf = (leaf) => leaf + 1, origin = key.name }: BundleTerms = {},
): Promise<void> {
  const texts = commands.flatMap((c) => c.events);
  const { edge } = growTree(
    emptyTree,
    texts.map((text) => leafHash(utf8(text))),
  );
  const text = checkpointText({ origin, size: edge.size, root: rootOf(edge), extensions: [] });
  const heading: WriteBundle['heading'] = {
    origin,
    size: texts.length,
    checkpoint: noteText({ text, signatures: [signNote(text, key)] }),
    keys: [{ verifierKey: verifierKeyText(key), fromSize: 0 }],
  };
  await writeBundle({
    file,
    heading,
    commands: bundled(commands, seqOf),
    root: rootOf(edge),
    key: sealed ? key : undefined,
  });
}

async function* bundled(
  commands: readonly AnsweredCommand[],
  seqOf: (leaf: number) => number,
): AsyncGenerator<BundledCommand> {
  let leaf = 0;
  for (const { commandId, body = '', answer = '', events } of commands) {
    const told = events.map((text) => {
      const { stream, position } = placeOf(text);
      return { text, stream, position, seq: seqOf(leaf++), recordedAt: '2025-05-10T12:00:00.000000Z' };
    });
    yield { commandId, body, answer, events: told };
  }
}

function placeOf(text: string): Pick<Recorded, 'stream' | 'position'> {
  try {
    const { stream, position } = JSON.parse(text) as Recorded;
    return { stream, position };
  } catch {
    return { stream: 'none', position: 1 };
  }
}

export const linesOf = (file: string): string[] => readFileSync(file, 'utf8').split('\n').slice(0, -1);
export const writeLines = (file: string, lines: readonly string[]): void =>
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
export const isEvent = (line: string): boolean => !line.startsWith('{"bundle":');
