import type pg from 'pg'
import { compilePlaces } from './compile.ts'
import { knownNames } from './known-names.ts'
import { reform } from './place-rows.ts'
import { readShipped } from './shipped.ts'

/**
 * Makes the tables say what the shipped files say, within the transaction under way.
 *
 * Provinces and communes are updated in place, for other rows stand on them; one that the files name
 * no longer is taken out, which the database refuses while an office stands on it.
 */
export async function writePlaces(client: pg.Client, version: string): Promise<void> {
  const places = compilePlaces(readShipped())
  const names = knownNames(places)
  const write = (statement: string, rows: unknown[]) =>
    client.query(statement, [JSON.stringify(rows)])

  await client.query(`truncate places.known_name_stands_for, places.known_name,
                               places.succession, places.district`)
  const communes = places.communes.map((it) => ({ ...it, province_code: it.province.code }))
  await write(
    `delete from places.commune c where not exists (
       select from jsonb_to_recordset($1) as it(code text, valid_from date)
        where (it.code, it.valid_from) = (c.code, c.valid_from))`,
    communes,
  )
  // In the order of their days: one ends before the next one of its code begins.
  await write(
    `insert into places.province (code, valid_from, valid_to, kind, name)
     select * from jsonb_to_recordset($1) as it(code text, valid_from date, valid_to date,
              kind places.province_kind, name text)
      order by code, valid_from
     on conflict (code, valid_from) do update
        set valid_to = excluded.valid_to, kind = excluded.kind, name = excluded.name`,
    places.provinces,
  )
  await write(
    `insert into places.commune (code, valid_from, valid_to, kind, name, province_code, district)
     select * from jsonb_to_recordset($1) as it(code text, valid_from date, valid_to date,
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
     select province->>'code', (province->>'valid_from')::date, name, date '${reform}'
       from jsonb_to_recordset($1) as it(name text, province jsonb)`,
    places.districts,
  )
  await write(
    `insert into places.succession (code, valid_from, successor_code, successor_valid_from, main)
     select "from"->>'code', ("from"->>'valid_from')::date,
            "to"->>'code', ("to"->>'valid_from')::date, main
       from jsonb_to_recordset($1) as it("from" jsonb, "to" jsonb, main boolean)`,
    places.successions,
  )
  await write(
    `insert into places.known_name (id, full_name, district, province, code, valid_from,
                                    name_said, district_said, name_marked, words)
     select * from jsonb_to_recordset($1) as it(id int, full_name text, district text,
              province text, code text, valid_from date, name_said text, district_said text,
              name_marked text, words tsvector)
      order by id`,
    names.map((it) => it.name),
  )
  await write(
    `insert into places.known_name_stands_for
            (known_name_id, nth, code, valid_from, valid_to, province_code)
     select * from jsonb_to_recordset($1) as it(known_name_id int, nth int, code text,
              valid_from date, valid_to date, province_code text)`,
    names.flatMap(({ name, standsFor }) =>
      standsFor.map(({ code, valid_from, valid_to, province }, nth) => ({
        known_name_id: name.id,
        nth,
        code,
        valid_from,
        valid_to,
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
