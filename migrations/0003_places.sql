-- Provinces and communes with the days on which they hold, what the former ones became, and every
-- name by which people still look them up. Filled from data/places by the program, read-only to it.
create schema places;
grant usage on schema places to taicho_app;

create type places.province_kind as enum ('tinh', 'thanh_pho');
create type places.commune_kind as enum ('xa', 'phuong', 'thi_tran', 'dac_khu');

-- Codes are used again with another meaning: 37 was Ninh Bình before and after 1 July 2025, but not
-- the same Ninh Bình. A unit is named by its code and the first day on which it held.
create table places.province (
  code       text not null,
  valid_from date not null,
  valid_to   date,
  kind       places.province_kind not null,
  name       text not null,
  full_name  text not null generated always as (
    case kind when 'tinh' then 'Tỉnh ' when 'thanh_pho' then 'Thành phố ' end || name) stored,
  valid      daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  primary key (code, valid_from),
  constraint province_code_means_one_province_on_a_day unique (code, valid without overlaps),
  constraint province_code_has_two_digits check (code ~ '^\d\d$')
);
comment on column places.province.valid_to is 'The first day on which it held no more; null while it holds.';

-- Districts ended on 1 July 2025; papers issued before still name them.
create table places.district (
  province_code       text not null,
  province_valid_from date not null,
  name                text not null,
  valid_to            date not null,
  primary key (province_code, province_valid_from, name),
  constraint district_lies_in_a_province foreign key (province_code, province_valid_from)
    references places.province (code, valid_from)
);

create table places.commune (
  code          text not null,
  valid_from    date not null,
  valid_to      date,
  kind          places.commune_kind not null,
  name          text not null,
  full_name     text not null generated always as (
    case kind when 'xa' then 'Xã ' when 'phuong' then 'Phường ' when 'thi_tran' then 'Thị trấn '
              when 'dac_khu' then 'Đặc khu ' end || name) stored,
  province_code text not null,
  district      text,
  name_folded   text not null generated always as (taicho.fold(name)) stored,
  valid         daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  primary key (code, valid_from),
  constraint commune_code_means_one_commune_on_a_day unique (code, valid without overlaps),
  constraint commune_lies_in_a_province_all_its_days foreign key (province_code, period valid)
    references places.province (code, period valid),
  constraint commune_code_has_five_digits check (code ~ '^\d{5}$')
);
create index commune_of_province on places.commune (province_code, code);
comment on column places.commune.valid_from is
  'Of the communes before July 2025 the data does not tell the first day; they count from 1 August 2008, when there came to be 63 provinces.';

-- What a commune became: several where it was divided.
create table places.succession (
  code                 text not null,
  valid_from           date not null,
  successor_code       text not null,
  successor_valid_from date not null,
  main                 boolean,
  primary key (code, valid_from, successor_code, successor_valid_from),
  constraint succession_begins_with_a_commune foreign key (code, valid_from)
    references places.commune (code, valid_from),
  constraint succession_ends_with_a_commune foreign key (successor_code, successor_valid_from)
    references places.commune (code, valid_from)
);
create index succession_of_successor on places.succession (successor_code, successor_valid_from);
comment on column places.succession.main is
  'Whether most of it went there; null where a commune was divided and the data does not tell.';

-- Every name that a commune bears or bore, and of units that were gone before July 2025. The names
-- of today have the lowest numbers.
create table places.known_name (
  id         int primary key,
  full_name  text not null,
  district   text,
  province   text not null,
  -- Of the commune that bore the name; null when it was gone before the codes that the data knows.
  code       text,
  valid_from date not null,
  -- Without the word for the kind, marks and case: "goi", "vu ban".
  name_said     text not null,
  district_said text not null,
  -- In lower case, each tone mark at the end of its word: Hoà and Hòa are alike, Hòa and Hoa not.
  name_marked   text not null,
  -- The words of the name (weight A), its district (B) and province (C); then those for kinds, and
  -- for a commune of today the districts and provinces that it was made from (D).
  words      tsvector not null,
  constraint known_name_was_borne_by_a_commune foreign key (code, valid_from)
    references places.commune (code, valid_from)
);
create index known_name_by_words on places.known_name using gin (words);
create index known_name_as_said on places.known_name (name_said);
create index known_name_alike on places.known_name using gin (name_said gin_trgm_ops);

-- The communes that a name has stood for: its own, then what that became, the main part ahead. Their
-- days and province are told again here, for the search.
create table places.known_name_stands_for (
  known_name_id int not null references places.known_name (id),
  nth           int not null,
  code          text not null,
  valid_from    date not null,
  valid_to      date,
  province_code text not null,
  primary key (known_name_id, nth),
  constraint known_name_stands_for_a_commune foreign key (code, valid_from)
    references places.commune (code, valid_from)
);
create index known_name_of_commune on places.known_name_stands_for (code, valid_from);

-- Which shipped data these tables hold.
create table places.dataset (
  only_row  boolean primary key default true check (only_row),
  version   text not null,
  loaded_at timestamptz not null
);

grant select on all tables in schema places to taicho_app;
