-- "Ngày … tại chỗ": the programme of an office, and each day of it.
create schema service_days;
grant usage on schema service_days to taicho_app;

-- What happens to a programme's day that falls on a day off.
create type service_days.holiday_policy as enum ('skip', 'day_before', 'make_up_saturday');
create type service_days.partner_kind as enum ('police', 'youth_union', 'post', 'women_union', 'health', 'other');
create type service_days.state as enum ('planned', 'open', 'closed', 'cancelled');

create table service_days.programme (
  id             uuid primary key default uuidv7(),
  office_id      uuid not null references offices.office (id),
  name_vi        text not null,
  name_en        text not null,
  -- ISO: 1 is Monday, 5 is Friday, 7 is Sunday.
  weekday        smallint not null,
  venue_id       uuid not null,
  morning_from   time,
  morning_to     time,
  afternoon_from time,
  afternoon_to   time,
  -- How many people a day has room for, null means that nobody is turned away.
  capacity       int,
  holiday_policy service_days.holiday_policy not null,
  valid_from     date not null,
  -- The first day that is no longer of the programme, null while it goes on.
  valid_to       date,

  unique (office_id, id),
  constraint programme_is_held_at_a_venue foreign key (office_id, venue_id)
    references offices.venue (office_id, id),
  constraint programme_has_a_name check (btrim(name_vi) <> '' and btrim(name_en) <> ''),
  constraint programme_weekday_is_iso check (weekday between 1 and 7),
  constraint programme_capacity_is_positive check (capacity > 0),
  constraint programme_ends_after_it_begins check (valid_to > valid_from),
  constraint programme_is_decided_once unique (office_id, name_vi, weekday, venue_id, valid_from),
  constraint programme_has_hours check (
    num_nonnulls(morning_from, morning_to) in (0, 2)
    and num_nonnulls(afternoon_from, afternoon_to) in (0, 2)
    and num_nonnulls(morning_from, afternoon_from) > 0),
  constraint programme_hours_run_forward check (
    morning_from < morning_to and afternoon_from < afternoon_to and morning_to <= afternoon_from)
);
call taicho.tenant_table('service_days.programme');
grant insert, update on service_days.programme to taicho_app;

create table service_days.programme_officer (
  office_id    uuid not null,
  programme_id uuid not null,
  officer_id   uuid not null,
  primary key (programme_id, officer_id),
  constraint programme_officer_names_an_officer_of_the_office foreign key (office_id, officer_id)
    references identity.officer (office_id, id),
  constraint programme_officer_belongs_to_a_programme foreign key (office_id, programme_id)
    references service_days.programme (office_id, id)
);
call taicho.tenant_table('service_days.programme_officer');
grant insert, delete on service_days.programme_officer to taicho_app;

create table service_days.programme_procedure (
  office_id      uuid not null,
  programme_id   uuid not null,
  procedure_code text not null,
  -- Promised to be finished on the day itself.
  same_day       boolean not null,
  position       smallint not null,
  primary key (programme_id, procedure_code),
  constraint programme_procedure_is_a_known_one foreign key (procedure_code)
    references catalogue.procedure (code),
  constraint programme_procedure_belongs_to_a_programme foreign key (office_id, programme_id)
    references service_days.programme (office_id, id)
);
call taicho.tenant_table('service_days.programme_procedure');
grant insert, delete on service_days.programme_procedure to taicho_app;

create table service_days.programme_partner (
  office_id    uuid not null,
  programme_id uuid not null,
  position     smallint not null,
  kind         service_days.partner_kind not null,
  -- As the office calls them: "Công an xã Vụ Bản".
  name         text not null,
  primary key (programme_id, position),
  constraint programme_partner_belongs_to_a_programme foreign key (office_id, programme_id)
    references service_days.programme (office_id, id)
);
call taicho.tenant_table('service_days.programme_partner');
grant insert, delete on service_days.programme_partner to taicho_app;

create table service_days.service_day (
  id             uuid primary key default uuidv7(),
  office_id      uuid not null,
  programme_id   uuid not null,
  -- The weekday's date that it stands for, null for an extra day.
  nominal_date   date,
  -- The date first announced, differs from the nominal one when the calendar shifted it.
  announced_date date not null,
  -- When it takes place, differs from the announced one when the office moved it.
  date           date not null,
  state          service_days.state not null default 'planned',
  venue_id       uuid not null,
  morning_from   time,
  morning_to     time,
  afternoon_from time,
  afternoon_to   time,
  capacity       int,
  -- Why the calendar shifted or skipped it: the name of the day off.
  holiday        text,
  holiday_en     text,
  moved_reason   text,
  cancel_reason  text,
  close_reason   text,
  extra_reason   text,
  opened_at      timestamptz,
  closed_at      timestamptz,

  unique (office_id, id),
  constraint service_day_is_held_at_a_venue foreign key (office_id, venue_id)
    references offices.venue (office_id, id),
  constraint service_day_belongs_to_a_programme foreign key (office_id, programme_id)
    references service_days.programme (office_id, id),
  constraint service_day_is_planned_once_a_nominal_date unique (programme_id, nominal_date),
  constraint service_day_capacity_is_positive check (capacity > 0),
  constraint service_day_hours_run_forward check (
    num_nonnulls(morning_from, morning_to) in (0, 2)
    and num_nonnulls(afternoon_from, afternoon_to) in (0, 2)
    and num_nonnulls(morning_from, afternoon_from) > 0
    and morning_from < morning_to and afternoon_from < afternoon_to
    and morning_to <= afternoon_from),
  constraint service_day_says_why_it_moved check (date = announced_date or moved_reason is not null),
  constraint service_day_says_why_it_is_cancelled check (
    (state = 'cancelled') = (cancel_reason is not null)),
  constraint service_day_opens_before_it_closes check (
    (state in ('open', 'closed')) = (opened_at is not null)
    and (state = 'closed') = (closed_at is not null) and closed_at >= opened_at),
  constraint service_day_says_why_it_closed check (state <> 'closed' or close_reason is not null),
  constraint service_day_without_nominal_date_says_why check (
    nominal_date is not null or extra_reason is not null)
);
-- A programme sits at most once a date; a cancelled day leaves its date free.
create unique index service_day_is_one_a_date_in_programme
  on service_days.service_day (programme_id, date) where state <> 'cancelled';
create index service_day_by_date on service_days.service_day (office_id, date);
call taicho.tenant_table('service_days.service_day');
grant insert, update on service_days.service_day to taicho_app;

-- Who sits there on the day: the programme's officers at first, then as the day needs.
create table service_days.roster (
  office_id      uuid not null,
  service_day_id uuid not null,
  officer_id     uuid not null,
  primary key (service_day_id, officer_id),
  constraint roster_names_an_officer_of_the_office foreign key (office_id, officer_id)
    references identity.officer (office_id, id),
  constraint roster_belongs_to_a_service_day foreign key (office_id, service_day_id)
    references service_days.service_day (office_id, id)
);
call taicho.tenant_table('service_days.roster');
grant insert, delete on service_days.roster to taicho_app;

-- One row a day, for reports.
create view service_days.service_day_report with (security_invoker = true) as
  select d.id as service_day_id, d.office_id, d.programme_id, p.name_vi as programme_name,
         p.name_en as programme_name_en, d.nominal_date, d.announced_date, d.date, d.state,
         d.capacity, d.date <> d.announced_date as moved, d.nominal_date is null as extra,
         d.announced_date <> d.nominal_date as shifted_by_holiday,
         coalesce(d.cancel_reason, d.moved_reason, d.extra_reason) as reason,
         d.opened_at, d.closed_at,
         (select count(*) from service_days.roster r where r.service_day_id = d.id) as officers
    from service_days.service_day d
    join service_days.programme p on p.id = d.programme_id;
grant select on service_days.service_day_report to taicho_app;
