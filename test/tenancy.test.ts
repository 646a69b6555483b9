import { beforeAll, expect, test } from 'vitest'
import { otherOffice, useOffice, type TestOffice } from './office.ts'

/**
 * Row-level security is the second lock: whatever a query forgets to ask, PostgreSQL hides the rows
 * of other offices. Here every table with an office_id that the catalog knows gets a row of each of
 * two offices, and one office tries to reach the other's.
 */
const office = useOffice()
let neighbour: TestOffice
let tables: Table[]

/** `secured`: under row-level security, or out of the program's reach altogether. */
type Table = { name: string; secured: boolean; columns: { name: string; sample: string }[] }

beforeAll(async () => {
  neighbour = await otherOffice(office)
  tables = await listTenantTables()
  const client = await office.owner.connect()
  try {
    // The rows need not make sense: without foreign keys and checks any value of the type will do.
    await client.query(`
      set session_replication_role = replica;
      do $$ declare it record; begin
        for it in select conrelid::regclass as tab, conname from pg_constraint
                   where contype = 'c' and conrelid <> 0 loop
          execute format('alter table %s drop constraint %I', it.tab, it.conname);
        end loop;
      end $$`)
    for (const table of tables)
      for (const { officeId } of [office, neighbour])
        await client.query(insertion(table, officeId) + ' on conflict do nothing')
  } finally {
    client.release(true)
  }
})

test('every table with an office_id is secured, and holds a row of both offices here', async () => {
  expect(tables.length).toBeGreaterThan(10)
  expect(tables.filter((table) => !table.secured)).toEqual([])
  for (const { name } of tables) {
    const { rows } = await office.owner.query(
      `select count(distinct office_id)::int as n from ${name} where office_id = any($1)`,
      [[office.officeId, neighbour.officeId]],
    )
    expect([name, rows[0].n]).toEqual([name, 2])
  }
})

test('an office sees its own rows and none of another', async () => {
  for (const { name } of tables) {
    const seen = await attempt(`select distinct office_id from ${name}`)
    if (seen.refused) continue
    expect([name, seen.rows]).toEqual([name, [{ office_id: office.officeId }]])
  }
})

test('no rows of any office are seen before an office is known', async () => {
  for (const { name } of tables) {
    const seen = await attempt(`select office_id from ${name}`, '')
    expect([name, seen.refused || seen.rows]).toEqual([name, seen.refused || []])
  }
})

test('an office can put no row into another', async () => {
  for (const table of tables) {
    const tried = await attempt(insertion(table, neighbour.officeId))
    expect([table.name, tried.refused]).toEqual([table.name, true])
  }
})

test('an office can change or delete no row of another, nor give one of its own away', async () => {
  for (const { name } of tables) {
    const theirs = `where office_id = '${neighbour.officeId}'`
    const changed = await attempt(`update ${name} set office_id = office_id ${theirs}`)
    expect([name, changed.refused || changed.count]).toEqual([name, changed.refused || 0])
    const deleted = await attempt(`delete from ${name} ${theirs}`)
    expect([name, deleted.refused || deleted.count]).toEqual([name, deleted.refused || 0])
    const given = await attempt(
      `update ${name} set office_id = '${neighbour.officeId}' where office_id = '${office.officeId}'`,
    )
    expect([name, given.refused]).toEqual([name, true])
  }
})

test('a view asks as the office that looks, not as its maker', async () => {
  const { rows } = await office.owner.query<{ name: string }>(`
    select v.oid::regclass::text as name from pg_class v
     where v.relkind = 'v' and v.relnamespace::regnamespace::text not in
           ('pg_catalog', 'information_schema', 'public', 'pgboss')
       and not coalesce(v.reloptions @> '{security_invoker=true}', false)`)
  expect(rows).toEqual([])
})

test('what may look across offices is a short list', async () => {
  const { rows } = await office.owner.query<{ name: string }>(`
    select p.oid::regproc::text as name from pg_proc p
     where p.prosecdef and has_function_privilege('taicho_app', p.oid, 'execute')
       and p.prorettype <> 'trigger'::regtype
       and p.pronamespace::regnamespace::text not in ('pg_catalog', 'public', 'pgboss')
     order by 1`)
  expect(rows.map((row) => row.name)).toEqual([
    'audit.first_broken_link',
    'deliveries.figures',
    'deliveries.offices_with_work',
    'identity.office_of_login',
    'identity.session_by_token',
  ])
})

/** Every table with an office_id, with an expression for each column that must have a value. */
async function listTenantTables(): Promise<Table[]> {
  const { rows } = await office.owner.query<Table>(`
    select c.oid::regclass::text as name,
           c.relrowsecurity or not has_any_column_privilege('taicho_app', c.oid,
             'select, insert, update, references') as secured,
           json_agg(json_build_object('name', a.attname, 'sample', case
             when e.label is not null then quote_literal(e.label)
             when t.typcategory = 'A' then quote_literal('{}')
             when t.typcategory = 'N' then '1'
             when t.typcategory = 'B' then 'true'
             when t.typcategory = 'D' then quote_literal('2026-11-20 08:30')
             when t.typname = 'uuid' then 'gen_random_uuid()'
             when t.typname = 'bytea' then 'uuid_send(gen_random_uuid())'
             when t.typname in ('json', 'jsonb') then quote_literal('{}')
             when t.typname = 'daterange' then quote_literal('[2026-11-20,2026-11-21)')
             else 'gen_random_uuid()::text' end)) as columns
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                         and a.attnotnull and a.attgenerated = '' and a.attidentity = ''
      join pg_type t on t.oid = a.atttypid
      left join lateral (select enumlabel as label from pg_enum
                          where enumtypid = t.oid order by enumsortorder limit 1) e on true
     where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text <> 'pgboss'
       and exists (select from pg_attribute o
                    where o.attrelid = c.oid and o.attname = 'office_id' and not o.attisdropped)
     group by c.oid order by 1`)
  return rows
}

function insertion(table: Table, officeId: string): string {
  const columns = table.columns.map((it) => `"${it.name}"`).join(', ')
  const values = table.columns.map((it) => (it.name === 'office_id' ? `'${officeId}'` : it.sample))
  return `insert into ${table.name} (${columns}) values (${values.join(', ')})`
}

/** What the program is told: refused by grants or by row-level security, or what it got. */
async function attempt(query: string, officeId = office.officeId) {
  const client = await office.database.pool.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('taicho.office_id', $1, true)", [officeId])
    const { rows, rowCount } = await client.query(query)
    return { refused: false, rows, count: rowCount }
  } catch (error) {
    // 42501, insufficient_privilege, is the code of both.
    if ((error as { code?: string }).code !== '42501') throw error
    return { refused: true, rows: [], count: 0 }
  } finally {
    await client.query('rollback')
    client.release()
  }
}
