import pg from 'pg'
import { compilePlaces } from './compile.ts'
import { knownNames } from './known-names.ts'
import { readShipped, shippedVersion } from './shipped.ts'

/**
 * Brings the places that ship with the program into the database, as its owner, in one transaction.
 * Asks the database one question and leaves when they are there already. Two processes that start
 * at once take turns.
 *
 * Provinces and communes are updated in place, for other rows stand on them; one that the shipped
 * files name no longer is taken out, and the database refuses that while an office stands on it.
 *
 * @returns whether anything had to be loaded
 */
export async function loadPlaces(ownerUrl: string): Promise<boolean> {
  const version = shippedVersion()
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    if ((await loadedVersion(client)) === version) return false
    await client.query('begin')
    await client.query("select pg_advisory_xact_lock(hashtext('places.dataset'))")
    if ((await loadedVersion(client)) !== version) await replace(client, version)
    await client.query('commit')
    await client.query('analyze places.commune, places.known_name, places.known_name_stands_for')
    return true
  } finally {
    await client.end()
  }
}

async function loadedVersion(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ version: string }>('select version from places.dataset')
  return rows[0]?.version
}

async function replace(client: pg.Client, version: string): Promise<void> {
  const places = compilePlaces(readShipped())
  const names = knownNames(places)
  const write = (statement: string, rows: unknown[]) =>
    client.query(statement, [JSON.stringify(rows)])

  await client.query(`truncate places.known_name_stands_for, places.known_name,
                               places.succession, places.district`)
  const communes = places.communes.map(({ province, ...it }) => ({
    ...it,
    province_code: province.code,
  }))
  await write(
    `delete from places.commune c where not exists (
       select from jsonb_to_recordset($1) as it(code text, valid_from date)
        where (it.code, it.valid_from) = (c.code, c.valid_from))`,
    communes,
  )
  // In the order of their days: a province ends before the next one of its code begins.
  await write(
    `insert into places.province (code, valid_from, valid_to, kind, name)
     select code, valid_from, valid_to, kind, name from jsonb_to_recordset($1)
         as it(code text, valid_from date, valid_to date, kind places.province_kind, name text)
      order by code, valid_from
     on conflict (code, valid_from) do update
        set valid_to = excluded.valid_to, kind = excluded.kind, name = excluded.name`,
    places.provinces,
  )
  await write(
    `insert into places.commune (code, valid_from, valid_to, kind, name, province_code, district)
     select code, valid_from, valid_to, kind, name, province_code, district
       from jsonb_to_recordset($1) as it(code text, valid_from date, valid_to date,
              kind places.commune_kind, name text, province_code text, district text)
      order by code, valid_from
     on conflict (code, valid_from) do update
        set valid_to = excluded.valid_to, kind = excluded.kind, name = excluded.name,
            province_code = excluded.province_code, district = excluded.district`,
    communes,
  )
  await write(
    `delete from places.province p where not exists (
       select from jsonb_to_recordset($1) as it(code text, valid_from date)
        where (it.code, it.valid_from) = (p.code, p.valid_from))`,
    places.provinces,
  )
  await write(
    `insert into places.district (province_code, province_valid_from, name, valid_to)
     select code, valid_from, name, valid_to from jsonb_to_recordset($1)
         as it(code text, valid_from date, name text, valid_to date)`,
    places.districts.map(({ name, province: { code, valid_from } }) => ({
      ...{ code, valid_from, name, valid_to: '2025-07-01' },
    })),
  )
  await write(
    `insert into places.succession
     select * from jsonb_to_recordset($1) as it(code text, valid_from date,
              successor_code text, successor_valid_from date, main boolean)`,
    places.successions.map(({ from, to, main }) => ({
      ...{ code: from.code, valid_from: from.valid_from },
      ...{ successor_code: to.code, successor_valid_from: to.valid_from, main },
    })),
  )
  await write(
    `insert into places.known_name
     select * from jsonb_to_recordset($1) as it(id int, full_name text, district text,
              province text, code text, valid_from date, name_said text, district_said text,
              name_marked text, words tsvector)
      order by id`,
    names.map(({ standsFor: _, ...it }) => it),
  )
  await write(
    `insert into places.known_name_stands_for
     select * from jsonb_to_recordset($1) as it(known_name_id int, nth int, code text,
              valid_from date, valid_to date, province_code text)`,
    names.flatMap(({ id, standsFor }) =>
      standsFor.map(({ code, valid_from, valid_to, province }, nth) => ({
        ...{ known_name_id: id, nth, code, valid_from, valid_to },
        province_code: province.code,
      })),
    ),
  )
  await client.query(
    `insert into places.dataset (version, loaded_at) values ($1, now())
     on conflict (only_row) do update set version = excluded.version, loaded_at = excluded.loaded_at`,
    [version],
  )
}
