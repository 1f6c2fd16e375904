import { type Kysely, sql } from 'kysely';

/** The parts of views can be written anew from the events. */
export const viewsAnew = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(writeViews).execute(db);
  },
};

/**
 * Puts parts in the place of all that some streams contribute, each at the position it was read at, and gives how many
 * it did. A stream that has moved meanwhile has written its own parts anew, and they are newer: it is left as it is.
 */
const writeViews = `
create function muster.write_views(given jsonb) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  standing text[];
begin
  select coalesce(array_agg(locked.stream), '{}') into standing
    from (select s.stream
            from jsonb_to_recordset(given) as g (stream text, position integer)
            join muster.streams s on s.stream = g.stream and s.position = g.position
           order by s.stream
             for no key update of s) as locked;
  delete from muster.views v where v.stream = any (standing);
  insert into muster.views (view, key, stream, part)
  select c.view, c.key, g.stream, c.part
    from jsonb_to_recordset(given) as g (stream text, views jsonb),
         jsonb_to_recordset(g.views) as c (view text, key text, part text)
   where g.stream = any (standing);
  return cardinality(standing);
end $$;
revoke all on function muster.write_views(jsonb) from public;
grant execute on function muster.write_views(jsonb) to muster_app;

-- By stream, as that is how they are written.
create index views_by_stream on muster.views (stream);
`;
