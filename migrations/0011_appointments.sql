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
  -- Appointments begin at multiples of it after a session's beginning, and last one or more of it.
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
  procedure_code text not null,
  minutes        smallint not null,
  primary key (office_id, procedure_code),
  constraint expected_minutes_are_of_a_known_procedure foreign key (procedure_code)
    references catalogue.procedure (code),
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
  -- Minutes of the day. Kept here too, for who comes when is told after the seats were given back.
  from_minute    smallint not null,
  minutes        smallint not null,
  -- How many are served at the same time: more than one for a group.
  lanes          smallint not null default 1,
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
  -- Of the changes that it went through: each has its effect once, however late it is sent again.
  change_keys    text[] not null default '{}',

  unique (office_id, id),
  constraint appointment_client_key_is_used_once unique (client_key, office_id),
  constraint appointment_token_is_unique unique (token),
  constraint appointment_is_for_a_service_day foreign key (office_id, service_day_id)
    references queue.day (office_id, service_day_id),
  constraint appointment_lies_within_a_day check (
    from_minute >= 0 and minutes > 0 and from_minute + minutes <= 1440 and lanes between 1 and 99),
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
create index appointment_by_phone on queue.appointment (phone_mark, office_id)
  where state in ('held', 'booked');
create index appointment_held on queue.appointment (office_id, held_until) where state = 'held';
call taicho.tenant_table('queue.appointment');
grant insert, update, delete on queue.appointment to taicho_app;

create table queue.appointment_procedure (
  office_id      uuid not null,
  appointment_id uuid not null,
  position       smallint not null,
  procedure_code text not null,
  primary key (appointment_id, position),
  constraint appointment_procedure_is_a_known_one foreign key (procedure_code)
    references catalogue.procedure (code),
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
  procedure_code text,
  primary key (appointment_id, position),
  constraint appointment_person_has_a_name check (btrim(name) <> ''),
  constraint appointment_person_procedure_is_a_known_one foreign key (procedure_code)
    references catalogue.procedure (code),
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
  from_minute    smallint not null,
  to_minute      smallint not null,
  during         int4range not null generated always as (int4range(from_minute, to_minute)) stored,
  people         smallint not null default 1,
  primary key (appointment_id, lane),
  foreign key (office_id, appointment_id) references queue.appointment (office_id, id)
    on delete cascade,
  constraint seat_lane_is_possible check (lane between 1 and 99),
  constraint seat_lies_within_a_day check (
    from_minute >= 0 and from_minute < to_minute and to_minute <= 1440),
  constraint seat_is_given_once exclude using gist
    (service_day_id with =, lane with =, during with &&)
);
-- Row-level security keeps the range's operators away from the index of the constraint; whole numbers
-- may be compared.
create index seat_of_lane on queue.seat (service_day_id, lane, from_minute, to_minute);
call taicho.tenant_table('queue.seat');
grant insert, update, delete on queue.seat to taicho_app;

-- The share of walk-ins is kept by the database: no seat more than the day's bookable time and people.
create function queue.count_seat() returns trigger
  language plpgsql set search_path = queue, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    update queue.day set booked_minutes = booked_minutes - (old.to_minute - old.from_minute),
                         booked_people = booked_people - old.people
     where service_day_id = old.service_day_id;
  end if;
  if tg_op <> 'DELETE' then
    update queue.day set booked_minutes = booked_minutes + (new.to_minute - new.from_minute),
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
  constraint wish_client_key_is_used_once unique (client_key, office_id),
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

-- What a service day offers to appointments as it stands now, one row a day. The only place that reads
-- the day, its roster and the counters for it: a seat is then taken in one statement, under one lock.
create view queue.day_frame with (security_invoker = true) as
  select d.id as service_day_id, d.office_id, d.date, d.state, d.venue_id, v.name as venue_name,
         d.capacity, m.morning_from, m.morning_to, m.afternoon_from, m.afternoon_to,
         coalesce(m.morning_to - m.morning_from, 0)
           + coalesce(m.afternoon_to - m.afternoon_from, 0) as session_minutes,
         -- How many are served at the same time: no more than there are counters, nor than officers
         -- who sit there. Where the office has not said the one or the other, that does not bind it.
         coalesce(least(
           nullif((select count(*) from offices.counter c
                    where c.office_id = d.office_id and c.in_use), 0),
           nullif((select count(*) from service_days.roster r where r.service_day_id = d.id), 0)
         ), 1)::int as lanes
    from service_days.service_day d
    join offices.venue v on v.office_id = d.office_id and v.id = d.venue_id
   cross join lateral (
     select (extract(epoch from d.morning_from) / 60)::int as morning_from,
            (extract(epoch from d.morning_to) / 60)::int as morning_to,
            (extract(epoch from d.afternoon_from) / 60)::int as afternoon_from,
            (extract(epoch from d.afternoon_to) / 60)::int as afternoon_to) m;
grant select on queue.day_frame to taicho_app;

-- The rules of the office, or the usual ones, which the program knows.
create function queue.rules_of(office uuid, usual jsonb) returns queue.rules
  language sql stable
  return coalesce(
    (select r from queue.rules r where r.office_id = office),
    jsonb_populate_record(null::queue.rules, usual));

-- How long these procedures take together, in whole slots; what is usual where none is named.
create function queue.minutes_for(procedures text[], rules queue.rules) returns int
  language sql stable
  return ceil(coalesce(
      (select sum(coalesce(e.minutes, rules.usual_minutes))
         from unnest(procedures) code
         left join queue.expected_minutes e
           on e.office_id = taicho.current_office() and e.procedure_code = code),
      rules.usual_minutes) / rules.slot_minutes::numeric)::int * rules.slot_minutes;

-- An instant of a day in Việt Nam, by its minutes.
create function queue.instant(day date, minute int) returns timestamptz
  language sql immutable
  return (day + make_interval(mins => minute)) at time zone 'Asia/Ho_Chi_Minh';

-- Holds the day for this transaction: who takes, moves or frees seats of it waits here, so that the
-- choice of a lane below stands when it is written.
-- Locks are taken in this order, so that none waits for another in a circle: the phone, the days by
-- id, the appointment.
create function queue.take_day(office uuid, day uuid) returns queue.day
  language plpgsql as $$
declare
  found_day queue.day;
begin
  select * into found_day from queue.day d
   where d.office_id = office and d.service_day_id = day for no key update;
  if not found then
    insert into queue.day (office_id, service_day_id)
      select f.office_id, f.service_day_id from queue.day_frame f
       where f.office_id = office and f.service_day_id = day
      on conflict do nothing;
    select * into found_day from queue.day d
     where d.office_id = office and d.service_day_id = day for no key update;
  end if;
  return found_day;
end $$;

-- Seats of that day whose hold has lapsed are free from now on. True when there were any. A hold that
-- is just being booked is passed over: it is not lapsed for who books it.
create function queue.free_lapsed(office uuid, day uuid, at timestamptz) returns boolean
  language plpgsql as $$
begin
  with lapsed as (
    select a.id from queue.appointment a
     where a.office_id = office and a.state = 'held' and a.held_until <= at
       and a.service_day_id = day
       and exists (select from queue.seat s where s.appointment_id = a.id)
       for no key update skip locked)
  delete from queue.seat s using lapsed where s.appointment_id = lapsed.id;
  return found;
end $$;

create function queue.lock_day(office uuid, day uuid, at timestamptz) returns queue.day
  language plpgsql as $$
declare
  found_day queue.day := queue.take_day(office, day);
begin
  if found_day.service_day_id is not null and queue.free_lapsed(office, day, at) then
    select * into found_day from queue.day d where d.service_day_id = day;
  end if;
  return found_day;
end $$;

-- Chooses the lanes of an appointment that may be written in this transaction, and holds the day.
-- Outcome: 'free', or by which name the office says no. By citizens: not too late, not too far ahead.
create function queue.choose_lanes(
  office uuid, day uuid, at timestamptz, rules queue.rules, starts int, lasts int,
  lanes_wanted int, people int, by_citizen boolean, out outcome text, out lanes smallint[], out on_date date,
  -- More than half of what may be booked is taken.
  out scarce boolean)
  language plpgsql as $$
declare
  locked queue.day;
  frame queue.day_frame;
  session_from int;
  may_minutes int;
  may_people int;
  busy_until int;
begin
  locked := queue.take_day(office, day);
  -- Read after the lock: a day that was cancelled meanwhile is seen as cancelled.
  select * into frame from queue.day_frame f where f.office_id = office and f.service_day_id = day;
  if not found then outcome := 'day_unknown'; return; end if;
  on_date := frame.date;
  if frame.state not in ('planned', 'open') then outcome := 'day_closed'; return; end if;

  session_from := case
    when starts >= frame.morning_from and starts + lasts <= frame.morning_to then frame.morning_from
    when starts >= frame.afternoon_from and starts + lasts <= frame.afternoon_to
      then frame.afternoon_from
  end;
  if session_from is null or (starts - session_from) % rules.slot_minutes <> 0 then
    outcome := 'time_unknown'; return;
  end if;
  if by_citizen then
    if queue.instant(frame.date, starts) < at + make_interval(mins => rules.lead_minutes) then
      outcome := 'too_late'; return;
    end if;
    if frame.date > (at at time zone 'Asia/Ho_Chi_Minh')::date + rules.horizon_days then
      outcome := 'too_far'; return;
    end if;
  elsif queue.instant(frame.date, starts + lasts) <= at then
    outcome := 'too_late'; return;
  end if;

  may_minutes := (100 - rules.walk_in_percent) * frame.lanes * frame.session_minutes / 100;
  may_people := (100 - rules.walk_in_percent) * frame.capacity / 100;
  -- Only where there is no room is it looked whether somebody let a hold lapse.
  <<again>> loop
    scarce := 2 * (locked.booked_minutes + lasts * lanes_wanted) > may_minutes;
    lanes := null;
    outcome := 'day_full';
    if locked.booked_minutes + lasts * lanes_wanted <= may_minutes
       and coalesce(locked.booked_people + people <= may_people, true) then
      outcome := 'seat_taken';
      for every_lane in 1 .. frame.lanes loop
        -- Seats of a lane lie one after the other: of those that begin before the end, the last says
        -- all. Said as one comparison, which only the ordered index can answer.
        select s.to_minute into busy_until from queue.seat s
         where (s.service_day_id, s.lane, s.from_minute)
                 < (day, every_lane::smallint, (starts + lasts)::smallint)
           and (s.service_day_id, s.lane) >= (day, every_lane::smallint)
         order by s.service_day_id desc, s.lane desc, s.from_minute desc limit 1;
        if not found or busy_until <= starts then
          lanes := lanes || every_lane::smallint;
          exit again when cardinality(lanes) = lanes_wanted;
        end if;
      end loop;
    end if;
    if not queue.free_lapsed(office, day, at) then lanes := null; return; end if;
    select * into locked from queue.day d where d.service_day_id = day;
  end loop;
  if (locked.bookable_minutes, locked.bookable_people) is distinct from (may_minutes, may_people) then
    update queue.day d set bookable_minutes = may_minutes, bookable_people = may_people
     where d.service_day_id = day;
  end if;
  outcome := 'free';
end $$;

-- Writes the seats that were chosen, the people spread over the lanes as evenly as can be.
create function queue.write_seats(
  office uuid, day uuid, appointment uuid, starts int, lasts int, lanes smallint[], people int)
  returns void
  language plpgsql as $$
begin
  insert into queue.seat
      (office_id, service_day_id, appointment_id, lane, from_minute, to_minute, people)
    select office, day, appointment, chosen.lane, starts, starts + lasts,
           write_seats.people / cardinality(lanes)
             + (chosen.nth <= write_seats.people % cardinality(lanes))::int
      from unnest(lanes) with ordinality chosen (lane, nth);
end $$;

-- Here and below, plans are kept as long as a connection lives. Made while the tables were nearly empty
-- they would read whole tables ever after: enable_seqscan = off has them use the indexes from the first.

-- Keeps a seat while a citizen fills in the form; the same key is the same hold. Outcome: 'held',
-- 'again' when it was held before, or by which name the office says no. Alone in its transaction it
-- does not wait for the disk: after a power cut within the next second the form asks for the seat
-- again. The booking waits.
create function queue.hold_seat(
  office uuid, asked_day uuid, key text, new_token text, at timestamptz, usual jsonb, asked int,
  asked_procedures text[], sealed bytea, mark bytea, alone boolean,
  out outcome text, out waits int, out day uuid, out token text, out date date, out starts int,
  out lasts int, out held_until timestamptz, out procedures text[])
  language plpgsql set enable_seqscan = off as $$
declare
  rules queue.rules := queue.rules_of(office, usual);
  appointment uuid;
  holds int;
  bookings int;
  lanes smallint[];
  scarce boolean;
begin
  if alone then perform set_config('synchronous_commit', 'off', true); end if;
  -- One phone does one thing at a time, so that its limits hold on all days together.
  perform pg_advisory_xact_lock(hashtextextended(office::text || encode(mark, 'hex'), 11));
  select 'again', a.service_day_id, a.token, f.date, a.from_minute, a.minutes,
         coalesce(a.held_until, at), array(
           select p.procedure_code from queue.appointment_procedure p
            where p.appointment_id = a.id order by p.position)
    into outcome, day, token, date, starts, lasts, held_until, procedures
    from queue.appointment a
    join service_days.service_day f on f.id = a.service_day_id
   where a.office_id = office and a.client_key = key;
  if found then return; end if;

  day := asked_day;
  token := new_token;
  starts := asked;
  procedures := asked_procedures;
  lasts := queue.minutes_for(procedures, rules);
  held_until := at + make_interval(mins => rules.hold_minutes);
  select count(*) filter (where a.state = 'held' and a.held_until > at),
         count(*) filter (where a.state = 'booked' and a.party = 1
           and f.date >= (at at time zone 'Asia/Ho_Chi_Minh')::date),
         ceil(extract(epoch from min(a.held_until) filter (where a.held_until > at) - at) / 60)
    into holds, bookings, waits
    from queue.appointment a
    join service_days.service_day f on f.id = a.service_day_id
   where a.office_id = office and a.phone_mark = mark and a.state in ('held', 'booked');
  if bookings >= rules.bookings_per_phone then outcome := 'too_many_bookings'; return; end if;
  if holds >= rules.holds_per_phone or holds + bookings >= rules.bookings_per_phone then
    outcome := 'too_many_holds'; return;
  end if;

  select chosen.outcome, chosen.lanes, chosen.on_date, chosen.scarce into outcome, lanes, date, scarce
    from queue.choose_lanes(office, day, at, rules, starts, lasts, 1, 1, true) chosen;
  if outcome <> 'free' then return; end if;
  -- Holds that nobody books do harm only where seats become scarce; there they are counted.
  if scarce then
    perform from queue.appointment a
      where a.office_id = office and a.state = 'held' and a.held_until > at
      offset rules.holds_per_office - 1 limit 1;
    if found then outcome := 'office_busy'; return; end if;
  end if;
  insert into queue.appointment as a (office_id, service_day_id, state, through, client_key, token,
      held_until, made_at, from_minute, minutes, phone_sealed, phone_mark)
    values (office, day, 'held', 'web', key, new_token, hold_seat.held_until, at, starts, lasts,
      sealed, mark)
    returning a.id into appointment;
  if cardinality(procedures) > 0 then
    insert into queue.appointment_procedure (office_id, appointment_id, position, procedure_code)
      select office, appointment, nth, code from unnest(procedures) with ordinality named (code, nth);
  end if;
  perform queue.write_seats(office, day, appointment, starts, lasts, lanes, 1);
  outcome := 'held';
end $$;

-- Makes a held appointment a booked one. Of the codes the first is given that no other booked one has.
create function queue.give_code(
  appointment uuid, at timestamptz, person text, booker text, remark text, codes text[])
  returns void
  language plpgsql as $$
declare
  next_code text;
begin
  foreach next_code in array codes loop
    begin
      update queue.appointment a
         set state = 'booked', code = next_code, held_until = null, booked_at = at,
             ended_at = null, end_reason = null, person_name = person, booker_name = booker,
             note = remark
       where a.id = appointment;
      return;
    exception when unique_violation then
      continue;
    end;
  end loop;
  raise 'none of % codes is free', cardinality(codes);
end $$;

-- The trail's door for what is done in one statement: its chain is held for the commit only.
create function audit.record(
  office uuid, at timestamptz, actor jsonb, action text, subject text, detail jsonb default '{}')
  returns void
  language sql
  begin atomic
    insert into audit.entry (office_id, number, at, actor, action, subject_id, detail,
                             previous_hash, hash)
      values (office, 0, at, actor, action, subject, detail, '', '');
  end;

-- An appointment with all that belongs to it. As a function its plan is kept.
create function queue.whole_appointment(
  appointment uuid, out id uuid, out token text, out code text, out state queue.appointment_state,
  out service_day_id uuid, out date date, out day_state service_days.state, out venue_id uuid,
  out from_minute int, out minutes int, out party int, out lanes int, out organisation text,
  out person_name text, out booker_name text, out note text, out through queue.booked_through,
  out has_phone boolean, out held_until timestamptz, out booked_at timestamptz,
  out ended_at timestamptz, out end_reason text, out procedure_codes text[], out people jsonb,
  out visit_token text)
  returns setof record
  language plpgsql stable set enable_seqscan = off as $$
begin
  return query
    select a.id, a.token, coalesce(a.code, ''), a.state, a.service_day_id, d.date, d.state, d.venue_id,
           a.from_minute::int, a.minutes::int, a.party::int, a.lanes::int, a.organisation,
           a.person_name, a.booker_name, a.note, a.through, a.phone_mark is not null, a.held_until,
           a.booked_at, a.ended_at, a.end_reason,
           array(select p.procedure_code from queue.appointment_procedure p
                  where p.appointment_id = a.id order by p.position),
           case when a.party = 1 then '[]' else (
             select coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'procedureCode',
                      p.procedure_code) order by p.position), '[]')
               from queue.appointment_person p where p.appointment_id = a.id) end,
           (select v.token from queue.visit v where v.appointment_id = a.id
             order by v.appointment_position limit 1)
      from queue.appointment a
      join service_days.service_day d on d.id = a.service_day_id
     where a.id = appointment;
end $$;

-- Waits until all that was committed so far is on the disk, in one go with whoever waits at the same
-- time. Bookings of one office follow one another in its trail; so they take turns at the trail only,
-- and not at the disk. https://www.postgresql.org/docs/18/functions-admin.html#FUNCTIONS-REPLICATION
create function queue.is_on_disk() returns boolean
  language plpgsql as $$
begin
  perform pg_logical_emit_message(false, 'taicho', '', true);
  return true;
end $$;

-- Takes a hold over into the booking. A hold that has lapsed is taken again when its seat is still
-- there or free. With an actor it is alone in its transaction: it tells the trail itself, and does not
-- wait for the disk; whoever calls it does (queue.is_on_disk) before anybody is told.
-- Outcome: 'booked', 'again' when it was booked before, 'moved' which asks to be called again, or by
-- which name the office says no.
create function queue.book_held(
  office uuid, held_token text, at timestamptz, usual jsonb, person text, booker text, remark text,
  codes text[], actor jsonb, out outcome text, out id uuid, out day uuid, out starts int)
  language plpgsql set enable_seqscan = off as $$
declare
  it queue.appointment;
  lanes smallint[];
  lapsed boolean;
begin
  if actor is not null then perform set_config('synchronous_commit', 'off', true); end if;
  select * into it from queue.appointment a where a.office_id = office and a.token = held_token;
  if not found then outcome := 'hold_ended'; return; end if;
  lapsed := it.state = 'held'
    and not exists (select from queue.seat s where s.appointment_id = it.id);
  if lapsed then perform queue.lock_day(office, it.service_day_id, at); end if;
  select * into it from queue.appointment a where a.id = it.id for no key update;
  if not found then outcome := 'hold_ended'; return; end if;
  id := it.id;
  day := it.service_day_id;
  starts := it.from_minute;
  if it.state = 'booked' then outcome := 'again'; return; end if;
  if it.state <> 'held' then outcome := 'hold_ended'; return; end if;
  if lapsed then
    select chosen.outcome, chosen.lanes into outcome, lanes
      from queue.choose_lanes(office, it.service_day_id, at, queue.rules_of(office, usual),
        it.from_minute, it.minutes, it.lanes, it.party, false) chosen;
    if outcome <> 'free' then return; end if;
    perform queue.write_seats(
      office, it.service_day_id, it.id, it.from_minute, it.minutes, lanes, it.party);
  elsif not exists (select from queue.seat s where s.appointment_id = it.id) then
    -- Somebody else gave the lapsed seat back between the two looks at it.
    outcome := 'moved'; return;
  end if;
  perform queue.give_code(it.id, at, person, booker, remark, codes);
  if actor is not null then
    perform audit.record(office, at, actor, 'queue.booked', it.id::text);
  end if;
  outcome := 'booked';
end $$;
