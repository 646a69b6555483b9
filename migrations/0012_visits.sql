-- One line, second half: who came, and each stretch of their visit.
create type queue.source as enum ('kiosk', 'desk', 'booked', 'on_the_spot');
create type queue.period_kind as enum ('waiting', 'called', 'serving', 'hold', 'left');
create type queue.outcome as enum ('served', 'absent', 'gave_up', 'sent_elsewhere');
create type queue.device_kind as enum ('kiosk', 'desk');

-- A kiosk is let in by its token; a desk's browser has a letter a day for numbers given while cut off.
create table queue.device (
  id           uuid primary key default uuidv7(),
  office_id    uuid not null references offices.office (id),
  kind         queue.device_kind not null,
  name         text not null,
  -- SHA-256 of the token; null for a desk's browser, whose officer is signed in.
  token_hash   bytea,
  made_at      timestamptz not null,
  last_seen_at timestamptz,
  removed_at   timestamptz,
  unique (office_id, id),
  constraint device_token_is_unique unique (token_hash),
  constraint device_kiosk_has_a_token check ((kind = 'kiosk') = (token_hash is not null)),
  constraint device_has_a_name check (btrim(name) <> '')
);
call taicho.tenant_table('queue.device');
grant insert, update on queue.device to taicho_app;

-- The letter before the numbers that a desk hands out while it is cut off: nobody else uses it that day.
create table queue.series (
  office_id      uuid not null,
  service_day_id uuid not null,
  letter         text not null,
  device_id      uuid not null,
  primary key (service_day_id, letter),
  constraint series_is_one_a_device_and_day unique (service_day_id, device_id),
  constraint series_is_a_letter check (letter ~ '^[A-Z]$'),
  foreign key (office_id, service_day_id) references queue.day (office_id, service_day_id),
  foreign key (office_id, device_id) references queue.device (office_id, id)
);
call taicho.tenant_table('queue.series');
grant insert on queue.series to taicho_app;

-- When the newest number was given: a later number never stands before an earlier one because two
-- processes' clocks differ by a little.
alter table queue.day add column last_taken_at timestamptz;

create table queue.visit (
  id             uuid primary key default uuidv7(),
  office_id      uuid not null,
  service_day_id uuid not null,
  -- '' for the numbers of the one line, a letter for those of a desk that was cut off.
  series         text not null default '',
  number         int not null,
  -- On the ticket's QR: whoever holds the ticket may see how far the line is.
  token          text not null,
  source         queue.source not null,
  priority       queue.priority,
  appointment_id uuid,
  -- Which of the group, 1 for an appointment of one.
  appointment_position smallint,
  -- As said or booked: for the officer, never for the board.
  name           text,
  phone_sealed   bytea,
  phone_mark     bytea,
  taken_at       timestamptz not null,
  unique (office_id, id),
  constraint ticket_number_is_unique_in_service_day unique (service_day_id, series, number),
  constraint ticket_number_counts_from_one check (number > 0),
  constraint ticket_series_is_a_letter check (series ~ '^[A-Z]?$'),
  constraint visit_token_is_unique unique (token),
  constraint visit_is_of_a_service_day foreign key (office_id, service_day_id)
    references queue.day (office_id, service_day_id),
  constraint visit_follows_an_appointment foreign key (office_id, appointment_id)
    references queue.appointment (office_id, id),
  constraint visit_of_an_appointment_says_of_whom check (
    (appointment_id is null) = (appointment_position is null)),
  constraint visit_of_an_appointment_is_one unique (appointment_id, appointment_position),
  constraint visit_phone_is_sealed_and_marked check ((phone_sealed is null) = (phone_mark is null))
);
call taicho.tenant_table('queue.visit');
grant insert, update on queue.visit to taicho_app;

-- What the visit is for; a visit can hold several.
create table queue.visit_procedure (
  office_id      uuid not null,
  visit_id       uuid not null,
  position       smallint not null,
  procedure_code text not null references catalogue.procedure (code),
  primary key (visit_id, position),
  foreign key (office_id, visit_id) references queue.visit (office_id, id)
);
call taicho.tenant_table('queue.visit_procedure');
grant insert, delete on queue.visit_procedure to taicho_app;

-- Each stretch of a visit, with the counter and the officer. Where a visit stands is its open period;
-- waits, service times, the line and the board are read from here and kept nowhere else.
create table queue.period (
  id             bigint generated always as identity primary key,
  office_id      uuid not null,
  service_day_id uuid not null,
  visit_id       uuid not null,
  kind           queue.period_kind not null,
  from_at        timestamptz not null,
  -- Null while it lasts; a visit that ended has an open period 'left'.
  to_at          timestamptz,
  -- While waiting: the moment that orders the line, earliest first.
  turn_at        timestamptz,
  -- While waiting for one counter only: passed to it.
  for_counter_id uuid,
  counter_id     uuid,
  officer_id     uuid,
  -- How often the number was called in this period.
  calls          smallint not null default 0,
  last_call_at   timestamptz,
  -- Called, and nobody came.
  missed         boolean not null default false,
  outcome        queue.outcome,
  reason         text,
  -- Taken back by the officer: it never happened for the figures.
  undone         boolean not null default false,
  foreign key (office_id, visit_id) references queue.visit (office_id, id),
  foreign key (office_id, counter_id) references offices.counter (office_id, id),
  foreign key (office_id, for_counter_id) references offices.counter (office_id, id),
  foreign key (office_id, officer_id) references identity.officer (office_id, id),
  constraint period_runs_forward check (to_at >= from_at),
  constraint period_of_waiting_has_a_turn check ((kind = 'waiting') = (turn_at is not null)),
  constraint period_of_call_has_a_counter check (
    kind not in ('called', 'serving') or counter_id is not null),
  constraint period_left_says_how check ((kind = 'left') = (outcome is not null)),
  constraint period_missed_was_called check (kind = 'called' or not missed)
);
create unique index period_is_one_at_a_time on queue.period (visit_id)
  where to_at is null and not undone;
create unique index period_counter_serves_one_at_a_time on queue.period (service_day_id, counter_id)
  where kind in ('called', 'serving') and to_at is null and not undone;
create index period_line on queue.period (service_day_id, turn_at, visit_id)
  where kind = 'waiting' and to_at is null and not undone;
create index period_of_visit on queue.period (visit_id, id);
create index period_of_day on queue.period (service_day_id, kind, from_at);
call taicho.tenant_table('queue.period');
grant insert, update on queue.period to taicho_app;

-- Who sits at which counter: how many serve at the same time.
create table queue.sitting (
  id             bigint generated always as identity primary key,
  office_id      uuid not null,
  service_day_id uuid not null,
  counter_id     uuid not null,
  officer_id     uuid not null,
  from_at        timestamptz not null,
  to_at          timestamptz,
  foreign key (office_id, service_day_id) references queue.day (office_id, service_day_id),
  foreign key (office_id, counter_id) references offices.counter (office_id, id),
  foreign key (office_id, officer_id) references identity.officer (office_id, id),
  constraint sitting_runs_forward check (to_at >= from_at)
);
create unique index counter_has_one_officer_at_a_time on queue.sitting (service_day_id, counter_id)
  where to_at is null;
create unique index officer_sits_at_one_counter on queue.sitting (service_day_id, officer_id)
  where to_at is null;
call taicho.tenant_table('queue.sitting');
grant insert, update on queue.sitting to taicho_app;

-- Every command to the line, by the key its page made: sent again it has no second effect. Those given
-- while the desk was cut off say so, and what became of them when they were joined.
create table queue.command (
  -- In the order in which they came to the server.
  id             bigint generated always as identity unique,
  office_id      uuid not null,
  client_key     text not null,
  service_day_id uuid not null,
  kind           text not null,
  at             timestamptz not null,
  officer_id     uuid,
  counter_id     uuid,
  visit_id       uuid,
  device_id      uuid,
  on_the_spot    boolean not null default false,
  -- Null while it had its effect; otherwise why it had none.
  superseded     text,
  -- The periods it closed, opened and changed, so that it can be taken back.
  did            jsonb not null default '{}',
  undone_at      timestamptz,
  primary key (office_id, client_key),
  foreign key (office_id, service_day_id) references queue.day (office_id, service_day_id),
  foreign key (office_id, visit_id) references queue.visit (office_id, id),
  foreign key (office_id, device_id) references queue.device (office_id, id)
);
create index command_of_day on queue.command (service_day_id, id);
create index command_of_counter on queue.command (service_day_id, counter_id, id)
  where undone_at is null;
call taicho.tenant_table('queue.command');
grant insert, update on queue.command to taicho_app;

-- One row a visit, for reports: no name, no phone.
create view queue.visit_report with (security_invoker = true) as
  select v.id as visit_id, v.office_id, v.service_day_id, d.date,
         extract(hour from v.taken_at at time zone interval '07:00')::int as hour_taken,
         v.source, v.priority, v.appointment_id is not null as booked,
         -- Until the first call; null for who was never called.
         case when t.first_called_at is not null then
           greatest(extract(epoch from t.first_called_at - v.taken_at)::int, 0)
         end as waited_seconds,
         -- At the counter. Where nobody pressed that it began, since the last call.
         case when l.outcome = 'served' and coalesce(t.served, t.called) is not null then
           greatest(extract(epoch from coalesce(t.served, t.called))::int, 0)
         end as served_seconds,
         coalesce(t.calls, 0)::int as calls, coalesce(t.missed, 0)::int as missed_calls,
         -- Null while the visit lasts.
         l.outcome, p.first_procedure_code, coalesce(p.procedures, 0)::int as procedures,
         c.number as counter_number
    from queue.visit v
    join service_days.service_day d on d.id = v.service_day_id
    left join lateral (
      select min(from_at) filter (where kind in ('called', 'serving')) as first_called_at,
             sum(to_at - from_at) filter (where kind = 'serving') as served,
             sum(to_at - coalesce(last_call_at, from_at))
               filter (where kind = 'called' and not missed) as called,
             sum(calls) filter (where kind = 'called') as calls,
             count(*) filter (where missed) as missed,
             (array_agg(counter_id order by id desc)
               filter (where kind in ('called', 'serving')))[1] as counter_id
        from queue.period where visit_id = v.id and not undone) t on true
    left join lateral (
      select outcome from queue.period
       where visit_id = v.id and kind = 'left' and to_at is null and not undone) l on true
    left join lateral (
      select min(procedure_code) filter (where position = 1) as first_procedure_code,
             count(*) as procedures
        from queue.visit_procedure where visit_id = v.id) p on true
    left join offices.counter c on c.id = t.counter_id;
grant select on queue.visit_report to taicho_app;

-- One row an appointment that was made, for reports.
create view queue.appointment_report with (security_invoker = true) as
  select a.id as appointment_id, a.office_id, a.service_day_id, d.date,
         a.from_minute / 60 as start_hour, a.from_minute as start_minute, a.minutes, a.party, a.through,
         a.state, coalesce(v.people, 0) > 0 as came, coalesce(v.people, 0)::int as people_came
    from queue.appointment a
    join service_days.service_day d on d.id = a.service_day_id
    left join lateral (
      select count(*) as people from queue.visit where appointment_id = a.id) v on true
   where a.state <> 'held';
grant select on queue.appointment_report to taicho_app;
