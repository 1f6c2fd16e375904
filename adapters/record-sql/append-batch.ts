import type { Append, Appended } from '@muster/flow';
import type { StreamName } from '@muster/terms';
import { bodyAround } from './event-body.ts';

/** What a database connection or pool can do for us. */
export interface Queryable {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Records a batch of appends in one database transaction; the outcomes are in the appends' order. */
export async function appendBatch(database: Queryable, batch: readonly Append[]): Promise<Appended[]> {
  const { rows } = await database.query(call, columnsOf(batch));
  const { last_positions: lastPositions, others } = rows[0] as OutcomeRow;
  const told = new Map(others?.map((other) => [other.place, other]));
  return batch.map((_, place) => {
    const lastPosition = lastPositions[place];
    return typeof lastPosition === 'number' ? { outcome: 'recorded', lastPosition } : otherOutcome(told.get(place));
  });
}

/** The arrays of muster.append_written, in its order. Numbers that point into other arrays count from 1, as there. */
function columnsOf(batch: readonly Append[]): unknown[] {
  const streams = streamsOf(batch);
  const commands = { ids: [] as string[], bodies: [] as string[], answers: [] as string[] };
  const writes = { appends: [] as number[], streams: [] as number[], expected: [] as (number | null)[] };
  const rests = { appends: [] as number[], streams: [] as number[], positions: [] as number[] };
  const facts = {
    writes: [] as number[],
    types: [] as string[],
    versions: [] as number[],
    before: [] as string[],
    after: [] as string[],
  };
  const views = { writes: [] as number[], names: [] as string[], keys: [] as string[], parts: [] as string[] };
  const numberOf = (stream: StreamName) => (streams.get(stream) as Wanted).number;

  for (const [i, append] of batch.entries()) {
    commands.ids.push(append.commandId);
    commands.bodies.push(append.commandBody);
    commands.answers.push(append.answer);
    for (const write of writesOf(append)) {
      writes.appends.push(i + 1);
      writes.streams.push(numberOf(write.stream));
      writes.expected.push(write.expectedPosition === 'any' ? null : write.expectedPosition);
      for (const fact of write.facts) {
        const { before, after } = bodyAround({ ...append, stream: write.stream }, fact);
        facts.writes.push(writes.appends.length);
        facts.types.push(fact.type);
        facts.versions.push(fact.version);
        facts.before.push(before);
        facts.after.push(after);
      }
      for (const { view, key, part } of write.views) {
        views.writes.push(writes.appends.length);
        views.names.push(view);
        views.keys.push(key);
        views.parts.push(JSON.stringify(part));
      }
    }
    for (const { stream, position } of append.restsOn) {
      rests.appends.push(i + 1);
      rests.streams.push(numberOf(stream));
      rests.positions.push(position);
    }
  }
  const wanted = [...streams.values()];
  return [
    ...Object.values(commands),
    [...streams.keys()],
    wanted.map(({ isWritten }) => isWritten),
    wanted.map(({ isMade }) => isMade),
    ...Object.values(writes),
    ...Object.values(rests),
    ...Object.values(facts),
    ...Object.values(views),
  ];
}

const call = `select * from muster.append_written(${Array.from({ length: 21 }, (_, i) => `$${i + 1}`).join(', ')})`;

interface Wanted {
  number: number;
  isWritten: boolean;
  /** Whether it may have no event yet, so that its head must be made to be locked. */
  isMade: boolean;
}

/** Every stream that is written or rested on, once, in the order in which all lock them: that of their bytes. */
function streamsOf(batch: readonly Append[]): Map<StreamName, Wanted> {
  const found = new Map<StreamName, Wanted>();
  const want = (stream: StreamName, isWritten: boolean, isMade: boolean) => {
    const before = found.get(stream);
    found.set(stream, {
      number: 0,
      isWritten: isWritten || before?.isWritten === true,
      isMade: isMade || before?.isMade === true,
    });
  };
  for (const append of batch) {
    for (const { stream, expectedPosition } of writesOf(append))
      want(stream, true, !((expectedPosition as number) > 0));
    for (const { stream, position } of append.restsOn) want(stream, false, position === 0);
  }
  const inOrder = [...found].map(([stream, wanted]) => ({ stream, wanted, bytes: Buffer.from(stream, 'utf8') }));
  inOrder.sort((a, b) => Buffer.compare(a.bytes, b.bytes));
  return new Map(inOrder.map(({ stream, wanted }, i) => [stream, { ...wanted, number: i + 1 }]));
}

type Write = Pick<Append, 'stream' | 'expectedPosition' | 'facts' | 'views'>;

/** Its own stream first. */
const writesOf = (append: Append): readonly Write[] => [append, ...(append.alongside ?? [])];

/** What muster.append_written answers: the last position of each append that was recorded, and what became of the others. */
interface OutcomeRow {
  readonly last_positions: readonly (number | null)[];
  readonly others: readonly Other[] | null;
}

interface Other {
  readonly place: number;
  readonly outcome: string;
  readonly stream?: StreamName;
  readonly answer?: string | null;
}

function otherOutcome(other: Other | undefined): Appended {
  const { outcome, stream, answer } = other ?? {};
  if (outcome === 'repeated' && typeof answer === 'string') return { outcome, answer };
  if (outcome === 'commandReused') return { outcome };
  if (outcome === 'clashed' && stream !== undefined) return { outcome, stream };
  throw new Error(`muster.append_written answered ${JSON.stringify(other)}`);
}
