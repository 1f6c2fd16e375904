import { type Kysely, sql } from 'kysely';

/** One append may write several streams, all or none. */
export const severalStreamsAtOnce = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(writeFacts).execute(db);
    await sql.raw(appendEvents).execute(db);
  },
};

/** Called with the stream's head locked; gives the stream's last position. Nobody but `append_events` may call it. */
const writeFacts = `
create function muster.write_facts(written_stream text, facts jsonb) returns integer
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  fact record;
  head record;
begin
  select s.position, s.hash into head from muster.streams s where s.stream = written_stream;
  for fact in
    select f.type, f.type_version, f.body_before || f.place || f.body_after as body
      from (select g.type, g.type_version, g.body_before, g.body_after, head.position + g.place as place
              from jsonb_to_recordset(facts) as g (
                place integer, type text, type_version integer, body_before text, body_after text)) as f
     order by f.place
  loop
    head.position := head.position + 1;
    head.hash := sha256(head.hash || convert_to(fact.body, 'UTF8'));
    insert into muster.events (stream, position, type, type_version, body, hash)
    values (written_stream, head.position, fact.type, fact.type_version, fact.body, head.hash);
  end loop;
  update muster.streams s set position = head.position, hash = head.hash where s.stream = written_stream;
  return head.position;
end $$;
revoke all on function muster.write_facts(text, jsonb) from public;
`;

/**
 * As before, takes locks in one order, whoever calls: first the command ids, sorted, then the streams, sorted, those
 * written alongside among them. An append given without `alongside`, as older servers give it, writes one stream.
 */
const appendEvents = `
create or replace function muster.append_events(appends jsonb)
  returns table (place integer, outcome text, stream text, last_position integer, answer text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  claimed text[];
  clashed text[] := '{}';
  given   record;
  head    record;
  moved   text;
begin
  if (select count(*) <> count(distinct a.command_id) from jsonb_to_recordset(appends) as a (command_id text)) then
    raise exception 'A command id stands twice in one batch.' using errcode = 'invalid_parameter_value';
  end if;

  if exists (select from jsonb_to_recordset(appends) as a (place integer, stream text, alongside jsonb),
                         lateral (select a.stream union all
                                  select o.stream from jsonb_to_recordset(a.alongside) as o (stream text)) as w (stream)
              where a.alongside is not null and a.alongside <> '[]'
              group by a.place, w.stream having count(*) > 1) then
    raise exception 'A stream stands twice in one append.' using errcode = 'invalid_parameter_value';
  end if;

  -- Claim the command ids. Where a twin is being answered just now this waits for it; one that loses is not claimed.
  with claim as (
    insert into muster.commands (command_id, body, answer)
    select a.command_id, a.command_body, a.answer
      from jsonb_to_recordset(appends) as a (command_id text, command_body text, answer text)
     order by a.command_id collate "C"
        on conflict do nothing
    returning command_id)
  select coalesce(array_agg(claim.command_id), '{}') into claimed from claim;

  -- A stream must exist to be locked, also one whose being empty a decision rests on.
  insert into muster.streams (stream)
  select wanted.stream
    from (select a.stream from jsonb_to_recordset(appends) as a (stream text)
           union
          select o.stream
            from jsonb_to_recordset(appends) as a (alongside jsonb),
                 jsonb_to_recordset(a.alongside) as o (stream text)
           union
          select r.stream
            from jsonb_to_recordset(appends) as a (rests_on jsonb),
                 jsonb_to_recordset(a.rests_on) as r (stream text, position integer)
           where r.position = 0) as wanted
   order by wanted.stream collate "C"
      on conflict do nothing;

  -- Lock the heads: the written ones for us alone, those rested on together with others who only rest on them.
  for head in
    select l.stream, bool_or(l.written) as written
      from (select a.stream, true from jsonb_to_recordset(appends) as a (stream text)
             union all
            select o.stream, true
              from jsonb_to_recordset(appends) as a (alongside jsonb),
                   jsonb_to_recordset(a.alongside) as o (stream text)
             union all
            select r.stream, false
              from jsonb_to_recordset(appends) as a (rests_on jsonb),
                   jsonb_to_recordset(a.rests_on) as r (stream text)) as l (stream, written)
     group by l.stream
     order by l.stream collate "C"
  loop
    if head.written then
      perform from muster.streams s where s.stream = head.stream for no key update;
    else
      perform from muster.streams s where s.stream = head.stream for share;
    end if;
  end loop;

  for given in
    select * from jsonb_to_recordset(appends) as a (
      place integer, command_id text, command_body text, stream text, expected_position integer, rests_on jsonb, facts jsonb, alongside jsonb,
      views jsonb)
    order by a.place
  loop
    place := given.place;
    outcome := null;
    stream := null;
    last_position := null;
    answer := null;

    if given.command_id <> all (claimed) then
      select case when c.body = given.command_body then 'repeated' else 'commandReused' end,
             case when c.body = given.command_body then c.answer end
        into outcome, answer
        from muster.commands c where c.command_id = given.command_id;
      return next;
      continue;
    end if;

    moved := null;
    if given.expected_position is not null then
      select s.stream into moved
        from muster.streams s where s.stream = given.stream and s.position <> given.expected_position;
    end if;
    if moved is null and given.alongside <> '[]' then
      select s.stream into moved
        from jsonb_to_recordset(given.alongside) as o (stream text, expected_position integer)
        join muster.streams s on s.stream = o.stream
       where s.position <> o.expected_position -- null, for any position, is never unequal
       limit 1;
    end if;
    if moved is null and given.rests_on <> '[]' then
      select r.stream into moved
        from jsonb_to_recordset(given.rests_on) as r (stream text, position integer)
        left join muster.streams s on s.stream = r.stream
       where coalesce(s.position, 0) <> r.position
       limit 1;
    end if;
    if moved is not null then
      outcome := 'clashed';
      stream := moved;
      clashed := clashed || given.command_id;
      return next;
      continue;
    end if;

    last_position := muster.write_facts(given.stream, given.facts);
    if given.alongside <> '[]' then
      perform muster.write_facts(o.stream, o.facts)
         from jsonb_to_recordset(given.alongside) as o (stream text, facts jsonb);
    end if;

    -- Only this stream writes its parts of the views, and its head is locked: no two meet here.
    insert into muster.views as v (view, key, stream, part)
    select c.view, c.key, given.stream, c.part
      from jsonb_to_recordset(given.views) as c (view text, key text, part text)
        on conflict (view, key, stream) do update set part = excluded.part;

    outcome := 'recorded';
    return next;
  end loop;

  -- What clashed was not answered: it will be decided again, under the same id.
  if clashed <> '{}' then
    delete from muster.commands c where c.command_id = any (clashed);
  end if;
end $$;
`;
