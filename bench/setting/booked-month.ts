import pg from 'pg'

/**
 * Gives the demo office a day on each of the next 22 working days, with five counters and the hours of
 * an office, and books so many people on them, spread evenly; nothing is kept for walk-ins.
 */
export async function openMonth(
  ownerUrl: string,
  bookings: number,
): Promise<{ officeId: string; days: string[] }> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows: offices } = await client.query<{ id: string }>(
      "select set_config('taicho.office_id', id::text, false), id from offices.office where slug = 'vu-ban'",
    )
    await client.query(`
      insert into offices.counter (office_id, number)
        select taicho.current_office(), n from generate_series(1, 5) n
        on conflict (office_id, number) do update set in_use = true;
      insert into queue.rules values (taicho.current_office(), 15, 15, 0, 60, 0, 5, 30, 2, 4, 500,
        60, 15, '{}', 60, 3, 2, 10, 3)`)
    const { rows } = await client.query<{ id: string }>(`
      insert into service_days.service_day (office_id, programme_id, announced_date, date, venue_id,
              morning_from, morning_to, afternoon_from, afternoon_to, extra_reason)
       select p.office_id, p.id, d, d, p.venue_id, '07:30', '11:30', '13:30', '17:00', 'Đo tốc độ'
         from (select * from service_days.programme order by id limit 1) p,
              generate_series(current_date + 1, current_date + 40, interval '1 day') d
        where extract(isodow from d) < 6
          and not exists (select from service_days.service_day s
                           where s.programme_id = p.id and s.date = d)
        order by d limit 22
       returning id`)
    const days = rows.map((row) => row.id)
    await client.query(
      `with day as (
         insert into queue.day (office_id, service_day_id, bookable_minutes)
           select taicho.current_office(), id, 100000 from unnest($1::uuid[]) id returning service_day_id),
       person as (
         select n, ($1::uuid[])[1 + n % 22] as day_id, n / 22 % 5 + 1 as lane,
                450 + n / 110 * 15 + (n / 110 / 16) * 120 as from_minute
           from generate_series(0, $2 - 1) n),
       booked as (
         insert into queue.appointment (office_id, service_day_id, state, through, client_key, token,
                code, made_at, booked_at, from_minute, minutes, person_name)
         select taicho.current_office(), day_id, 'booked', 'web', 'bench-' || n, 'bench-' || n,
                lpad(n::text, 6, '0'), now(), now(), from_minute, 15, 'Nguyễn Thị Lan'
           from person join day on day.service_day_id = day_id
         returning id, client_key)
       insert into queue.seat (office_id, service_day_id, appointment_id, lane, from_minute, to_minute)
         select taicho.current_office(), day_id, id, lane, from_minute, from_minute + 15
           from booked join person on client_key = 'bench-' || n`,
      [days, bookings],
    )
    return { officeId: offices[0]!.id, days }
  } finally {
    await client.end()
  }
}
