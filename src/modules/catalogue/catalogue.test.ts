import { Kysely, PostgresDialect } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { DB } from '#src/base/database.generated.ts'
import { asOfficer, hiredAs, otherOffice, useOffice } from '#test/office.ts'
import {
  feeFor,
  getProcedure,
  getProcedureVersion,
  listAuthorities,
  listOfficeFees,
  listProcedures,
  loadCatalogue,
  readFields,
  setOfficeFee,
} from './index.ts'

const office = useOffice()
const day = (text: string) => Temporal.PlainDate.from(text)
let owner: Kysely<DB>

beforeAll(async () => {
  owner = new Kysely<DB>({ dialect: new PostgresDialect({ pool: office.owner }) })
  await loadCatalogue(owner)
})

test('what ships is loaded once; the same files again change nothing', async () => {
  const before = await getProcedure(office, { code: '1.004873' })
  expect(await loadCatalogue(owner)).toEqual({ changed: false })

  await office.owner.query(
    `update catalogue.loaded set hash = 'another program' where what = 'shipped'`,
  )
  expect(await loadCatalogue(owner)).toEqual({ changed: true })
  expect((await getProcedure(office, { code: '1.004873' })).id).toBe(before.id)
})

test('two programs that start at once load once', async () => {
  await office.owner.query(`delete from catalogue.loaded`)
  const done = await Promise.all([loadCatalogue(owner), loadCatalogue(owner)])
  expect(done.filter((it) => it.changed)).toHaveLength(1)
})

test('in 2024 a criminal record certificate is 2.000488 at the justice department', async () => {
  const version = await getProcedure(office, { code: '2.000488', at: day('2024-10-11') })
  expect(version.authority).toMatchObject({ key: 'so_tu_phap', level: 'province' })
})

test('asked for today, the old code says what took its place', async () => {
  await expect(getProcedure(office, { code: '2.000488' })).rejects.toMatchObject({
    code: 'catalogue.procedure_expired',
    params: { successor: '3.000333', until: '2025-03-01' },
  })
})

test('asked for in 2024, the new code says what it was before', async () => {
  const asked = getProcedure(office, { code: '3.000333', at: day('2024-10-11') })
  await expect(asked).rejects.toMatchObject({
    code: 'catalogue.procedure_not_yet',
    params: { from: '2025-03-01', before: '2.000488' },
  })
})

test('a code that nobody knows is refused', async () => {
  await expect(getProcedure(office, { code: '9.999999' })).rejects.toMatchObject({
    code: 'catalogue.procedure_unknown',
    field: 'code',
  })
  const unknown = getProcedureVersion(office, { id: crypto.randomUUID() })
  await expect(unknown).rejects.toMatchObject({ code: 'catalogue.procedure_unknown' })
})

test('a request keeps the version that it came under after the law has changed', async () => {
  const then = await getProcedure(office, { code: '2.000488', at: day('2024-10-11') })
  const kept = await getProcedureVersion(office, { id: then.id })
  expect(kept.authority?.key).toBe('so_tu_phap')
})

test('there is no district any more from 1 July 2025', async () => {
  const levels = async (at: string) =>
    new Set((await listAuthorities(office, { at: day(at) })).map((it) => it.level))
  expect(await levels('2025-06-30')).toContain('district')
  expect(await levels('2025-07-01')).not.toContain('district')
})

test('the five of the article lead the list, and fields are counted', async () => {
  const listed = await listProcedures(office, { popular: true, limit: 5 })
  expect(listed.map((it) => it.code)).toEqual([
    '1.004873',
    '3.000333',
    '2.000635',
    '3.000347',
    '1.001456',
  ])
  const fields = await readFields(office)
  const civil = fields.find((it) => it.field === 'Hộ tịch')
  const inField = await listProcedures(office, { field: 'Hộ tịch' })
  expect(inField).toHaveLength(civil!.procedures)
})

test('the program can read the national catalogue but not write it', async () => {
  const write = office.db.deleteFrom('catalogue.procedure').execute()
  await expect(write).rejects.toThrow('permission denied')
})

test('a fee that the province sets is not known until the office enters it', async () => {
  const chairman = await hiredAs(office, 'office_admin')
  const version = await getProcedure(office, { code: '1.004873' })
  expect(await feeFor(office, { version, method: 'in_person' })).toMatchObject({ kind: 'province' })

  const decidedBy = '45/2025/NQ-HĐND'
  const fee = { code: '1.004873', method: 'in_person', decidedBy } as const
  await setOfficeFee(chairman, { ...fee, feeVnd: 15_000, validFrom: day('2026-01-01') })
  await setOfficeFee(chairman, { ...fee, feeVnd: 20_000, validFrom: day('2026-10-01') })

  const at = (date: string) => feeFor(office, { version, method: 'in_person', at: day(date) })
  expect(await at('2025-12-31')).toMatchObject({ kind: 'province' })
  expect(await at('2026-09-30')).toMatchObject({ kind: 'known', vnd: 15_000, decidedBy })
  expect(await at('2026-10-01')).toMatchObject({ kind: 'known', vnd: 20_000 })
  expect(await listOfficeFees(office, { code: '1.004873' })).toHaveLength(1)
})

test('a fee entered for a day between two others stands until the later one', async () => {
  const chairman = await hiredAs(office, 'office_admin')
  const fee = { code: '1.001193', method: 'in_person', decidedBy: '1/NQ' } as const
  await setOfficeFee(chairman, { ...fee, feeVnd: 1, validFrom: day('2026-01-01') })
  await setOfficeFee(chairman, { ...fee, feeVnd: 3, validFrom: day('2026-03-01') })
  await setOfficeFee(chairman, { ...fee, feeVnd: 2, validFrom: day('2026-02-01') })
  await setOfficeFee(chairman, { ...fee, feeVnd: 4, validFrom: day('2026-03-01') })

  const held = await listOfficeFees(office, { code: '1.001193', at: day('2026-01-01') })
  expect(held.map((it) => [it.feeVnd, it.validTo?.toString() ?? null])).toEqual([
    [1, '2026-02-01'],
    [2, '2026-03-01'],
    [4, null],
  ])
})

test('twenty officers who enter the same fee at once leave one', async () => {
  const chairman = await hiredAs(office, 'office_admin')
  await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      setOfficeFee(chairman, {
        code: '1.000894',
        method: 'in_person',
        feeVnd: i,
        validFrom: day('2026-01-01'),
        decidedBy: '1/NQ',
      }),
    ),
  )
  expect(await listOfficeFees(office, { code: '1.000894' })).toHaveLength(1)
})

test('another office does not see the fee', async () => {
  const chairman = await hiredAs(office, 'office_admin')
  const fee = { code: '1.004884', method: 'in_person', decidedBy: '1/NQ', feeVnd: 8000 } as const
  await setOfficeFee(chairman, { ...fee, validFrom: day('2026-01-01') })
  const neighbour = await otherOffice(office)
  expect(await listOfficeFees(neighbour)).toEqual([])
})

test.each([
  [{ feeVnd: -1 }, 'catalogue.fee_wrong'],
  [{ feeVnd: 1.5 }, 'catalogue.fee_wrong'],
  [{ decidedBy: ' ' }, 'catalogue.fee_without_decision'],
  [{ code: '9.999999' }, 'catalogue.procedure_unknown'],
  [{ code: '2.000815', method: 'online' as const }, 'catalogue.method_not_offered'],
])('a fee with %o is refused', async (wrong, code) => {
  const chairman = await hiredAs(office, 'office_admin')
  const right = { code: '1.004873', method: 'post' as const, feeVnd: 1, decidedBy: '1/NQ' }
  const set = setOfficeFee(chairman, { ...right, validFrom: day('2026-01-01'), ...wrong })
  await expect(set).rejects.toMatchObject({ code })
})

test('an officer without the right cannot set a fee', async () => {
  const set = setOfficeFee(asOfficer(office, ['requests.work']), {
    code: '1.004873',
    method: 'post',
    feeVnd: 1,
    validFrom: day('2026-01-01'),
    decidedBy: '1/NQ',
  })
  await expect(set).rejects.toMatchObject({ code: 'identity.not_allowed' })
})

test('a way of filing that is not offered has no fee', async () => {
  const version = { code: '1.004873', channels: [] }
  await expect(feeFor(office, { version, method: 'online' })).rejects.toMatchObject({
    code: 'catalogue.method_not_offered',
  })
})
