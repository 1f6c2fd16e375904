import type { Append, Appended } from '@muster/flow';
import { bodyAround } from './event-body.ts';

/** What a database connection or pool can do for us. */
export interface Queryable {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Records a batch of appends in one database transaction; the outcomes are in the appends' order. */
export async function appendBatch(database: Queryable, batch: readonly Append[]): Promise<Appended[]> {
  const given = JSON.stringify(batch.map(toRow));
  const { rows } = await database.query('select * from muster.append_events($1::jsonb)', [given]);
  const outcomes: Appended[] = [];
  for (const row of rows) {
    const { place, appended } = fromRow(row);
    outcomes[place] = appended;
  }
  if (rows.length !== batch.length) throw new Error(`${batch.length} appends got ${rows.length} outcomes`);
  return outcomes;
}

const toRow = (append: Append, place: number) => ({
  place,
  command_id: append.commandId,
  command_body: append.commandBody,
  answer: append.answer,
  stream: append.stream,
  expected_position: append.expectedPosition === 'any' ? null : append.expectedPosition,
  rests_on: append.restsOn,
  views: append.views.map(({ view, key, part }) => ({ view, key, part: JSON.stringify(part) })),
  facts: factRows(append),
  alongside: (append.alongside ?? []).map((other) => ({
    stream: other.stream,
    expected_position: other.expectedPosition === 'any' ? null : other.expectedPosition,
    facts: factRows({ ...append, ...other }),
  })),
});

const factRows = (append: Append) =>
  append.facts.map((fact, i) => {
    const { before, after } = bodyAround(append, fact);
    return { place: i + 1, type: fact.type, type_version: fact.version, body_before: before, body_after: after };
  });

/** The columns of muster.append_events. */
interface OutcomeRow {
  readonly place: number;
  readonly outcome: string;
  readonly stream: string | null;
  readonly last_position: number | null;
  readonly answer: string | null;
}

function fromRow(row: unknown): { place: number; appended: Appended } {
  const { place, outcome, stream, last_position, answer } = row as OutcomeRow;
  if (outcome === 'recorded' && last_position !== null) {
    return { place, appended: { outcome, lastPosition: last_position } };
  }
  if (outcome === 'repeated' && answer !== null) return { place, appended: { outcome, answer } };
  if (outcome === 'commandReused') return { place, appended: { outcome } };
  if (outcome === 'clashed' && stream !== null) return { place, appended: { outcome, stream } };
  throw new Error(`muster.append_events answered ${JSON.stringify(row)}`);
}
