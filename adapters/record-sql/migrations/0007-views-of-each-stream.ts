import { type Kysely, sql } from 'kysely';
import { appendBatch, signature } from './0006-append-in-arrays.ts';

/** Streams written alongside contribute to the views too: a view's part says which write it belongs to, no longer which append. */
export const viewsOfEachStream = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(appendWritten()).execute(db);
    await sql.raw(rights).execute(db);
  },
};

/** What `append_batch` does, which stays for servers that run on while this is brought in, save for where a part belongs. */
function appendWritten(): string {
  const changes: readonly (readonly [string, string])[] = [
    ['create function muster.append_batch(', 'create function muster.append_written('],
    ['view_appends integer[], view_names', 'view_writes integer[], view_names'],
    ['if cardinality(view_appends) > 0 then', 'if cardinality(view_writes) > 0 then'],
    ['select g.view, g.key, g.part, g.append,', 'select g.view, g.key, g.part, g.write,'],
    [
      '(select streams[write_streams[array_position(write_appends, g.append)]]) as stream',
      'streams[write_streams[g.write]] as stream',
    ],
    [
      'from unnest(view_appends, view_names, view_keys, view_parts) as g (append, view, key, part)',
      'from unnest(view_writes, view_names, view_keys, view_parts) as g (write, view, key, part)',
    ],
    ['where recorded[g.append]) as c', 'where recorded[write_appends[g.write]]) as c'],
    ['order by c.view, c.key, c.stream, c.append desc', 'order by c.view, c.key, c.stream, c.write desc'],
  ];
  return changes.reduce((text, [was, is]) => {
    if (text.split(was).length !== 2) throw new Error(`The function before does not say once: ${was}`);
    return text.replace(was, () => is);
  }, appendBatch);
}

const rights = `
revoke all on function muster.append_written(${signature}) from public;
grant execute on function muster.append_written(${signature}) to muster_app;
`;
