import { z } from 'zod';

/**
 * A bundle is a file of lines, each ended by one newline. A line is either the exact text of an event, which is the leaf
 * of the log, or one of the bundle's own, which begin with `{"bundle":`. No event begins so.
 */
export const ownMark = '{"bundle":';

export const bundleVersion = 1;

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);
const hash = base64.length(44);
const wholeNumber = z.int().min(0);

const keySchema = z.strictObject({
  verifierKey: z.string(),
  fromSize: wholeNumber,
  handover: z.string().optional(),
});

/** The first line: which log this is, how many leaves follow, the signed checkpoint, and the keys the log has had. */
export const headerSchema = z.strictObject({
  bundle: z.literal('muster'),
  version: z.literal(bundleVersion),
  origin: z.string().min(1),
  size: wholeNumber,
  checkpoint: z.string(),
  keys: z.array(keySchema).min(1),
});
export type BundleHeader = z.infer<typeof headerSchema>;

/** A command that was answered. Its events are the next lines, as many as `seq` has numbers. */
export const commandSchema = z.strictObject({
  bundle: z.literal('command'),
  id: z.string(),
  body: z.string(),
  answer: z.string(),
  /** For each event, a number that grows in the order in which decisions were made; the log's order may differ where servers wrote at once. */
  seq: z.array(wholeNumber),
  /** For each event, when it was written. */
  recordedAt: z.array(z.string()),
});
export type CommandLine = z.infer<typeof commandSchema>;

/** The hashes of up to 256 leaves, which have all been told: the tile of level 0, and the hash of the lines since the last such line. */
export const leavesSchema = z.strictObject({
  bundle: z.literal('leaves'),
  from: wholeNumber,
  hashes: base64,
  lines: hash,
});
export type LeavesLine = z.infer<typeof leavesSchema>;

/** The head of a stream's chain of hashes. */
export const headSchema = z.strictObject({
  bundle: z.literal('head'),
  stream: z.string(),
  position: z.int().min(1),
  hash,
});
export type HeadLine = z.infer<typeof headSchema>;

/** The last line: how many lines of each kind there were, the hash of all bytes before it, and that hash signed by the log. */
export const endSchema = z.strictObject({
  bundle: z.literal('end'),
  commands: wholeNumber,
  silent: wholeNumber,
  streams: wholeNumber,
  hash,
  seal: z.string().optional(),
});
export type EndLine = z.infer<typeof endSchema>;

export type OwnLine = BundleHeader | CommandLine | LeavesLine | HeadLine | EndLine;

/** The one way in which a line of the bundle's own is written: its fields in the order of its schema. */
export const ownLineText = (line: OwnLine): string => JSON.stringify(line);

const schemas = {
  muster: headerSchema,
  command: commandSchema,
  leaves: leavesSchema,
  head: headSchema,
  end: endSchema,
} as const;

/** Reads one of the bundle's own lines; a sentence on what is wrong with it where it is none. */
export function readOwnLine(text: string): OwnLine | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'it is not JSON';
  }
  const kind = (value as { bundle?: unknown }).bundle;
  if (typeof kind !== 'string' || !Object.hasOwn(schemas, kind)) return `it is of no known kind`;
  const read = schemas[kind as keyof typeof schemas].safeParse(value);
  if (!read.success) {
    const [{ path, message }] = read.error.issues as [z.core.$ZodIssue];
    return `${path.join('.') || 'the line'}: ${message}`;
  }
  return ownLineText(read.data) === text
    ? read.data
    : 'its fields are not written in their order, or not in the one way';
}

/** What the log signs of a bundle: its first line is no log's origin, so that no seal passes for a checkpoint. */
export const sealText = (origin: string, size: number, hashBase64: string): string =>
  `muster-bundle-1\n${origin}\n${size}\n${hashBase64}\n`;
