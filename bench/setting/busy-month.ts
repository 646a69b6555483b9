import pg from 'pg'

/** Service days to book on, and the times of each. */
export type BusyMonth = { days: string[]; starts: string[] }

/**
 * Gives the demo office so many days that are large enough for a benchmark: 99 counters, 6:00 to 18:00
 * in slots of five minutes, nothing kept for walk-ins, nobody turned away.
 */
export async function openBusyMonth(ownerUrl: string, count: number): Promise<BusyMonth> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(
      "select set_config('taicho.office_id', id::text, false) from offices.office where slug = 'vu-ban'",
    )
    await client.query(`
      insert into offices.counter (office_id, number)
        select taicho.current_office(), n from generate_series(1, 99) n
        on conflict (office_id, number) do update set in_use = true;
      insert into queue.rules values (taicho.current_office(), 5, 5, 0, 120, 0, 5, 30, 2, 4, 10000,
        60, 15, '{}', 60, 3, 2, 10, 3)
        on conflict (office_id) do update set slot_minutes = 5, usual_minutes = 5,
          walk_in_percent = 0, horizon_days = 120, lead_minutes = 0, holds_per_office = 10000`)
    const { rows } = await client.query<{ id: string }>(
      `insert into service_days.service_day (office_id, programme_id, announced_date, date, venue_id,
              morning_from, morning_to, afternoon_from, afternoon_to, extra_reason)
       select p.office_id, p.id, d, d, p.venue_id, '06:00', '12:00', '12:00', '18:00', 'Đo tốc độ'
         from (select * from service_days.programme order by id limit 1) p,
              generate_series(current_date + 30, current_date + 29 + $1::int, interval '1 day') d
        where not exists (select from service_days.service_day s
                           where s.programme_id = p.id and s.date = d)
       returning id`,
      [count],
    )
    const starts = Array.from({ length: 144 }, (_, i) => clock(360 + i * 5))
    return { days: rows.map((row) => row.id), starts }
  } finally {
    await client.end()
  }
}

/** So many counters are in use from now on: twenty-four fill a day with 3,456 appointments. */
export async function keepCounters(ownerUrl: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('update offices.counter set in_use = number <= $1', [count])
  } finally {
    await client.end()
  }
}

/** The day has room for so many people and no more. */
export async function limitDay(ownerUrl: string, day: string, capacity: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('update service_days.service_day set capacity = $2 where id = $1', [
      day,
      capacity,
    ])
  } finally {
    await client.end()
  }
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
