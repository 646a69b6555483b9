-- The one-stop desk of a commune: the tenant, and what belongs to it.
create schema offices;
grant usage on schema offices to taicho_app;

create type offices.venue_kind as enum ('hall', 'hamlet_house', 'factory', 'other');
-- Where the seats of authorities lie, seen from a desk; the desk's own commune is no way at all.
create type offices.agency_seat as enum ('commune_police', 'district', 'province', 'capital');

-- The desks of the country. Everyone may look one up, so that the site finds it by its address;
-- only the desk itself changes its row.
create table offices.office (
  id                  uuid primary key default gen_random_uuid(),
  slug                text not null,
  name                text not null,
  name_en             text not null,
  commune_code        text not null,
  commune_valid_from  date not null,
  phone               text,
  address             text,
  -- When the desk is open, in words, as painted beside the door.
  opening             text,
  opening_en          text,
  is_demo             boolean not null default false,
  -- Before the number of each request of the desk: TC-…
  request_code_prefix text not null default 'TC',
  -- By which hours saved are estimated from the kilometres of agency_distance.
  road_speed_kmh      numeric not null default 25,
  minutes_per_visit   integer not null default 60,
  opened_at           timestamptz not null,

  constraint office_lies_in_a_commune
    foreign key (commune_code, commune_valid_from) references places.commune (code, valid_from),
  constraint office_slug_is_unique unique (slug),
  constraint office_slug_is_an_address
    check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 2 and 60),
  constraint office_has_names check (btrim(name) <> '' and btrim(name_en) <> ''),
  constraint office_opening_is_said_in_both_languages check ((opening is null) = (opening_en is null)),
  constraint office_phone_is_digits check (phone ~ '^\+?[0-9]{8,15}$'),
  constraint office_prefix_is_two_to_four_letters check (request_code_prefix ~ '^[A-Z]{2,4}$'),
  constraint office_road_speed_is_possible check (road_speed_kmh between 5 and 120),
  constraint office_visit_takes_some_minutes check (minutes_per_visit between 0 and 480)
);
alter table offices.office enable row level security;
create policy offices_are_public on offices.office for select using (true);
create policy an_office_opens_itself on offices.office for insert
  with check (id = taicho.current_office());
create policy an_office_changes_itself on offices.office for update
  using (id = taicho.current_office()) with check (id = taicho.current_office());
grant select, insert, update on offices.office to taicho_app;

-- The communes around, whose people come here too. Keyed as places are: codes were used again.
create table offices.neighbour (
  office_id          uuid not null references offices.office (id),
  commune_code       text not null,
  commune_valid_from date not null,
  primary key (office_id, commune_code, commune_valid_from),
  constraint neighbour_is_a_commune
    foreign key (commune_code, commune_valid_from) references places.commune (code, valid_from)
);
call taicho.tenant_table('offices.neighbour');
grant insert, delete on offices.neighbour to taicho_app;

-- Where a service day can be held.
create table offices.venue (
  id        uuid primary key default gen_random_uuid(),
  office_id uuid not null references offices.office (id),
  kind      offices.venue_kind not null,
  name      text not null,
  address   text not null default '',
  -- What people should know: which gate, where to park, that there is a ramp.
  note      text not null default '',
  in_use    boolean not null default true,
  -- Rows that point here carry their office too, so that no key crosses offices.
  unique (office_id, id),
  constraint venue_has_a_name check (btrim(name) <> ''),
  constraint venue_name_is_unique_in_office unique (office_id, name)
);
call taicho.tenant_table('offices.venue');
grant insert, update on offices.venue to taicho_app;

create table offices.hamlet (
  id         uuid primary key default gen_random_uuid(),
  office_id  uuid not null references offices.office (id),
  name       text not null,
  households integer,
  unique (office_id, id),
  constraint hamlet_has_a_name check (btrim(name) <> ''),
  constraint hamlet_households_are_possible check (households between 0 and 20000),
  constraint hamlet_name_is_unique_in_office unique (office_id, name)
);
call taicho.tenant_table('offices.hamlet');
grant insert, update, delete on offices.hamlet to taicho_app;

create table offices.counter (
  id        uuid primary key default gen_random_uuid(),
  office_id uuid not null references offices.office (id),
  -- As painted on the sign above it.
  number    integer not null,
  name      text not null default '',
  in_use    boolean not null default true,
  unique (office_id, id),
  constraint counter_number_is_on_a_sign check (number between 1 and 99),
  constraint counter_number_is_unique_in_office unique (office_id, number)
);
call taicho.tenant_table('offices.counter');
grant insert, update on offices.counter to taicho_app;

-- How far a person would have had to go, by the kind of seat that an authority has. Dated, because
-- seats move: in July 2025 districts ended and some provinces got another centre.
create table offices.agency_distance (
  office_id  uuid not null references offices.office (id),
  at         offices.agency_seat not null,
  valid_from date not null,
  valid_to   date,
  -- One way, by road, from the desk.
  km         numeric not null,
  -- Where the seat is and how the distance was found.
  note       text not null default '',
  valid      daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  primary key (office_id, at, valid_from),
  constraint agency_distance_is_possible check (km between 0 and 3000),
  constraint agency_distance_is_one_on_a_day unique (office_id, at, valid without overlaps)
);
call taicho.tenant_table('offices.agency_distance');
grant insert, update, delete on offices.agency_distance to taicho_app;
