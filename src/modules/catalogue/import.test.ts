import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { rootDir } from '#src/base/root-dir.ts'
import type { DB } from '#src/base/database.generated.ts'
import { useOffice } from '#test/office.ts'
import { getProcedure, importProcedures, loadCatalogue, searchProcedures } from './index.ts'

// The whole national list where it lies beside the checkout; a sample of it everywhere else.
const whole = join(rootDir, '../shared/data/national-procedures.jsonl')
const list = existsSync(whole) ? whole : join(import.meta.dirname, 'national-sample.jsonl')
const lines = readFileSync(list, 'utf8').trimEnd().split('\n')
const broken = readFileSync(join(import.meta.dirname, 'national-broken.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')

const office = useOffice()
const day = (text: string) => Temporal.PlainDate.from(text)
const asOf = day('2026-07-17')
let owner: Kysely<DB>

beforeAll(async () => {
  owner = new Kysely<DB>({ dialect: new PostgresDialect({ pool: office.owner }) })
  await loadCatalogue(owner)
})

test('good lines are taken, each broken one is named with its number and the reason', async () => {
  const seen: number[] = []
  const report = await importProcedures(owner, {
    lines: [...lines, ...broken],
    asOf,
    onProgress: (done) => seen.push(done),
  })

  expect(report.lines).toBe(lines.length + broken.length)
  expect(report.added + report.shipped).toBe(lines.length)
  expect(report.rejected).toMatchObject([
    { line: lines.length + 1, trouble: 'not_json' },
    { line: lines.length + 2, trouble: 'code_missing' },
    { line: lines.length + 3, trouble: 'code_wrong', detail: '1.99' },
    { line: lines.length + 4, trouble: 'name_missing', detail: '1.999002' },
    { line: lines.length + 5, trouble: 'field_wrong' },
    { line: lines.length + 6, trouble: 'code_twice' },
  ])
  expect(seen.at(-1)).toBe(lines.length + broken.length)
})

test('the same list again changes nothing', async () => {
  const report = await importProcedures(owner, { lines, asOf })
  expect(report).toMatchObject({ added: 0, changed: 0, rejected: [] })
  expect(report.unchanged + report.shipped).toBe(lines.length)
})

const line = (over: object) => {
  const row = JSON.parse(lines.find((it) => it.includes('"1.004756"'))!) as object
  return JSON.stringify({ ...row, ...over })
}

test('what changed ends on the day of the list, and what it was stays readable', async () => {
  const report = await importProcedures(owner, {
    lines: [line({ name: 'Cấp Chứng chỉ hành nghề thú y (mới)' })],
    asOf: day('2026-11-01'),
  })
  expect(report).toMatchObject({ changed: 1, added: 0 })

  const before = await getProcedure(office, { code: '1.004756', at: day('2026-10-31') })
  const after = await getProcedure(office, { code: '1.004756', at: day('2026-11-01') })
  expect(before.name.vi).not.toContain('mới')
  expect(before.validTo?.toString()).toBe('2026-11-01')
  expect(after.name.vi).toContain('mới')
})

test('a second list on the same day corrects the version of that day', async () => {
  const name = 'Cấp Chứng chỉ hành nghề thú y (sửa)'
  await importProcedures(owner, { lines: [line({ name })], asOf: day('2026-11-01') })
  const version = await getProcedure(office, { code: '1.004756', at: day('2026-11-01') })
  expect(version.name.vi).toBe(name)
})

test('what the list does not know is not taken for known', async () => {
  const channels = [{ method: 'online', time: { value: 3, unit: null }, fee_vnd: 0 }]
  const codes = [
    { code: '1.999101', field: 'Hộ tịch', channels },
    { code: '1.999102', field: 'Hải quan', channels },
  ]
  await importProcedures(owner, { lines: codes.map(line), asOf })

  const civil = await getProcedure(office, { code: '1.999101' })
  const customs = await getProcedure(office, { code: '1.999102' })
  expect(civil.channels[0]).toMatchObject({
    feeVnd: null,
    time: { amount: 3, unit: 'working_days' },
  })
  expect(customs.channels[0]).toMatchObject({ feeVnd: null, time: null })
  expect(customs).toMatchObject({ origin: 'national', proxy: null, vneidLevel: null })
})

test('a shipped procedure keeps its own version and learns its ministry and levels', async () => {
  const version = await getProcedure(office, { code: '1.004873' })
  expect(version).toMatchObject({
    origin: 'shipped',
    ministry: 'Bộ Tư pháp',
    levels: ['commune'],
  })
  expect(version.authority?.key).toBe('ubnd_xa')
})

test('an import cut short leaves everything as it was', async () => {
  const cut = async function* () {
    yield line({ code: '1.999201' })
    throw new Error('the cable was pulled')
  }
  await expect(importProcedures(owner, { lines: cut(), asOf })).rejects.toThrow('cable')
  await expect(getProcedure(office, { code: '1.999201' })).rejects.toMatchObject({
    code: 'catalogue.procedure_unknown',
  })
})

const first = async (q: string) => (await searchProcedures(office, { q, limit: 1 })).items[0]?.code

test.each([
  ['tách đất cho hai thằng con', '1.012784'],
  ['GPLX mất ở mô, mần răng', '3.000348'],
  ['giay to doc than de lay vo', '1.004873'],
  ['mún lm hộ chíu cho con', '1.001456'],
  ['xay nha cap 4 xin phep', '1.013225'],
  ['nộp đơn ly hôn', '3.000163'],
  ['lí nịch tư pháp', '3.000333'],
  ['giaays ddoocj thaan', '1.004873'],
  ['đổi bằng lái', '3.000347'],
  ['nhập hộ khẩu', '1.004222'],
  ['Tôi có người Hàn Quốc thuê phòng thì khai báo với ai', '1.000253'],
  ['phòng khám chó mèo cần chứng chỉ gì', '1.004756'],
  ['thủ tục 1.012784', '1.012784'],
])('“%s” finds %s first', async (q, code) => {
  expect(await first(q)).toBe(code)
})

test('a word that means several procedures is asked back, and its meanings come first', async () => {
  const { items, askBack } = await searchProcedures(office, { q: 'mai tang' })
  expect(askBack?.question.vi).toContain('diện nào')
  const choices = askBack!.choices.map((choice) => choice.code)
  expect(items.slice(0, choices.length).map((item) => item.code)).toEqual(choices)

  const sure = await searchProcedures(office, { q: 'mai táng phí cựu chiến binh' })
  expect(sure.askBack).toBeNull()
  expect(sure.items[0]?.code).toBe('2.002307')
})

test('only what stands on the day is found, and only of the levels asked for', async () => {
  const then = await searchProcedures(office, { q: 'lý lịch tư pháp', at: day('2024-10-11') })
  expect(then.items[0]?.code).toBe('2.000488')
  const province = await searchProcedures(office, { q: 'giấy phép', levels: ['province'] })
  expect(province.items.filter((item) => !item.levels.includes('province'))).toEqual([])
})

test.each(['', '   ', '?!', '\u0000', "'; drop table catalogue.procedure; --", '🙂', 'zzzzqqqq'])(
  'nothing to go by, or mischief (%j), finds no harm',
  async (q) => {
    const { items } = await searchProcedures(office, { q, limit: 3 })
    expect(items.length).toBeLessThanOrEqual(3)
  },
)
