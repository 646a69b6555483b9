import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useOffice } from '#test/office.ts'
import { openDatabase, type Database } from './db.ts'

const office = useOffice()
/** One connection only, so that every question of a test goes over the same. */
let database: Database

beforeAll(() => {
  database = openDatabase(String(office.database.pool.options.connectionString), { max: 1 })
})
afterAll(() => database.close())

const db = () => database.forOffice(office.officeId)
const fold = async (text: string) => {
  const { rows } = await sql<{ it: string }>`select taicho.fold(${text}) as it`.execute(db())
  return rows[0]?.it
}
/** What this connection has prepared, as the server itself says. */
const prepared = async () => {
  const asked = 'select name, statement, (generic_plans + custom_plans)::int as runs'
  const { rows } = await database.pool.query<{ statement: string; runs: number }>(
    `${asked} from pg_prepared_statements where name like 'call %' order by name`,
  )
  return rows
}

test('the pool answers over a connection that an office used before', async () => {
  expect(await fold('Hoà')).toBe(await fold('hòa'))
  const { rows } = await database.pool.query<{ n: number }>('select $1::int as n', [7])
  expect(rows).toEqual([{ n: 7 }])
  const called = await database.pool.query<{ it: string }>('select taicho.fold($1) as it', ['Đò'])
  expect(called.rows).toEqual([{ it: 'do' }])
  await expect(database.pool.query('select 1 / $1::int', [0])).rejects.toThrow('division by zero')
})

test('a call of a function is prepared once for a connection, each text under a name of its own', async () => {
  const plain = () => sql`select * from taicho.fold(${'Thôn Đông'})`.execute(db())
  const named = () => sql`select fold from taicho.fold(${'Thôn Đông'})`.execute(db())
  for (const ask of [plain, named, plain, named, plain])
    expect((await ask()).rows).toEqual([{ fold: 'thon dong' }])

  const found = await prepared()
  const runs = (start: string) =>
    found.filter((it) => it.statement.startsWith(start)).map((it) => it.runs)
  expect([runs('select * from taicho.fold'), runs('select fold from')]).toEqual([[3], [2]])
})

test('what is not a call of a function is not prepared', async () => {
  const before = await prepared()
  await sql`select ${1}::int`.execute(db())
  await db().selectFrom('offices.office').select('id').where('id', '=', office.officeId).execute()
  expect(await prepared()).toHaveLength(before.length)
})

test('a prepared call that failed is answered again, also after its transaction was undone', async () => {
  type Asker = Pick<Database, 'nation'>['nation']
  const instant = async (by: Asker, day: string) => {
    const { rows } = await sql<{ it: Date }>`
      select it from queue.instant(${day}, ${600}) as it`.execute(by)
    return rows[0]?.it
  }
  const ten = new Date('2026-11-20T03:00:00Z')
  for (let i = 0; i < 2; i++) {
    await expect(instant(db(), 'hôm nay')).rejects.toThrow('invalid input syntax for type date')
    expect(await instant(db(), '2026-11-20')).toEqual(ten)
  }
  const undone = db()
    .transaction()
    .execute((trx) => instant(trx, 'mai'))
  await expect(undone).rejects.toThrow('invalid input syntax')
  expect(await instant(db(), '2026-11-20')).toEqual(ten)
  // One that the server cannot even read is refused each time alike.
  for (let i = 0; i < 2; i++)
    await expect(sql`select * from queue.instant(${1})`.execute(db())).rejects.toThrow(
      'does not exist',
    )
  expect(await fold('Đò')).toBe('do')
})
