import pg from 'pg'

/** A hall that is open today: its day, a counter, and the tickets of who waits, in their order. */
export type OpenHall = { day: string; counter: string; tokens: string[] }

/** Gives the demo office a day that is open now, and so many people in its line. */
export async function openHall(ownerUrl: string, people: number): Promise<OpenHall> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const one = async (text: string, values: unknown[] = []) =>
      (await client.query<{ id: string }>(text, values)).rows[0]!.id
    await client.query(
      "select set_config('taicho.office_id', id::text, false) from offices.office where slug = 'vu-ban'",
    )
    const today = "(now() at time zone 'Asia/Ho_Chi_Minh')::date"
    await client.query(
      `update service_days.service_day set state = 'closed', closed_at = now(), close_reason = 'Đo'
        where state = 'open'`,
    )
    const day = await one(
      `with programme as (
         insert into service_days.programme (office_id, name_vi, name_en, weekday, venue_id,
                morning_from, morning_to, holiday_policy, valid_from)
         select office_id, 'Đo tốc độ', 'Benchmark', weekday, venue_id, '00:00', '23:59',
                'skip', ${today}
           from service_days.programme order by id limit 1
         returning *)
       insert into service_days.service_day (office_id, programme_id, announced_date, date, venue_id,
              morning_from, morning_to, extra_reason, state, opened_at)
       select office_id, id, ${today}, ${today}, venue_id, morning_from, morning_to, name_vi, 'open',
              now()
         from programme
       returning id`,
    )
    const counter = await one(
      `insert into offices.counter (office_id, number, name)
         values (taicho.current_office(), 1, 'Quầy 1')
         on conflict (office_id, number) do update set in_use = true returning id`,
    )
    await client.query(
      `insert into queue.day (service_day_id, office_id, last_number)
         values ($1, taicho.current_office(), $2)`,
      [day, people],
    )
    const { rows } = await client.query<{ token: string }>(
      `with visit as (
         insert into queue.visit (office_id, service_day_id, number, token, source, taken_at)
         select taicho.current_office(), $1, n, 'do-' || md5(random()::text), 'kiosk',
                now() - interval '1 hour' + n * interval '1 second'
           from generate_series(1, $2::int) n
         returning id, number, token, taken_at, office_id),
       period as (
         insert into queue.period (office_id, service_day_id, visit_id, kind, from_at, turn_at)
         select office_id, $1, id, 'waiting', taken_at, taken_at from visit)
       select token from visit order by number`,
      [day, people],
    )
    return { day, counter, tokens: rows.map((row) => row.token) }
  } finally {
    await client.end()
  }
}
