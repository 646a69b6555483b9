-- One line, first half: a place kept for a time of a service day.
create schema queue;
grant usage on schema queue to taicho_app;

create type queue.priority as enum ('over_75', 'disabled', 'pregnant', 'with_infant', 'war_invalid');
-- held: kept while a form is filled in, or while somebody of the waiting list decides.
-- displaced: its day was cancelled or no longer holds that time; the person is offered another.
create type queue.appointment_state as enum ('held', 'booked', 'cancelled', 'displaced');
create type queue.booked_through as enum ('web', 'desk', 'waiting_list');
create type queue.day_part as enum ('any', 'morning', 'afternoon');
create type queue.wish_state as enum ('waiting', 'offered', 'taken', 'lapsed', 'withdrawn');

-- How the office keeps its line; no row where it keeps to the usual (src/modules/queue/rules.ts).
create table queue.rules (
  office_id                   uuid primary key references offices.office (id),
  -- Appointments begin at multiples of it and last one or more of it.
  slot_minutes                smallint not null,
  -- What a procedure takes whose minutes nobody has said.
  usual_minutes               smallint not null,
  -- The share of a day's time and people that no appointment may take.
  walk_in_percent             smallint not null,
  horizon_days                smallint not null,
  -- Until how long before its time an appointment can be made by citizens.
  lead_minutes                smallint not null,
  hold_minutes                smallint not null,
  offer_minutes               smallint not null,
  holds_per_phone             smallint not null,
  bookings_per_phone          smallint not null,
  holds_per_office            smallint not null,
  -- A booked person stands in line as if come so long before their time, unless later than late_minutes.
  booked_head_start_minutes   smallint not null,
  late_minutes                smallint not null,
  priorities                  queue.priority[] not null,
  priority_head_start_minutes smallint not null,
  -- A missed call puts a person back by so many places; after so many missed calls they have left.
  put_back_places             smallint not null,
  missed_calls                smallint not null,
  rejoin_minutes              smallint not null,
  -- From how many places before one's turn the phone is told.
  near_places                 smallint not null,
  constraint rules_slot_is_possible check (slot_minutes in (5, 10, 15, 20, 30, 60)),
  constraint rules_usual_minutes_are_possible check (usual_minutes between 5 and 240),
  constraint rules_walk_in_share_is_a_share check (walk_in_percent between 0 and 100),
  constraint rules_spans_are_possible check (
    horizon_days between 1 and 120 and lead_minutes between 0 and 10080
    and hold_minutes between 1 and 30 and offer_minutes between 5 and 1440
    and booked_head_start_minutes between 0 and 480 and late_minutes between 0 and 120
    and priority_head_start_minutes between 0 and 480 and rejoin_minutes between 0 and 120),
  constraint rules_limits_are_possible check (
    holds_per_phone between 1 and 20 and bookings_per_phone between 1 and 100
    and holds_per_office between 1 and 10000 and put_back_places between 1 and 20
    and missed_calls between 1 and 10 and near_places between 1 and 20)
);
call taicho.tenant_table('queue.rules');
grant insert, update on queue.rules to taicho_app;

-- How long a procedure takes at this desk, as the office says.
create table queue.expected_minutes (
  office_id      uuid not null references offices.office (id),
  procedure_code text not null references catalogue.procedure (code),
  minutes        smallint not null,
  primary key (office_id, procedure_code),
  constraint expected_minutes_are_possible check (minutes between 5 and 240)
);
call taicho.tenant_table('queue.expected_minutes');
grant insert, update, delete on queue.expected_minutes to taicho_app;

-- One row a service day, made at first use: what is kept of it by appointments, and the newest number.
-- What is booked is counted by the trigger of queue.seat; what may be booked is written by whoever
-- takes a seat, from the day as it stands then.
create table queue.day (
  service_day_id   uuid primary key,
  office_id        uuid not null,
  bookable_minutes int not null default 0,
  bookable_people  int,
  booked_minutes   int not null default 0,
  booked_people    int not null default 0,
  last_number      int not null default 0,
  constraint day_is_a_service_day foreign key (office_id, service_day_id)
    references service_days.service_day (office_id, id),
  unique (office_id, service_day_id)
);
call taicho.tenant_table('queue.day');
grant insert, update on queue.day to taicho_app;

create table queue.appointment (
  id             uuid primary key default uuidv7(),
  office_id      uuid not null,
  service_day_id uuid not null,
  state          queue.appointment_state not null,
  through        queue.booked_through not null,
  -- Made by the form: the same command sent twice is one appointment.
  client_key     text not null,
  -- In the link: whoever has it may see, change and cancel the appointment.
  token          text not null,
  -- Six digits, typed at the kiosk or said at the door. Null while held.
  code           text,
  held_until     timestamptz,
  made_at        timestamptz not null,
  booked_at      timestamptz,
  minutes        smallint not null,
  -- How many people come; more than one with the name of who sends them.
  party          smallint not null default 1,
  organisation   text,
  -- Who is to come, and who booked when that is somebody else.
  person_name    text,
  booker_name    text,
  phone_sealed   bytea,
  phone_mark     bytea,
  note           text,
  ended_at       timestamptz,
  end_reason     text,

  unique (office_id, id),
  constraint appointment_client_key_is_used_once unique (office_id, client_key),
  constraint appointment_token_is_unique unique (token),
  constraint appointment_is_for_a_service_day foreign key (office_id, service_day_id)
    references queue.day (office_id, service_day_id),
  constraint appointment_held_says_until_when check ((state = 'held') = (held_until is not null)),
  constraint appointment_booked_has_code_and_name check (
    state <> 'booked' or (code is not null and booked_at is not null
      and coalesce(person_name, organisation) is not null)),
  constraint appointment_ended_says_when check (
    (state in ('cancelled', 'displaced')) = (ended_at is not null)),
  constraint appointment_code_is_six_digits check (code ~ '^\d{6}$'),
  constraint appointment_party_is_a_group_with_a_name check (
    party between 1 and 2000 and (party = 1 or organisation is not null)),
  constraint appointment_phone_is_sealed_and_marked check (
    (phone_sealed is null) = (phone_mark is null))
);
create unique index appointment_code_is_unique_while_booked
  on queue.appointment (office_id, code) where state = 'booked';
create index appointment_of_day on queue.appointment (service_day_id, state);
create index appointment_by_phone on queue.appointment (office_id, phone_mark)
  where state in ('held', 'booked');
create index appointment_held on queue.appointment (office_id, held_until) where state = 'held';
call taicho.tenant_table('queue.appointment');
grant insert, update, delete on queue.appointment to taicho_app;

create table queue.appointment_procedure (
  office_id      uuid not null,
  appointment_id uuid not null,
  position       smallint not null,
  procedure_code text not null references catalogue.procedure (code),
  primary key (appointment_id, position),
  foreign key (office_id, appointment_id) references queue.appointment (office_id, id)
    on delete cascade
);
call taicho.tenant_table('queue.appointment_procedure');
grant insert, delete on queue.appointment_procedure to taicho_app;

-- The people of a group, named when they are known.
create table queue.appointment_person (
  office_id      uuid not null,
  appointment_id uuid not null,
  position       smallint not null,
  name           text not null,
  procedure_code text references catalogue.procedure (code),
  primary key (appointment_id, position),
  constraint appointment_person_has_a_name check (btrim(name) <> ''),
  foreign key (office_id, appointment_id) references queue.appointment (office_id, id)
    on delete cascade
);
call taicho.tenant_table('queue.appointment_person');
grant insert, update, delete on queue.appointment_person to taicho_app;

-- Who sits where and when: minutes of the day, one lane for each person served at the same time.
-- Two appointments never hold the same minutes of a lane: the constraint says so, nobody else.
create table queue.seat (
  office_id      uuid not null,
  service_day_id uuid not null,
  appointment_id uuid not null,
  lane           smallint not null,
  during         int4range not null,
  people         smallint not null default 1,
  primary key (appointment_id, lane),
  foreign key (office_id, appointment_id) references queue.appointment (office_id, id)
    on delete cascade,
  constraint seat_lane_is_possible check (lane between 1 and 99),
  constraint seat_lies_within_a_day check (
    not isempty(during) and lower(during) >= 0 and upper(during) <= 1440),
  constraint seat_is_given_once exclude using gist
    (service_day_id with =, lane with =, during with &&)
);
call taicho.tenant_table('queue.seat');
grant insert, update, delete on queue.seat to taicho_app;

-- The share of walk-ins is kept by the database: no seat more than the day's bookable time and people.
create function queue.count_seat() returns trigger
  language plpgsql set search_path = queue, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    update queue.day set booked_minutes = booked_minutes - (upper(old.during) - lower(old.during)),
                         booked_people = booked_people - old.people
     where service_day_id = old.service_day_id;
  end if;
  if tg_op <> 'DELETE' then
    update queue.day set booked_minutes = booked_minutes + (upper(new.during) - lower(new.during)),
                         booked_people = booked_people + new.people
     where service_day_id = new.service_day_id;
  end if;
  return null;
end $$;
create trigger count_seat after insert or update or delete on queue.seat
  for each row execute function queue.count_seat();
alter table queue.day
  add constraint day_keeps_time_for_walk_ins check (booked_minutes <= bookable_minutes),
  add constraint day_keeps_room_for_walk_ins check (booked_people <= bookable_people),
  add constraint day_counts_from_nothing check (
    booked_minutes >= 0 and booked_people >= 0 and last_number >= 0);

-- Who would come if a seat of that day became free, in the order asked.
create table queue.wish (
  id             uuid primary key default uuidv7(),
  office_id      uuid not null,
  service_day_id uuid not null,
  state          queue.wish_state not null default 'waiting',
  client_key     text not null,
  token          text not null,
  part           queue.day_part not null,
  minutes        smallint not null,
  name           text not null,
  phone_sealed   bytea not null,
  phone_mark     bytea not null,
  procedure_codes text[] not null,
  asked_at       timestamptz not null,
  -- The seat kept for them, while they decide.
  appointment_id uuid,
  offered_until  timestamptz,
  ended_at       timestamptz,
  unique (office_id, id),
  constraint wish_client_key_is_used_once unique (office_id, client_key),
  constraint wish_token_is_unique unique (token),
  constraint wish_is_for_a_service_day foreign key (office_id, service_day_id)
    references queue.day (office_id, service_day_id),
  constraint wish_offered_says_what_and_until_when check (
    state <> 'offered' or (appointment_id is not null and offered_until is not null)),
  constraint wish_has_a_name check (btrim(name) <> '')
);
create unique index wish_is_one_a_phone_and_day on queue.wish (service_day_id, phone_mark)
  where state in ('waiting', 'offered');
create index wish_waiting on queue.wish (service_day_id, asked_at) where state in ('waiting', 'offered');
call taicho.tenant_table('queue.wish');
grant insert, update on queue.wish to taicho_app;
