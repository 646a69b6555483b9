import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { eightMonths } from '#test/eight-months.ts'
import { asOfficer, useOffice } from '#test/office.ts'
import { writeReceived } from '#test/received.ts'
import { dayOfSerial, readWorkbook, type BookSheet } from '#test/workbook.ts'
import { toCsv } from './csv.ts'
import { readReport, reportToCsv, reportToXlsx, type Report } from './index.ts'

const office = useOffice()
let report: Report
let book: BookSheet[]

beforeAll(async () => {
  await writeReceived(office.owner, office.officeId, eightMonths)
  await writeServiceDay()
  report = await readReport(asOfficer(office, ['reports.read']), {
    from: Temporal.PlainDate.from('2024-05-01'),
    to: Temporal.PlainDate.from('2024-12-31'),
  })
  book = readWorkbook(await reportToXlsx(report, 'vi'))
})

test('the workbook has a sheet for each table, named in Vietnamese, its header kept in sight', () => {
  expect(book.map((it) => it.name)).toEqual([
    'Tổng hợp',
    'Thủ tục và cơ quan',
    'Chi tiết',
    'Nơi cư trú',
    'Theo tháng',
    'Theo buổi',
    'Đánh giá',
    'Một cửa',
  ])
  for (const it of book) {
    expect(it.frozenRows).toBe(1)
    expect(it.widths).toHaveLength(it.rows[0]!.length)
    expect(Math.min(...it.widths)).toBeGreaterThanOrEqual(12)
  }
})

test('numbers are numbers, with the total of 27 where the article has it', () => {
  const cross = sheet('Thủ tục và cơ quan')
  const last = cross.rows.at(-1)!
  expect(last.map((cell) => cell.text)).toEqual(['Cộng', '11', '8', '4', '4', '27'])
  expect(last.map((cell) => cell.kind)).toEqual(['text', ...Array(5).fill('number')])
  expect(last.at(-1)).toEqual({ kind: 'number', text: '27', format: '#,##0' })
  expect(figure('Số km đỡ được')).toEqual({ kind: 'number', text: '823.5', format: '#,##0.0' })
  expect(figure('Tỷ lệ có kết quả đúng hạn')).toEqual({ kind: 'number', text: '1', format: '0.0%' })
})

test('dates are dates, with a format of dates', () => {
  const from = figure('Từ ngày')
  expect(from).toMatchObject({ kind: 'number', format: 'dd/mm/yyyy' })
  expect(dayOfSerial(from.text)).toBe('2024-05-01')

  const may = sheet('Theo tháng').rows[1]![0]!
  expect(may).toMatchObject({ kind: 'number', format: 'mm/yyyy' })
  expect(dayOfSerial(may.text)).toBe('2024-05-01')

  const friday = sheet('Theo buổi').rows[1]![0]!
  expect(friday).toMatchObject({ kind: 'number', format: 'dd/mm/yyyy' })
  expect(dayOfSerial(friday.text)).toBe('2024-05-03')
})

test('where nothing could be divided, the cell is empty and not zero', () => {
  const line = sheet('Tổng hợp').rows.find((row) => row[0]!.text.startsWith('Tỷ lệ đánh giá thấp'))!
  expect(line[1]?.text ?? '').toBe('')
})

test('every number of the details reaches the file', () => {
  const [, ...rows] = sheet('Chi tiết').rows
  const requests = rows.reduce((sum, row) => sum + Number(row[7]!.text), 0)
  expect(requests).toBe(27)
  expect(rows.every((row) => row.slice(7).every((cell) => cell.kind === 'number'))).toBe(true)
})

test('Vietnamese letters come through, and the English file is English', async () => {
  expect(
    sheet('Chi tiết')
      .rows.flat()
      .map((cell) => cell.text),
  ).toContain('Sở Giao thông vận tải')
  const english = readWorkbook(await reportToXlsx(report, 'en'))
  expect(english[0]!.name).toBe('Overview')
  expect(english[0]!.rows[1]![0]!.text).toBe('From')
  expect(english.every((it) => it.name.length <= 31)).toBe(true)
})

test('a name that looks like a formula stays text in the workbook', () => {
  const reason = sheet('Theo buổi').rows[1]![6]
  // The bell character, which XML cannot hold, is left out.
  const text = '=HYPERLINK("http://a.example") <b> & mưa'
  expect(reason).toEqual({ kind: 'text', text, format: '@' })
})

test('the CSV begins with the mark by which Excel knows its letters, and counts 27', () => {
  const csv = reportToCsv(report, 'vi')
  expect(csv.startsWith('\ufeffTừ ngày,Đến ngày,Mã thủ tục,Thủ tục,')).toBe(true)
  const lines = parseCsv(csv)
  const requests = lines[0]!.indexOf('Số yêu cầu')
  expect(lines.slice(1).reduce((sum, line) => sum + Number(line[requests]), 0)).toBe(27)
  expect(lines[1]!.slice(0, 3)).toEqual(['2024-05-01', '2024-12-31', '2.000488'])
  expect(csv.endsWith('\r\n')).toBe(true)
})

test.each([
  ['=1+1', "'=1+1"],
  ['+84', "'+84"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =1+1', "'  =1+1"],
  ['\t=1+1', "'\t=1+1"],
  ['＝1+1', "'＝1+1"],
  ['Xã A - thôn B', 'Xã A - thôn B'],
])('the CSV field %j is written as %j', (typed, written) => {
  expect(parseCsv(csvOf([[typed]]))[1]).toEqual([written])
})

test('a negative number is a number and not a formula', () => {
  const columns = [{ header: 'Số', kind: 'count' as const, width: 10 }]
  expect(toCsv({ name: '', columns, rows: [[-12.5]] })).toBe('\ufeffSố\r\n-12.5\r\n')
})

test('whatever people type comes out of the CSV as it went in, but for the apostrophe', () => {
  const field = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(fc.array(fc.tuple(field, field), { minLength: 1 }), (rows) => {
      const [, ...read] = parseCsv(csvOf(rows, 2))
      expect(read.map((row) => row.map((it) => it.replace(/^'/, '')))).toEqual(
        rows.map((row) => row.map((it) => it.replace(/^'/, ''))),
      )
      for (const it of read.flat()) expect(it).not.toMatch(/^[=+\-@\t\r\n]/)
    }),
  )
})

function sheet(name: string): BookSheet {
  return book.find((it) => it.name === name)!
}

function figure(label: string) {
  return sheet('Tổng hợp').rows.find((row) => row[0]!.text === label)![1]!
}

function csvOf(rows: string[][], width = 1): string {
  const columns = Array.from({ length: width }, () => ({
    header: 'Lý do',
    kind: 'text' as const,
    width: 10,
  }))
  return toCsv({ name: '', columns, rows })
}

/** RFC 4180, read back. */
function parseCsv(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const fields = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  fields.lastIndex = 1
  for (let field; (field = fields.exec(csv));) {
    row.push(field[1]?.replaceAll('""', '"') ?? field[2]!)
    if (field[3] === '\r\n') {
      rows.push(row)
      row = []
    }
  }
  return rows
}

/** A day that was called off, for a reason that somebody typed. */
async function writeServiceDay() {
  const programmeId = randomUUID()
  const client = await office.owner.connect()
  await client.query("begin; set local session_replication_role = 'replica'")
  await client.query(
    `insert into service_days.programme (id, office_id, name_vi, name_en, weekday, venue_id,
       morning_from, morning_to, holiday_policy, valid_from)
     values ($1, $2, 'Ngày thứ Sáu tại chỗ', 'Friday on the spot', 5, $1, '07:30', '11:30', 'skip',
       '2024-05-01')`,
    [programmeId, office.officeId],
  )
  await client.query(
    `insert into service_days.service_day (office_id, programme_id, nominal_date, announced_date,
       date, state, venue_id, morning_from, morning_to, cancel_reason)
     values ($2, $1, '2024-05-03', '2024-05-03', '2024-05-03', 'cancelled', $1, '07:30', '11:30', $3)`,
    [programmeId, office.officeId, '=HYPERLINK("http://a.example")\u0007 <b> & mưa'],
  )
  await client.query('commit')
  client.release()
}
