import { type Kysely, sql } from 'kysely';

/** The batch comes in arrays, is decided in memory, and is written in one statement a table. */
export const appendInArrays = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(appendBatch).execute(db);
    await sql.raw(rights).execute(db);
  },
};

/**
 * What `append_events` does, which stays for servers that run on while this is brought in: the same locks in the same
 * order, first the command ids, sorted, then the streams, sorted. The caller gives each stream once, in the order of its
 * bytes; all else says by number which stream, append and write it belongs to. Between locking and writing no
 * statement is run, so an append costs little more than its rows.
 *
 * Plans by index only: they are made while the tables are small, and kept.
 */
export const appendBatch = `
create function muster.append_batch(
  command_ids text[], command_bodies text[], answers text[],
  streams text[], to_write boolean[], to_make boolean[],
  write_appends integer[], write_streams integer[], write_expected integer[],
  rest_appends integer[], rest_streams integer[], rest_positions integer[],
  fact_writes integer[], fact_types text[], fact_versions integer[], bodies_before text[], bodies_after text[],
  view_appends integer[], view_names text[], view_keys text[], view_parts text[],
  out last_positions integer[], out others jsonb)
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  n         integer := cardinality(command_ids);
  claimed   text[];
  clashed   text[] := '{}';
  positions integer[] := array_fill(null::integer, array[cardinality(streams)]);
  hashes    bytea[] := array_fill(null::bytea, array[cardinality(streams)]);
  written   boolean[] := array_fill(false, array[cardinality(streams)]);
  recorded  boolean[] := array_fill(false, array[n]);
  -- One of each for every event that is recorded.
  in_stream text[] := '{}';
  at        integer[] := '{}';
  of_fact   integer[] := '{}';
  bodies    text[] := '{}';
  chained   bytea[] := '{}';
  head      record;
  told      record;
  body      text;
  is_mine   boolean;
  moved     integer;
  from_s    integer := 1;
  to_s      integer;
  from_w    integer := 1;
  w         integer := 1;
  r         integer := 1;
  f         integer := 1;
  s         integer;
  k         integer := 0;
begin
  if (select count(*) <> count(distinct c.id) from unnest(command_ids) as c (id)) then
    raise exception 'A command id stands twice in one batch.' using errcode = 'invalid_parameter_value';
  end if;
  last_positions := array_fill(null::integer, array[n]);

  -- Claim the command ids. Where a twin is being answered just now this waits for it; one that loses is not claimed.
  with claim as (
    insert into muster.commands (command_id, body, answer)
    select c.id, c.body, c.answer from unnest(command_ids, command_bodies, answers) as c (id, body, answer)
     order by c.id collate "C"
        on conflict do nothing
    returning command_id)
  select coalesce(array_agg(claim.command_id), '{}') into claimed from claim;

  -- A stream must exist to be locked, also one whose being empty a decision rests on.
  if true = any (to_make) then
    insert into muster.streams (stream)
    select made.stream from unnest(streams, to_make) as made (stream, is_made)
     where made.is_made order by made.stream collate "C"
        on conflict do nothing;
  end if;

  -- Lock the heads: the written ones for us alone, those rested on together with others who only rest on them. Each
  -- run of the one or the other, in the order of all.
  while from_s <= cardinality(streams) loop
    to_s := from_s;
    while to_write[to_s + 1] = to_write[from_s] loop
      to_s := to_s + 1;
    end loop;
    if to_write[from_s] then
      for head in
        select given.n::integer as n, s.position, s.hash
          from unnest(streams[from_s:to_s]) with ordinality as given (stream, n)
          join muster.streams s on s.stream = given.stream
         order by s.stream collate "C"
           for no key update of s
      loop
        positions[from_s + head.n - 1] := head.position;
        hashes[from_s + head.n - 1] := head.hash;
      end loop;
    else
      for head in
        select given.n::integer as n, s.position
          from unnest(streams[from_s:to_s]) with ordinality as given (stream, n)
          join muster.streams s on s.stream = given.stream
         order by s.stream collate "C"
           for share of s
      loop
        positions[from_s + head.n - 1] := head.position;
      end loop;
    end if;
    from_s := to_s + 1;
  end loop;

  for a in 1..n loop
    is_mine := cardinality(claimed) = n or command_ids[a] = any (claimed);
    moved := null;
    from_w := w;
    while write_appends[w] = a loop
      s := write_streams[w];
      if w > from_w and s = any (write_streams[from_w:w - 1]) then
        raise exception 'A stream stands twice in one append.' using errcode = 'invalid_parameter_value';
      end if;
      -- Null, for any position, is never unequal; a stream that is not there stands at none.
      if moved is null and coalesce(positions[s], 0) <> write_expected[w] then
        moved := s;
      end if;
      w := w + 1;
    end loop;
    while rest_appends[r] = a loop
      s := rest_streams[r];
      if moved is null and coalesce(positions[s], 0) <> rest_positions[r] then
        moved := s;
      end if;
      r := r + 1;
    end loop;

    if not is_mine then
      select jsonb_build_object('place', a - 1,
               'outcome', case when c.body = command_bodies[a] then 'repeated' else 'commandReused' end,
               'answer', case when c.body = command_bodies[a] then c.answer end) as outcome
        into told from muster.commands c where c.command_id = command_ids[a];
      others := coalesce(others, '[]') || told.outcome;
    elsif moved is not null then
      others := coalesce(others, '[]') || jsonb_build_object('place', a - 1, 'outcome', 'clashed', 'stream', streams[moved]);
      clashed := clashed || command_ids[a];
    else
      recorded[a] := true;
    end if;

    while fact_writes[f] < w loop
      if recorded[a] then
        s := write_streams[fact_writes[f]];
        k := k + 1;
        positions[s] := positions[s] + 1;
        body := bodies_before[f] || positions[s] || bodies_after[f];
        hashes[s] := sha256(hashes[s] || convert_to(body, 'UTF8'));
        written[s] := true;
        in_stream[k] := streams[s];
        at[k] := positions[s];
        of_fact[k] := f;
        bodies[k] := body;
        chained[k] := hashes[s];
      end if;
      f := f + 1;
    end loop;
    if recorded[a] then
      last_positions[a] := positions[write_streams[from_w]];
    end if;
  end loop;

  if k > 0 then
    insert into muster.events (stream, position, type, type_version, body, hash)
    select e.stream, e.position, fact_types[e.fact], fact_versions[e.fact], e.body, e.hash
      from unnest(in_stream, at, of_fact, bodies, chained) as e (stream, position, fact, body, hash);
    update muster.streams s set position = moved_to.position, hash = moved_to.hash
      from unnest(streams, positions, hashes, written) as moved_to (stream, position, hash, is_written)
     where moved_to.is_written and s.stream = moved_to.stream;
  end if;

  -- Only the stream itself writes its parts of the views, and its head is locked: no two meet here. Of several appends
  -- to one stream the last one knows.
  if cardinality(view_appends) > 0 then
    insert into muster.views as v (view, key, stream, part)
    select distinct on (c.view, c.key, c.stream) c.view, c.key, c.stream, c.part
      from (select g.view, g.key, g.part, g.append,
                   (select streams[write_streams[array_position(write_appends, g.append)]]) as stream
              from unnest(view_appends, view_names, view_keys, view_parts) as g (append, view, key, part)
             where recorded[g.append]) as c
     order by c.view, c.key, c.stream, c.append desc
        on conflict (view, key, stream) do update set part = excluded.part;
  end if;

  -- What clashed was not answered: it will be decided again, under the same id.
  if clashed <> '{}' then
    delete from muster.commands c where c.command_id = any (clashed);
  end if;
end $$;
`;

export const signature =
  'text[], text[], text[], text[], boolean[], boolean[], integer[], integer[], integer[], integer[], integer[], integer[], integer[], text[], integer[], text[], text[], integer[], text[], text[], text[]';

const rights = `
revoke all on function muster.append_batch(${signature}) from public;
grant execute on function muster.append_batch(${signature}) to muster_app;
`;
