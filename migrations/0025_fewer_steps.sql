-- The same answers in fewer steps: a booking's time is mostly that of statements within statements.

-- As in 0011; the lanes are found in one statement.
create or replace function queue.choose_lanes(
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
      -- Seats of a lane lie one after the other: of those that begin before the end, the last says
      -- all. Said as one comparison, which only the ordered index can answer. Lanes are looked at in
      -- order, no further than is needed.
      select array_agg(free.lane) into lanes from (
        select every_lane::smallint as lane
          from generate_series(1, frame.lanes) every_lane
          left join lateral (
            select s.to_minute from queue.seat s
             where (s.service_day_id, s.lane, s.from_minute)
                     < (day, every_lane::smallint, (starts + lasts)::smallint)
               and (s.service_day_id, s.lane) >= (day, every_lane::smallint)
             order by s.service_day_id desc, s.lane desc, s.from_minute desc limit 1) last on true
         where coalesce(last.to_minute <= starts, true)
         limit lanes_wanted) free;
      exit again when cardinality(lanes) = lanes_wanted;
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


-- As in 0011, without a setting that is put on and off at each seat.
create or replace function queue.count_seat() returns trigger
  language plpgsql as $$
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
alter function queue.count_seat() reset all;

-- Books a hold that is as it should be: kept, with its seat there. Alone in its transaction, it tells
-- the trail itself and does not wait for the disk, as book_held. Null when there is more to it, such as
-- a hold that has lapsed: then nothing was done, and book_held is asked. Of the codes the first is given
-- that no other booked one has; when another takes it at this very moment, the constraint says so.
create function queue.book_seated(
  office uuid, held_token text, at timestamptz, person text, booker text, remark text, codes text[],
  actor jsonb) returns uuid
  language plpgsql set enable_seqscan = off as $$
declare
  appointment uuid;
begin
  perform set_config('synchronous_commit', 'off', true);
  select a.id into appointment from queue.appointment a
   where a.office_id = office and a.token = held_token and a.state = 'held' for no key update;
  -- Looked at after the lock: whoever frees lapsed seats holds the same lock.
  if not found or not exists (select from queue.seat s where s.appointment_id = appointment) then
    return null;
  end if;
  update queue.appointment a
     set state = 'booked', held_until = null, booked_at = at, person_name = person,
         booker_name = booker, note = remark,
         code = (select free.code from unnest(codes) free (code)
                  where not exists (select from queue.appointment b
                    where b.office_id = office and b.code = free.code and b.state = 'booked')
                  limit 1)
   where a.id = appointment;
  perform audit.record(office, at, actor, 'queue.booked', appointment::text);
  return appointment;
end $$;
