-- The trail: who did what to what, when. Insert and read only, each entry chained to the one before.
create schema audit;
grant usage on schema audit to taicho_app;

create table audit.entry (
  office_id     uuid not null,
  -- Set by the trigger: 1, 2, 3 … within the office, in the order of commit.
  number        bigint not null,
  at            timestamptz not null,
  actor         jsonb not null,
  action        text not null,
  subject_id    text not null,
  detail        jsonb not null default '{}',
  previous_hash bytea not null,
  hash          bytea not null,
  primary key (office_id, number),
  constraint entry_action_names_its_module check (action ~ '^[a-z_]+\.[a-z_]+$')
);
create index entry_of_subject on audit.entry (office_id, subject_id, number);
call taicho.tenant_table('audit.entry');
grant insert on audit.entry to taicho_app;

-- The newest link of each office's chain. The program may not touch it; the trigger does.
create table audit.chain (
  office_id uuid primary key,
  number    bigint not null,
  hash      bytea not null
);

-- What is hashed: the hash before, and every column in a fixed form.
create function audit.entry_hash(it audit.entry) returns bytea
  language sql immutable
  return sha256(it.previous_hash || convert_to(concat_ws(E'\x1f',
    it.office_id, it.number, extract(epoch from it.at)::numeric(20, 6), it.actor::text,
    it.action, it.subject_id, it.detail::text), 'UTF8'));

-- The chain row's lock puts the transactions of one office in order; the program writes its entries
-- last in a transaction, so the lock is held for the commit only.
create function audit.chain_entry() returns trigger
  language plpgsql security definer set search_path = audit, pg_temp as $$
declare
  link audit.chain;
begin
  insert into audit.chain as c (office_id, number, hash) values (new.office_id, 1, '')
    on conflict (office_id) do update set number = c.number + 1
    returning * into link;
  new.number := link.number;
  new.previous_hash := link.hash;
  new.hash := audit.entry_hash(new);
  update audit.chain set hash = new.hash where office_id = new.office_id;
  return new;
end $$;
create trigger chain_entry before insert on audit.entry
  for each row execute function audit.chain_entry();

-- The first entry whose link is broken, or null: a changed, missing or foreign row is found.
create function audit.first_broken_link(office uuid) returns bigint
  language sql stable security definer set search_path = audit, pg_temp
  begin atomic
    with linked as (
      select e.number,
             e.number = row_number() over w
               and e.previous_hash = coalesce(lag(e.hash) over w, ''::bytea)
               and e.hash = audit.entry_hash(e) as whole
        from audit.entry e where e.office_id = office
      window w as (order by e.number)
    )
    select min(number) from (
      select number from linked where not whole
      union all
      -- The tail cut off: the chain remembers more entries than there are.
      select c.number from audit.chain c where c.office_id = office
         and c.hash is distinct from (select e.hash from audit.entry e
               where e.office_id = office order by e.number desc limit 1)
    ) broken;
  end;
grant execute on function audit.first_broken_link to taicho_app;
