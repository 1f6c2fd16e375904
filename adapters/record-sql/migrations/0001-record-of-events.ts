import { type Kysely, sql } from 'kysely';

/** The events, the heads of their streams, the commands that were answered, and the one way to write them. */
export const recordOfEvents = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(tables).execute(db);
    await sql.raw(neverChanged).execute(db);
    await sql.raw(appendEvents).execute(db);
    await sql.raw(rights).execute(db);
  },
};

const tables = `
create table muster.streams (
  stream   text collate "C" primary key,
  position integer not null default 0 check (position >= 0),
  hash     bytea not null default ''
);
comment on table muster.streams is
  'The head of each stream: its last position and the last hash of its chain. Position 0: somebody relied on its being empty.';

create table muster.commands (
  command_id text collate "C" primary key,
  body       text not null,
  answer     text not null
);
comment on table muster.commands is 'Every command once answered, with that answer, so that sending it again gives the same.';

create table muster.events (
  stream       text collate "C" not null,
  position     integer not null check (position > 0),
  tx           xid8 not null default pg_current_xact_id(),
  seq          bigint generated always as identity,
  type         text not null,
  type_version integer not null,
  body         text not null,
  hash         bytea not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  primary key (stream, position)
);
create table muster.views (
  view   text collate "C" not null,
  key    text collate "C" not null,
  stream text collate "C" not null,
  part   text not null,
  primary key (view, key, stream)
);
comment on table muster.views is
  'What each stream contributes to a view, as JSON, written with the stream''s events: it can be made anew from them at any time.';

create unique index events_in_order on muster.events (tx, seq);
comment on column muster.events.tx is
  'Numbers are given before they are committed, so reading by seq alone skips events; read by (tx, seq) where tx is below pg_snapshot_xmin(pg_current_snapshot()).';
comment on column muster.events.body is 'The whole event as canonical JSON: these exact bytes are what is hashed and proved.';
comment on column muster.events.hash is 'sha256 of the hash before it in the stream (none for the first) and of body.';
`;

const neverChanged = `
create function muster.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The record''s events are never changed: % is refused.', lower(tg_op)
    using errcode = 'insufficient_privilege';
end $$;

create trigger events_are_never_changed before update or delete or truncate on muster.events
  for each statement execute function muster.refuse_change();
-- "always": not even a session that calls itself a replica gets round it.
alter table muster.events enable always trigger events_are_never_changed;
`;

/**
 * Takes locks in one order, whoever calls: first the command ids, sorted, then the streams, sorted. So two batches
 * never wait for each other in a ring. Nothing here is locked by all batches: streams apart do not meet.
 */
const appendEvents = `
create function muster.append_events(appends jsonb)
  returns table (place integer, outcome text, stream text, last_position integer, answer text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  claimed text[];
  clashed text[] := '{}';
  given   record;
  fact    record;
  head    record;
  moved   text;
begin
  if (select count(*) <> count(distinct a.command_id) from jsonb_to_recordset(appends) as a (command_id text)) then
    raise exception 'A command id stands twice in one batch.' using errcode = 'invalid_parameter_value';
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
      place integer, command_id text, command_body text, stream text, expected_position integer, rests_on jsonb, facts jsonb, views jsonb)
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

    select s.position, s.hash into head from muster.streams s where s.stream = given.stream;
    moved := null;
    if head.position <> given.expected_position then -- null, for any position, is never unequal
      moved := given.stream;
    elsif given.rests_on <> '[]' then
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

    for fact in
      select f.type, f.type_version, f.body_before || f.place || f.body_after as body
        from (select g.type, g.type_version, g.body_before, g.body_after, head.position + g.place as place
                from jsonb_to_recordset(given.facts) as g (
                  place integer, type text, type_version integer, body_before text, body_after text)) as f
       order by f.place
    loop
      head.position := head.position + 1;
      head.hash := sha256(head.hash || convert_to(fact.body, 'UTF8'));
      insert into muster.events (stream, position, type, type_version, body, hash)
      values (given.stream, head.position, fact.type, fact.type_version, fact.body, head.hash);
    end loop;
    update muster.streams s set position = head.position, hash = head.hash where s.stream = given.stream;

    -- Only this stream writes its parts of the views, and its head is locked: no two meet here.
    insert into muster.views as v (view, key, stream, part)
    select c.view, c.key, given.stream, c.part
      from jsonb_to_recordset(given.views) as c (view text, key text, part text)
        on conflict (view, key, stream) do update set part = excluded.part;

    outcome := 'recorded';
    last_position := head.position;
    return next;
  end loop;

  -- What clashed was not answered: it will be decided again, under the same id.
  if clashed <> '{}' then
    delete from muster.commands c where c.command_id = any (clashed);
  end if;
end $$;
`;

const rights = `
revoke all on function muster.append_events(jsonb) from public;
grant usage on schema muster to muster_app;
grant select on muster.events, muster.streams, muster.commands, muster.views to muster_app;
grant execute on function muster.append_events(jsonb) to muster_app;
`;
