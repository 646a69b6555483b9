-- An office's own edits of the calendar, and when its desk is open. The nation's days are not here:
-- they ship in data/calendar.json, and years not announced yet are computed.
create schema calendar;
grant usage on schema calendar to taicho_app;

create type calendar.office_day_kind as enum ('off', 'working', 'morning', 'afternoon');

create table calendar.office_day (
  office_id  uuid not null,
  date       date not null,
  kind       calendar.office_day_kind not null,
  name       text not null,
  reason     text not null,
  instead_of date,
  set_at     timestamptz not null,
  primary key (office_id, date),
  constraint office_day_is_named check (btrim(name) <> ''),
  constraint office_day_has_a_reason check (btrim(reason) <> ''),
  constraint office_day_makes_up_only_when_worked check (instead_of is null or kind <> 'off'),
  constraint office_day_makes_up_for_another_day check (instead_of <> date)
);
call taicho.tenant_table('calendar.office_day');
grant insert, update, delete on calendar.office_day to taicho_app;

comment on column calendar.office_day.kind is
  'off: closed; working: a day off that is worked; morning, afternoon: open only then.';
comment on column calendar.office_day.instead_of is
  'The day off that this day makes up for.';

create table calendar.office_hours (
  office_id        uuid not null,
  valid_from       date not null,
  weekday          smallint not null,
  morning_opens    time,
  morning_closes   time,
  afternoon_opens  time,
  afternoon_closes time,
  primary key (office_id, valid_from, weekday),
  constraint office_hours_weekday_is_monday_to_sunday check (weekday between 1 and 7),
  constraint office_hours_morning_opens_before_it_closes check (
    (morning_opens is null) = (morning_closes is null) and (morning_opens < morning_closes) is not false),
  constraint office_hours_afternoon_opens_before_it_closes check (
    (afternoon_opens is null) = (afternoon_closes is null)
    and (afternoon_opens < afternoon_closes) is not false),
  constraint office_hours_morning_comes_first check ((morning_closes <= afternoon_opens) is not false),
  constraint office_hours_are_open_sometime check (
    morning_opens is not null or afternoon_opens is not null)
);
call taicho.tenant_table('calendar.office_hours');
grant insert, update, delete on calendar.office_hours to taicho_app;

comment on table calendar.office_hours is
  'A week of hours from valid_from until the next valid_from; a weekday without a row is closed.';
comment on column calendar.office_hours.weekday is '1 is Monday, 7 is Sunday (ISO 8601).';
