import { type Kysely, sql } from 'kysely';

/** The tree over all events, the checkpoints that were published, and the keys that signed them. */
export const transparencyLog = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(tables).execute(db);
    await sql.raw(writing).execute(db);
    await sql.raw(rights).execute(db);
  },
};

const tables = `
create table muster.leaves (
  index    bigint primary key check (index >= 0),
  stream   text collate "C" not null,
  position integer not null,
  unique (stream, position)
);
comment on table muster.leaves is 'Which event each leaf of the log is, numbered from 0 without gaps.';

create table muster.tiles (
  level  smallint not null check (level between 0 and 63),
  index  bigint not null check (index >= 0),
  hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
  primary key (level, index)
);
-- Hashes cannot be made smaller: do not try.
alter table muster.tiles alter column hashes set storage external;
comment on table muster.tiles is 'The tree''s hashes (C2SP tlog-tiles). A tile grows to 256 hashes; what it once held it holds for ever.';

create table muster.log_head (
  single          boolean primary key default true check (single),
  size            bigint not null default 0,
  tx              xid8 not null default '0',
  seq             bigint not null default 0,
  checkpoint_size bigint check (checkpoint_size <= size),
  checkpoint      text
);
insert into muster.log_head default values;
comment on table muster.log_head is 'How far the tree reaches: its size, the last event in it, and the newest checkpoint that was published.';

create table muster.log_keys (
  place        integer primary key check (place >= 0),
  verifier_key text not null,
  from_size    bigint not null,
  handover     text
);
comment on table muster.log_keys is 'Every key of the log, oldest first, with the signed note that handed the log over to it.';
`;

const writing = `
create function muster.extend_log(
  old_size bigint, last_tx xid8, last_seq bigint,
  streams text[], positions integer[], levels smallint[], indexes bigint[], grown bytea[])
  returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- The fence: whoever believes the tree to be of another size writes nothing.
  update muster.log_head h set size = h.size + cardinality(streams), tx = last_tx, seq = last_seq
   where h.size = old_size and (last_tx, last_seq) > (h.tx, h.seq);
  if not found then
    return false;
  end if;

  insert into muster.leaves (index, stream, position)
  select old_size + given.n - 1, given.stream, given.position
    from unnest(streams, positions) with ordinality as given (stream, position, n);

  if exists (select from unnest(levels, indexes, grown) as given (level, index, hashes)
               join muster.tiles t on t.level = given.level and t.index = given.index
              where substr(given.hashes, 1, length(t.hashes)) <> t.hashes) then
    raise exception 'A tile of the log only grows: what it held cannot become something else.'
      using errcode = 'insufficient_privilege';
  end if;
  insert into muster.tiles as t (level, index, hashes)
  select given.level, given.index, given.hashes
    from unnest(levels, indexes, grown) as given (level, index, hashes)
      on conflict (level, index) do update set hashes = excluded.hashes;
  return true;
end $$;

create function muster.publish_checkpoint(of_size bigint, note text)
  returns boolean language sql security definer set search_path = pg_catalog, pg_temp as $$
  with published as (
    update muster.log_head h set checkpoint_size = of_size, checkpoint = note
     where h.size >= of_size and (h.checkpoint_size is null or h.checkpoint_size <= of_size)
    returning 1)
  select exists (select from published)
$$;

create function muster.enter_log_key(at_place integer, key text, size bigint, note text)
  returns boolean language sql security definer set search_path = pg_catalog, pg_temp as $$
  with entered as (
    insert into muster.log_keys (place, verifier_key, from_size, handover)
    select at_place, key, size, note
     where at_place = (select count(*) from muster.log_keys)
        on conflict do nothing
    returning 1)
  select exists (select from entered)
$$;
`;

const rights = `
revoke all on function muster.extend_log(bigint, xid8, bigint, text[], integer[], smallint[], bigint[], bytea[]) from public;
revoke all on function muster.publish_checkpoint(bigint, text) from public;
revoke all on function muster.enter_log_key(integer, text, bigint, text) from public;
grant select on muster.leaves, muster.tiles, muster.log_head, muster.log_keys to muster_app;
grant execute on function muster.extend_log(bigint, xid8, bigint, text[], integer[], smallint[], bigint[], bytea[]) to muster_app;
grant execute on function muster.publish_checkpoint(bigint, text) to muster_app;
grant execute on function muster.enter_log_key(integer, text, bigint, text) to muster_app;
`;
