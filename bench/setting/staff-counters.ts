import pg from 'pg'

export type Staffed = { counterId: string; officerId: string }

/** So many counters of the demo office, each with an officer of its own who may run the line. */
export async function staffCounters(ownerUrl: string, count: number): Promise<Staffed[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(
      "select set_config('taicho.office_id', id::text, false) from offices.office where slug = 'vu-ban'",
    )
    const { rows } = await client.query<Staffed>(
      `with officer as (
         insert into identity.officer
         select (jsonb_populate_record(o, jsonb_build_object(
                  'id', gen_random_uuid(), 'login', 'do-' || n, 'full_name', 'Cán bộ ' || n))).*
           from identity.officer o
          cross join generate_series(1, $1::int) n
          where o.id = (select id from identity.officer where role = 'officer' order by id limit 1)
         returning id),
       counter as (
         insert into offices.counter (office_id, number, name)
         select taicho.current_office(), 60 + n, 'Quầy ' || (60 + n) from generate_series(1, $1::int) n
         returning id)
       select c.id as "counterId", o.id as "officerId"
         from (select id, row_number() over () as n from counter) c
         join (select id, row_number() over () as n from officer) o using (n)`,
      [count],
    )
    return rows
  } finally {
    await client.end()
  }
}
