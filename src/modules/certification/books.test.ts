import { randomUUID } from 'node:crypto'
import readExcel from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { useCertifying } from '#test/certified.ts'
import { hiredAs } from '#test/office.ts'
import {
  annulCopy,
  approveCopies,
  bookToXlsx,
  changeSetting,
  changeStatementTemplate,
  closeBook,
  closeOverBooks,
  correctEntry,
  getCopy,
  listBooks,
  listTariffs,
  previewStatement,
  readBook,
  readSetting,
  readStatementTemplate,
  readTariff,
  setTariff,
  valueOf,
  type Tariff,
} from './index.ts'

/** The book of a year: no gap, no twin, every mistake to be seen, closed with its totals. */
const at = useCertifying()
const refused = (code: string) => ({ code: `certification.${code}` })

/** Each test that closes books has a year of its own. */
const during = <C extends { now: Date }>(ctx: C, moment: string) => ({
  ...ctx,
  now: new Date(moment),
})

/** A copy on paper, approved at this moment. */
async function approvedIn(moment: string, more: { pages?: number; copies?: number } = {}) {
  const { pages = 1, copies = 1 } = more
  const said = { medium: 'paper', originalPages: pages, copies } as const
  const copyId = await at.compared(said)
  const [done] = await approveCopies(during(at.chairman, moment), { copyIds: [copyId] })
  return { copyId, done: done! }
}

test('a mistake is corrected beside the line, and what was written first stays', async () => {
  const { requestId, paperId } = await at.scanned({ idNumber: '001190000009' })
  const copyId = await at.approved({ requestId, paperId, originalPages: 3 })
  const { numbered } = await getCopy(at.officer, { copyId })
  const { bookId, number } = numbered!
  const correct = (field: 'original_name' | 'requester_id' | 'fee_vnd', value: string) =>
    correctEntry(at.officer, { bookId, number, field, value, reason: 'Ghi nhầm' })
  await correct('original_name', 'Giấy chứng nhận kết hôn')
  await correct('original_name', 'Giấy đăng ký kết hôn')
  await correct('requester_id', '001190000008')
  const of = { year: 2026, medium: 'electronic' } as const
  const find = async (reveal?: { reason: string }) => {
    const { rows } = await readBook(at.officer, reveal ? { ...of, reveal } : of)
    return rows.find((it) => it.number === number)!
  }
  const row = await find()
  expect(row.originalName).toBe('Giấy khai sinh')
  expect(row.corrections.map((it) => it.field)).toHaveLength(3)
  expect(valueOf(row, 'original_name')).toBe('Giấy đăng ký kết hôn')
  expect(JSON.stringify(row)).not.toContain('001190000008')
  const whole = await find({ reason: 'In sổ' })
  expect(whole.requesterId).toBe('001190000009')
  expect(valueOf(whole, 'requester_id')).toBe('001190000008')

  await expect(correct('fee_vnd', 'nhiều')).rejects.toMatchObject(refused('value_impossible'))
  await expect(correct('original_name', '')).rejects.toMatchObject(refused('value_impossible'))
  await expect(
    correctEntry(at.officer, {
      ...{ bookId, number: 9999, field: 'note', value: 'x', reason: 'x' },
    }),
  ).rejects.toMatchObject(refused('entry_not_found'))
  await expect(
    correctEntry(at.officer, { bookId, number, field: 'note', value: 'x', reason: '' }),
  ).rejects.toMatchObject(refused('reason_missing'))
  await expect(find({ reason: '' })).rejects.toMatchObject(refused('reason_missing'))
  await expect(readBook(at.chairman, { ...of, reveal: { reason: 'xem' } })).rejects.toMatchObject({
    code: 'identity.not_allowed',
  })
})

test('the program can change or remove no line, and write none out of order', async () => {
  const copyId = await at.issued({ medium: 'paper' })
  const { numbered } = await getCopy(at.officer, { copyId })
  const { db, officeId } = at.desk.office
  const line = db.updateTable('certification.entry').where('copy_id', '=', copyId)
  await expect(line.set({ copies: 9 }).execute()).rejects.toThrow('permission denied')
  await expect(
    db.deleteFrom('certification.entry').where('copy_id', '=', copyId).execute(),
  ).rejects.toThrow('permission denied')
  await expect(
    db.deleteFrom('certification.copy').where('id', '=', copyId).execute(),
  ).rejects.toThrow('permission denied')
  await expect(
    db.deleteFrom('certification.correction').where('made_by', 'is not', null).execute(),
  ).rejects.toThrow('permission denied')

  const other = await at.compared({ medium: 'paper' })
  const write = (number: number) =>
    db
      .insertInto('certification.entry')
      .values({
        ...{ office_id: officeId, book_id: numbered!.bookId, number, copy_id: other },
        ...{ written_at: new Date(), written_on: Temporal.PlainDate.from('2026-11-20') },
        ...{ requester_name: 'A', original_name: 'B', signer_name: 'C', signer_title: 'D' },
        ...{ copies: 1, original_pages: 1, fee_vnd: 0 },
      })
      .execute()
  await expect(write(numbered!.number)).rejects.toThrow('entry_pkey')
  await expect(write(numbered!.number + 2)).rejects.toThrow('entry_follows_the_one_before')
  const ahead = db
    .updateTable('certification.book')
    .set((eb) => ({ last_number: eb('last_number', '+', 1) }))
    .where('id', '=', numbered!.bookId)
  await expect(ahead.execute()).rejects.toThrow('book_counts_what_is_written')
})

test('a book is closed with its totals, gives no number any more, and the next year’s opens itself', async () => {
  const newYearsEve = '2027-12-31T03:00:00Z'
  await approvedIn('2027-03-01T03:00:00Z', { pages: 3, copies: 2 })
  await approvedIn('2027-06-01T03:00:00Z')
  const { copyId: wrong } = await approvedIn('2027-06-02T03:00:00Z')
  await annulCopy(at.chairman, { copyId: wrong, reason: 'Ghi nhầm' })
  const close = (ctx = at.chairman, moment = newYearsEve) =>
    closeBook(during(ctx, moment), { year: 2027, medium: 'paper' })
  await expect(close(at.officer)).rejects.toMatchObject({ code: 'identity.not_allowed' })
  await expect(close(at.chairman, '2027-12-30T03:00:00Z')).rejects.toMatchObject({
    ...refused('book_too_early'),
    params: { year: 2027 },
  })
  const totals = { numbers: 3, copies: 3, feeVnd: 12_000, annulled: 1, unsigned: 0 }
  expect(await close()).toEqual(totals)
  await expect(close()).rejects.toMatchObject(refused('book_closed_already'))
  expect((await approvedIn(newYearsEve)).done).toMatchObject({
    ...{ outcome: 'refused', code: 'certification.book_closed', params: { year: 2027 } },
  })
  expect((await approvedIn('2028-01-03T03:00:00Z')).done).toMatchObject({
    ...{ outcome: 'approved', number: 1, book: '01/2028-SCT/BS' },
  })
  const { book } = await readBook(at.officer, { year: 2027, medium: 'paper' })
  expect(book.closed).toMatchObject({ ...totals, by: at.signing.chairmanId })
  const { db } = at.desk.office
  await expect(
    db
      .updateTable('certification.book')
      .set({ last_number: 4 })
      .where('id', '=', book.id)
      .execute(),
  ).rejects.toThrow('book_closed_takes_no_number')
})

test('the house closes in the new year what nobody closed, and twenty at once close it once', async () => {
  await approvedIn('2029-05-01T03:00:00Z')
  const waiting = await at.compared()
  await approveCopies(during(at.chairman, '2029-12-31T16:30:00Z'), { copyIds: [waiting] })
  const before = await closeOverBooks(during(at.system, '2029-12-31T16:59:00Z'))
  const open = async () =>
    (await listBooks(at.officer)).filter((it) => !it.closed && it.year === 2029)
  expect(await open()).toHaveLength(2)
  const all = await Promise.all(
    Array.from({ length: 20 }, () => closeOverBooks(during(at.system, '2029-12-31T17:05:00Z'))),
  )
  expect(all.reduce((sum, it) => sum + it.closed, 0)).toBe(2)
  expect(await open()).toEqual([])
  expect(before.closed).toBeGreaterThanOrEqual(0)

  // What was approved but not signed keeps its number of the old year.
  const { totals } = await readBook(at.officer, { year: 2029, medium: 'electronic' })
  expect(totals).toMatchObject({ numbers: 1, unsigned: 1 })
  const { signingJobId } = await getCopy(at.officer, { copyId: waiting })
  await at.seal([signingJobId!])
  expect(await getCopy(at.officer, { copyId: waiting })).toMatchObject({
    numbered: { year: 2029, number: 1, book: '01/2029-SCTĐT/BS' },
  })
  await expect(readBook(at.officer, { year: 2031, medium: 'paper' })).rejects.toMatchObject(
    refused('book_not_found'),
  )
})

test('closing and approving at the same moment leave a book that adds up', async () => {
  const ids: string[] = []
  for (let i = 0; i < 20; i++) ids.push(await at.compared({ medium: 'paper' }))
  const moment = '2032-12-31T09:00:00Z'
  const approve = (copyId: string) =>
    approveCopies(during(at.chairman, moment), { copyIds: [copyId] })
  const first = await approve(ids[0]!)
  const [rest, closed] = await Promise.all([
    Promise.all(ids.slice(1).map(approve)),
    closeBook(during(at.chairman, moment), { year: 2032, medium: 'paper' }),
  ])
  const given = [first, ...rest].flat().filter((it) => it.outcome === 'approved')
  expect(closed.numbers).toBe(given.length)
  const { rows } = await readBook(at.officer, { year: 2032, medium: 'paper' })
  expect(rows.map((it) => it.number)).toEqual(given.map((_, i) => i + 1))
})

test('the book as a workbook has the columns in their order and its totals beneath', async () => {
  const moment = '2033-02-01T03:00:00Z'
  const { copyId } = await approvedIn(moment, { pages: 3, copies: 2 })
  await approvedIn(moment)
  const { numbered } = await getCopy(at.officer, { copyId })
  await correctEntry(at.officer, {
    ...{ bookId: numbered!.bookId, number: 1, field: 'note', value: 'Bản chính ép dẻo' },
    reason: 'Ghi thiếu',
  })
  const file = await bookToXlsx(at.officer, { year: 2033, medium: 'paper', lang: 'vi' })
  const [{ data: rows } = { data: [] }] = await readExcel(file)
  expect(rows[0]).toEqual([
    ...['Số chứng thực', 'Ngày, tháng, năm', 'Họ tên, số giấy tờ tùy thân của người yêu cầu'],
    ...['Tên bản chính', 'Họ tên, chức danh người ký', 'Số bản sao', 'Lệ phí (đồng)', 'Ghi chú'],
  ])
  expect(rows[1]).toEqual([
    ...[1, new Date('2033-02-01T00:00:00Z'), 'Nguyễn Thị A', 'Giấy khai sinh'],
    ...['Nguyễn Thị Thanh Hằng\nChủ tịch Ủy ban nhân dân xã', 2, 10_000],
    'sửa ghi chú thành “Bản chính ép dẻo” (Ghi thiếu)',
  ])
  expect(rows[3]!.slice(0, 7)).toEqual([2, null, 'Tổng cộng', null, null, 3, 12_000])
})

test('a new tariff counts from its day, and a copy compared before keeps its fee', async () => {
  const tariff: Tariff & { validFrom: Temporal.PlainDate } = {
    validFrom: Temporal.PlainDate.from('2034-01-01'),
    ...{ firstPages: 1, firstPageVnd: 3000, furtherPageVnd: 500, mostVnd: 100_000 },
    source: 'Nghị quyết của Hội đồng nhân dân tỉnh',
  }
  const admin = at.as(at.admin)
  await setTariff(admin, tariff)
  await expect(setTariff(admin, tariff)).rejects.toMatchObject(refused('tariff_day_taken'))
  const wrong = (more: Partial<Tariff>) =>
    setTariff(admin, { ...tariff, validFrom: tariff.validFrom.add({ days: 1 }), ...more } as never)
  await expect(wrong({ source: '' })).rejects.toMatchObject(refused('source_missing'))
  await expect(wrong({ mostVnd: -1 })).rejects.toMatchObject(refused('tariff_impossible'))
  await expect(wrong({ firstPages: 0.5 })).rejects.toMatchObject(refused('tariff_impossible'))
  await expect(setTariff(at.officer, tariff)).rejects.toMatchObject({
    code: 'identity.not_allowed',
  })
  const on = (day: string) => readTariff(at.officer, { on: Temporal.PlainDate.from(day) })
  expect((await on('2033-12-31')).firstPageVnd).toBe(2000)
  expect((await on('2034-01-01')).firstPageVnd).toBe(3000)
  expect(await listTariffs(at.officer)).toHaveLength(2)
  const { copyId } = await approvedIn('2034-02-01T03:00:00Z', { pages: 2 })
  expect((await getCopy(at.officer, { copyId })).feeVnd).toBe(4000)
})

test('the office words its own statement; copies approved before keep theirs', async () => {
  const admin = at.as(at.admin)
  const first = await readStatementTemplate(at.officer, { medium: 'paper' })
  expect(first).toMatchObject({ number: 0, writtenBy: null })
  const change = (body: string, after = 0) =>
    changeStatementTemplate(admin, { medium: 'paper', after, body })
  await expect(change(' ')).rejects.toMatchObject(refused('template_empty'))
  await expect(change('{so} {quyen} {ban_chinh} {nguoi_gi}')).rejects.toMatchObject({
    ...refused('template_variable_unknown'),
    params: { name: '{nguoi_gi}' },
  })
  await expect(change('{so} {ban_chinh}')).rejects.toMatchObject({
    ...refused('template_variable_missing'),
    params: { name: '{quyen}' },
  })
  const body =
    'Bản sao đúng với {ban_chinh}.\r\n\r\nSố {so}, {quyen}, {don_vi}, {chuc_danh} {nguoi_ky}.'
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => change(body)))
  expect(all.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
  await expect(change(body)).rejects.toMatchObject(refused('changed_meanwhile'))
  expect(await readStatementTemplate(at.officer, { medium: 'paper' })).toMatchObject({ number: 1 })
  expect(await previewStatement(admin, { medium: 'paper', body })).toMatchObject({
    issuer: ['ỦY BAN NHÂN DÂN', 'XÃ VỤ BẢN'],
    lines: [
      'Bản sao đúng với Giấy khai sinh.',
      'Số 12, 01/2026-SCT/BS, Ủy ban nhân dân xã Vụ Bản, CHỦ TỊCH Nguyễn Văn A.',
    ],
    dateWords: 'ngày 20 tháng 11 năm 2026',
  })
})

test('the office names its books and itself; an open book keeps its symbol', async () => {
  const admin = at.as(at.admin)
  const change = (said: Parameters<typeof changeSetting>[1]) => changeSetting(admin, said)
  await expect(change({ symbolPaper: 'SCT BS' })).rejects.toMatchObject(refused('symbol_malformed'))
  await expect(change({ symbolPaper: 'SCTĐT/BS' })).rejects.toMatchObject(
    refused('symbol_malformed'),
  )
  const moment = '2035-02-01T03:00:00Z'
  await approvedIn(moment)
  await change({ symbolPaper: 'BS', agencyName: 'Ủy ban nhân dân xã Vụ Bản, tỉnh Ninh Bình' })
  expect(await readSetting(at.officer)).toMatchObject({ symbolPaper: 'BS' })
  expect((await approvedIn(moment)).done).toMatchObject({ number: 2, book: '01/2035-SCT/BS' })
  expect((await approvedIn('2036-02-01T03:00:00Z')).done).toMatchObject({ book: '01/2036-BS' })
})

test('whoever may sign only on other days approves nothing', async () => {
  const copyId = await at.compared({ medium: 'paper' })
  expect(
    await approveCopies(during(at.chairman, '2025-01-02T03:00:00Z'), { copyIds: [copyId] }),
  ).toMatchObject([{ code: 'certification.signer_not_now' }])
  const stranger = at.as({
    ...at.desk.office,
    actor: {
      ...{ kind: 'officer', officerId: randomUUID(), name: 'Ai đó' },
      rights: ['certification.sign', 'requests.read'],
    },
  })
  expect(await approveCopies(stranger, { copyIds: [copyId] })).toMatchObject([
    { code: 'identity.not_allowed' },
  ])
  const deputy = at.as(await hiredAs(at.desk.office, 'chairman'))
  expect(
    await approveCopies(during(deputy, '2037-02-01T03:00:00Z'), { copyIds: [copyId] }),
  ).toMatchObject([{ outcome: 'approved', jobId: null }])
})
