import fc from 'fast-check'
import { expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { asOfficer, useOffice } from '#test/office.ts'
import { listEntries } from '#src/modules/audit/index.ts'
import { listHamlets } from '#src/modules/offices/index.ts'
import {
  addBusiness,
  changeBusiness,
  importRegister,
  listBusinesses,
  listHamletWays,
  previewRegister,
  readCsv,
  readWorkbook,
  revealContactPhone,
  setHamletWays,
} from './index.ts'

const office = useOffice()
const admin = () => asOfficer(office, ['offices.edit', 'audit.read'])
const refused = (code: string) => expect.objectContaining({ code })

const hamlets = [
  ['Thôn', 'Số hộ', 'Có cụm loa', 'Trưởng thôn', 'Điện thoại trưởng thôn'],
  ['Thôn Đông', '210', 'có', 'Trần Văn Mẫu', '912345678'],
  ['Thôn Đoài', '1.045', 'không', '', ''],
]
const businesses = [
  ['ten khac', 'DOANH NGHIỆP', 'Số lao động', 'Điện thoại liên hệ', 'Thôn'],
  ['', 'Công ty May Mẫu', '1200', '0228 3812 345', 'thon dong'],
]
const entries = async () => (await listEntries(admin(), { limit: 200 })).length

test('a list of hamlets comes in from a table, phones sealed and their noughts put back', async () => {
  const preview = await previewRegister(admin(), { kind: 'hamlets', table: hamlets })
  expect(preview).toMatchObject({ added: 2, changed: 0, same: 0, wrong: 0 })
  expect(await listHamlets(office)).toEqual([])

  await importRegister(admin(), { kind: 'hamlets', table: hamlets })
  const kept = await listHamletWays(office)
  expect(kept).toEqual([
    expect.objectContaining({ name: 'Thôn Đoài', households: 1045, hasLoudspeaker: false }),
    expect.objectContaining({ households: 210, hasLoudspeaker: true, headName: 'Trần Văn Mẫu' }),
  ])
  const hamletId = kept[1]!.id
  expect(await revealContactPhone(admin(), { hamletId })).toBe('0912345678')
  const { rows } = await office.owner.query<{ phone: Buffer }>(
    'select head_phone_sealed as phone from reach.hamlet where hamlet_id = $1',
    [hamletId],
  )
  expect(rows[0]!.phone.includes('912345678')).toBe(false)
})

test('the same file a second time changes nothing, not even the trail', async () => {
  const before = await entries()
  const again = await importRegister(admin(), { kind: 'hamlets', table: hamlets })
  expect(again).toEqual({ added: 0, changed: 0, same: 2 })
  expect(await entries()).toBe(before)
})

test('what a table leaves empty stays as it was', async () => {
  const table = [
    ['Thôn', 'Số hộ'],
    ['THÔN ĐÔNG', '215'],
  ]
  await importRegister(admin(), { kind: 'hamlets', table })
  const east = (await listHamletWays(office)).find((it) => it.name === 'Thôn Đông')
  expect(east).toMatchObject({ households: 215, hasLoudspeaker: true, hasPhone: true })
})

test('a list that the commune has already is read as it is, its title above and its own names of columns', async () => {
  const table = [
    ['DANH SÁCH CÁC THÔN NĂM 2026', ''],
    ['', ''],
    ['STT', 'Tên thôn', 'Số hộ dân', 'SĐT trưởng thôn'],
    ['1', 'Thôn Đông', '216', '0912 345 678'],
  ]
  const { rows } = await previewRegister(admin(), { kind: 'hamlets', table })
  expect(rows).toMatchObject([{ line: 4, troubles: [] }])
})

test('businesses find their hamlet by its name, in any case and without marks', async () => {
  await importRegister(admin(), { kind: 'businesses', table: businesses })
  const [company] = await listBusinesses(office)
  const east = (await listHamlets(office)).find((it) => it.name === 'Thôn Đông')
  expect(company).toMatchObject({ workers: 1200, hamletId: east?.id, hasPhone: true })
  const { same } = await importRegister(admin(), { kind: 'businesses', table: businesses })
  expect(same).toBe(1)
})

test('each bad row says its trouble, and then nothing at all is taken', async () => {
  const table = [
    ['Thôn', 'Số hộ', 'Có cụm loa', 'Điện thoại trưởng thôn'],
    ['Thôn Mới', '90', 'có', ''],
    ['', '12', '', ''],
    ['thôn mới', '12', '', ''],
    ['Thôn Sai', 'nhiều', 'có lẽ', '123'],
  ]
  const preview = await previewRegister(admin(), { kind: 'hamlets', table })
  expect(preview.rows.map((row) => [row.line, row.troubles])).toEqual([
    [2, []],
    [3, ['name_missing']],
    [4, ['name_twice']],
    [5, ['households_impossible', 'loudspeaker_unclear', 'phone_wrong']],
  ])
  await expect(importRegister(admin(), { kind: 'hamlets', table })).rejects.toMatchObject({
    code: 'reach.rows_wrong',
    params: { count: 3 },
  })
  expect((await listHamlets(office)).map((it) => it.name)).not.toContain('Thôn Mới')

  const unknown = [
    ['Doanh nghiệp', 'Thôn'],
    ['Xưởng Mộc Mẫu', 'Thôn Không Có'],
  ]
  const { rows } = await previewRegister(admin(), { kind: 'businesses', table: unknown })
  expect(rows[0]!.troubles).toEqual(['hamlet_unknown'])
})

test.each([
  ['no rows', [['Thôn', 'Số hộ']], 'reach.file_empty'],
  ['nothing', [], 'reach.file_empty'],
  ['no name column', [['Số hộ'], ['12']], 'reach.columns_missing'],
  [
    'too many rows',
    [['Thôn'], ...Array.from({ length: 2001 }, (_, i) => [`T${i}`])],
    'reach.file_too_long',
  ],
])('a table with %s is refused', async (_, table, code) => {
  await expect(previewRegister(admin(), { kind: 'hamlets', table })).rejects.toEqual(refused(code))
})

test('twenty who import the same table at once make one list of it', async () => {
  const table = [
    ['Doanh nghiệp', 'Số lao động'],
    ...Array.from({ length: 9 }, (_, i) => [`Xưởng ${i}`, '9']),
  ]
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, () => importRegister(admin(), { kind: 'businesses', table })),
  )
  const failed = tries.flatMap((it) => (it.status === 'rejected' ? [it.reason] : []))
  expect(failed.every((it) => it.code === 'reach.business_name_taken')).toBe(true)
  const names = (await listBusinesses(office)).map((it) => it.name)
  expect(names.filter((it) => it.startsWith('Xưởng'))).toHaveLength(9)
})

test('an Excel file is read as text, cell for cell', async () => {
  const file = await writeExcelFile([
    [{ value: 'Thôn' }, { value: 'Điện thoại trưởng thôn' }, { value: 'Số hộ' }],
    [{ value: 'Thôn Hạ' }, { value: 912345678, type: Number }, null],
  ]).toBuffer()
  expect(await readWorkbook(file)).toEqual([
    ['Thôn', 'Điện thoại trưởng thôn', 'Số hộ'],
    ['Thôn Hạ', '912345678', ''],
  ])
})

test('what is no Excel file is refused, and so is one that would unpack without end', async () => {
  await expect(readWorkbook(Buffer.from('Thôn;Số hộ'))).rejects.toEqual(
    refused('reach.file_unreadable'),
  )
  const file = Buffer.from(await writeExcelFile([[{ value: 'Thôn' }]]).toBuffer())
  const directory = file.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  file.writeUInt32LE(0x7fffffff, directory + 24)
  await expect(readWorkbook(file)).rejects.toEqual(refused('reach.file_unreadable'))
})

const cell = fc.string({ unit: fc.constantFrom(...'aĐạ ,;"\t\n\'0') })

test('whatever is written as CSV is read again as it was', () => {
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 })
  fc.assert(
    fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, sign) => {
      const width = Math.max(...rows.map((row) => row.length))
      const even = rows.map((row) => [
        ...row,
        ...Array.from({ length: width - row.length }, () => ''),
      ])
      // The header is what tells the separator, as the names of columns hold none.
      const all = [Array.from({ length: width }, (_, i) => `Cột ${i}`), ...even]
      const text = all
        .map((row) => row.map((it) => `"${it.replaceAll('"', '""')}"`).join(sign))
        .join('\r\n')
      const normal = (it: string) => it.replace(/\r\n?/g, '\n')
      expect(readCsv(`\ufeff${text}`)).toEqual(all.map((row) => row.map(normal)))
    }),
  )
})

test('no table at all breaks the preview: every row is taken or says its trouble', async () => {
  const header = ['Doanh nghiệp', 'Số lao động', 'Điện thoại liên hệ', 'Thôn', 'Địa chỉ']
  const row = fc.array(fc.oneof(cell, fc.string(), fc.constant('Thôn Đông')), {
    minLength: 5,
    maxLength: 5,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
      const named = rows.map((it, i) => [`Tên ${i}`, ...it.slice(1)])
      const table = [header, ...named]
      const { rows: seen } = await previewRegister(admin(), { kind: 'businesses', table })
      expect(seen).toHaveLength(rows.length)
      expect(seen.every((it) => (it.will === 'wrong') === it.troubles.length > 0)).toBe(true)
    }),
    { numRuns: 40 },
  )
})

test('a business is added and corrected; its name stays its own', async () => {
  const one = { workers: null, contactName: '', contactPhone: null, address: '', hamletId: null }
  const { id } = await addBusiness(admin(), {
    ...one,
    name: 'Hợp tác xã Mẫu',
    contactPhone: '0912 000 111',
  })
  await expect(addBusiness(admin(), { ...one, name: 'HỢP TÁC XÃ  MẪU' })).rejects.toEqual(
    refused('reach.business_name_taken'),
  )
  await expect(addBusiness(admin(), { ...one, name: ' ' })).rejects.toEqual(
    refused('reach.business_name_missing'),
  )
  const changes = { ...one, name: 'Hợp tác xã Mẫu', workers: 30 }
  await changeBusiness(admin(), { businessId: id, changes: { ...changes, inUse: false } })
  const kept = (await listBusinesses(office)).find((it) => it.id === id)
  expect(kept).toMatchObject({ workers: 30, inUse: false, hasPhone: true })
  await expect(
    changeBusiness(admin(), { businessId: id, changes: { ...changes, workers: -1 } }),
  ).rejects.toEqual(refused('reach.workers_impossible'))
  await expect(
    changeBusiness(admin(), { businessId: id, changes: { ...changes, contactPhone: '12' } }),
  ).rejects.toEqual(refused('places.phone_wrong'))
  await expect(
    changeBusiness(admin(), { businessId: id, changes: { ...changes, address: 'x'.repeat(301) } }),
  ).rejects.toEqual(refused('reach.text_too_long'))
  const nowhere = { businessId: office.officeId, changes }
  await expect(changeBusiness(admin(), nowhere)).rejects.toEqual(
    refused('reach.business_not_found'),
  )
  await expect(revealContactPhone(admin(), nowhere)).rejects.toEqual(
    refused('reach.business_not_found'),
  )
})

test('only who keeps the settings changes the register; a hamlet of elsewhere is none', async () => {
  const officer = asOfficer(office, ['outreach.write'])
  const ways = { hasLoudspeaker: true, headName: '', headPhone: null }
  const input = { hamletId: office.officeId, ways }
  await expect(setHamletWays(officer, input)).rejects.toEqual(refused('identity.not_allowed'))
  await expect(setHamletWays(admin(), input)).rejects.toEqual(refused('reach.hamlet_not_found'))
  await expect(importRegister(officer, { kind: 'hamlets', table: hamlets })).rejects.toEqual(
    refused('identity.not_allowed'),
  )
})
