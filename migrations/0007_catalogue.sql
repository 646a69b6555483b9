-- What the State does for people: the bodies that decide, and the procedures, both as they stood
-- on any day. National rows: the owner loads and imports them, the program reads.
create schema catalogue;
grant usage on schema catalogue to taicho_app;

-- A body that decides. One row for each age of it; `key` names it in packs for good.
create table catalogue.authority (
  id         uuid primary key default uuidv7(),
  key        text not null,
  valid_from date not null,
  valid_to   date,
  validity   daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  name       jsonb not null,
  level      text not null,
  -- Where a person finds it; the trips spared are counted from this.
  seat       text not null,
  source     text not null,
  constraint authority_is_one_body_at_a_time unique (key, validity without overlaps),
  constraint authority_begins_once unique (key, valid_from),
  constraint authority_level_is_known
    check (level in ('commune', 'district', 'province', 'ministry', 'other')),
  constraint authority_seat_is_known
    check (seat in ('commune', 'commune_police', 'district', 'province', 'capital')),
  constraint authority_ends_after_it_begins check (valid_to > valid_from)
);
grant select on catalogue.authority to taicho_app;

-- What stays the same about a procedure while the law changes it.
create table catalogue.procedure (
  code       text primary key,
  -- What people call it, what it is for, and further ways that they ask for it.
  plain_name jsonb,
  purpose    jsonb,
  spoken     text[] not null default '{}',
  -- 1 is asked for most often; null for all that is rarely asked for at a commune's desk.
  rank       smallint,
  constraint procedure_code_looks_like_one check (code ~ '^[0-9]\.[0-9]{6}$')
);
grant select on catalogue.procedure to taicho_app;

-- The procedure as it stands during [valid_from, valid_to). A request keeps the row it came under.
create table catalogue.procedure_version (
  id             uuid primary key default uuidv7(),
  procedure_code text not null references catalogue.procedure,
  valid_from     date not null,
  valid_to       date,
  validity       daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  origin         text not null,
  name           jsonb not null,
  field          text not null,
  ministry       text,
  decision       text,
  levels         text[] not null default '{}',
  subjects       text[] not null default '{}',
  legal_basis    text[] not null default '{}',
  authority_key  text,
  -- As the national list writes it, where no authority of ours is meant.
  authority_text text,
  channels       jsonb not null,
  papers         jsonb not null,
  questions      jsonb not null default '[]',
  -- Null: not known who may come for another.
  proxy          jsonb,
  proxy_when     jsonb not null default '[]',
  vneid_level    smallint,
  upload_rule    jsonb,
  portal_url     text,
  result         jsonb,
  officer_asks   jsonb not null default '[]',
  warnings       jsonb not null default '[]',
  source         text not null,
  checked_on     date not null,
  -- Of what was loaded or imported: nothing is written when it comes again unchanged.
  content_hash   text not null,
  constraint version_is_the_only_one_of_its_day unique (procedure_code, validity without overlaps),
  constraint version_begins_once unique (procedure_code, valid_from),
  constraint version_authority_exists_all_the_while
    foreign key (authority_key, period validity)
    references catalogue.authority (key, period validity) deferrable initially immediate,
  constraint version_origin_is_known check (origin in ('shipped', 'national', 'office')),
  constraint version_ends_after_it_begins check (valid_to > valid_from),
  constraint version_vneid_level_is_known check (vneid_level between 0 and 2)
);
create index version_of_field on catalogue.procedure_version (field);
grant select on catalogue.procedure_version to taicho_app;

-- An older code, and the one that took its place.
create table catalogue.alias (
  old_code text not null,
  code     text not null references catalogue.procedure,
  primary key (old_code, code),
  constraint alias_leads_elsewhere check (old_code <> code)
);
create index alias_of_code on catalogue.alias (code);
grant select on catalogue.alias to taicho_app;

-- What was loaded last, so that an unchanged catalogue is left alone at every start.
create table catalogue.loaded (
  what text primary key,
  hash text not null,
  at   timestamptz not null default now()
);
grant select on catalogue.loaded to taicho_app;

-- Where each province sets the fee: what the office has entered, and by which resolution.
create table catalogue.office_fee (
  id             uuid primary key default uuidv7(),
  office_id      uuid not null references offices.office (id),
  procedure_code text not null references catalogue.procedure,
  method         text not null,
  valid_from     date not null,
  valid_to       date,
  validity       daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  fee_vnd        integer not null,
  decided_by     text not null,
  constraint fee_is_one_at_a_time
    unique (office_id, procedure_code, method, validity without overlaps),
  constraint fee_method_is_known check (method in ('online', 'in_person', 'post')),
  constraint fee_is_not_negative check (fee_vnd >= 0),
  constraint fee_ends_after_it_begins check (valid_to > valid_from)
);
call taicho.tenant_table('catalogue.office_fee');
grant insert, update, delete on catalogue.office_fee to taicho_app;

-- The index of the search, rebuilt whole when the catalogue or the lexicon changes. A unit is one
-- thing that may be said: an official name, a plain name, a way of asking; or, with `support`,
-- what else is known of the procedure. The nearest unit of a procedure speaks for it.
create table catalogue.search_unit (
  unit    integer primary key,
  code    text not null references catalogue.procedure on delete cascade,
  said    text not null,
  -- The number under which the terms stand that hold everything known of the procedure together.
  rest    integer not null,
  -- The score of a question that says all of it: whoever says only half of it may mean another.
  whole   real not null,
  -- How near the procedure is to an ordinary person, as a factor.
  prior   real not null,
  -- Bits of the special cases that it is meant for: it counts more for each that was asked for,
  -- and less for each of those in `special` that was not.
  suits   integer not null,
  special integer not null,
  constraint unit_numbers_stay_below_those_of_the_rest check (unit < 1000000 and rest >= 1000000)
);
grant select on catalogue.search_unit to taicho_app;

-- Each term with the units that hold it and how much it speaks for each (BM25, rarity included).
-- Kept as arrays: one page fetch a term instead of thousands of index entries.
create table catalogue.search_term (
  term    text primary key,
  units   integer[] not null,
  weights real[] not null,
  constraint term_weighs_in_every_unit check (cardinality(units) = cardinality(weights))
);
-- For mistyped words: the written syllables only, not the terms derived from them.
create index search_term_by_likeness on catalogue.search_term using gin (term gin_trgm_ops)
  where term ~ '^[a-z]+$';
grant select on catalogue.search_term to taicho_app;

-- The `most` procedures nearest to what was asked, best first. `written` names, for a term that is only
-- a guess, the syllable as it was written: known as that, the guess is not needed. Terms held by
-- `common` units or more are passed over: in a long sentence they cost much and decide nothing.
create function catalogue.search_nearest(
  terms text[], factors real[], written text[], asked_special integer,
  rest_weight real, special_weight real, suits_weight real, whole_weight real, common integer, most integer
) returns table (code text, score real, matched text)
  language plpgsql stable parallel safe rows 100
  -- The planner cannot know that a common term unfolds into a thousand rows, and would sort them.
  set enable_sort = off
  set pg_trgm.similarity_threshold = 0.45
  as $$
begin
  return query
    with asked as materialized (
      select a.term, a.factor, a.written, t.units, t.weights
        from unnest(terms, factors, written) as a(term, factor, written)
        left join catalogue.search_term t on t.term = a.term
    ), known as (
      select a.units, a.weights, a.factor from asked a
       where cardinality(a.units) < common
         and (a.written is null or (select b.units from asked b where b.term = a.written) is null)
      union all
      -- What is unknown by its sound too is taken for the syllables most like it.
      select near.units, near.weights, (a.factor * near.likeness)::real
        from asked a join asked wrote on wrote.term = a.written cross join lateral (
          select t.units, t.weights, similarity(t.term, wrote.term) as likeness
            from catalogue.search_term t
           where t.term ~ '^[a-z]+$' and t.term % wrote.term
           order by likeness desc, t.term limit 3) near
       where a.units is null and wrote.units is null
    ), unit as materialized (
      select held.unit, sum(held.weight * known.factor) as score
        from known, unnest(known.units, known.weights) as held(unit, weight)
       group by held.unit
    ), nearest as (
      select unit.unit, unit.score from unit
       where unit.unit < 1000000 order by unit.score desc limit 400
    )
    select u.code,
           ((max(nearest.score * least(1, nearest.score / u.whole) ^ whole_weight) + rest_weight * coalesce(max(rest.score), 0)) * max(u.prior)
             * special_weight ^ bit_count((max(u.special) & ~asked_special)::bit(32))
             * suits_weight ^ bit_count((max(u.suits) & asked_special)::bit(32)))::real,
           (array_agg(u.said order by nearest.score * least(1, nearest.score / u.whole) ^ whole_weight desc))[1]
      from nearest
      join catalogue.search_unit u on u.unit = nearest.unit
      left join unit rest on rest.unit = u.rest
     group by u.code
     order by 2 desc, 1
     limit most;
end $$;
grant execute on function catalogue.search_nearest to taicho_app;

-- For the reports.
create view catalogue.procedure_version_report with (security_invoker = true) as
  select v.id, v.procedure_code, v.name ->> 'vi' as name_vi, v.name ->> 'en' as name_en,
         coalesce(p.plain_name, v.name) ->> 'vi' as plain_name_vi,
         coalesce(p.plain_name, v.name) ->> 'en' as plain_name_en, v.field
    from catalogue.procedure_version v join catalogue.procedure p on p.code = v.procedure_code;
create view catalogue.authority_report with (security_invoker = true) as
  select id, key, name ->> 'vi' as name_vi, name ->> 'en' as name_en, level, seat
    from catalogue.authority;
grant select on catalogue.procedure_version_report, catalogue.authority_report to taicho_app;
