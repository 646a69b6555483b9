import { expect, test } from 'vitest'
import { announced } from './announced.ts'
import { isWeekend } from './day.ts'
import { getDay, isWorkingDay, listDays, nationalCalendar, type Day } from './index.ts'
import { fromLunar } from './lunar.ts'
import { statutoryDays } from './statutory.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

/** Announced so, weekends within a block included. */
const announcements: [year: number, off: string[], worked: string[]][] = [
  [
    2024,
    [
      '2024-01-01',
      ...['2024-02-08', '2024-02-09', '2024-02-10', '2024-02-11'],
      ...['2024-02-12', '2024-02-13', '2024-02-14'],
      ...['2024-04-18', '2024-04-29', '2024-04-30', '2024-05-01', '2024-09-02', '2024-09-03'],
    ],
    ['2024-05-04'],
  ],
  [
    2025,
    [
      '2025-01-01',
      ...['2025-01-25', '2025-01-26', '2025-01-27', '2025-01-28', '2025-01-29'],
      ...['2025-01-30', '2025-01-31', '2025-02-01', '2025-02-02'],
      ...['2025-04-07', '2025-04-30', '2025-05-01', '2025-05-02'],
      ...['2025-08-30', '2025-08-31', '2025-09-01', '2025-09-02'],
    ],
    ['2025-04-26'],
  ],
  [
    2026,
    [
      ...['2026-01-01', '2026-01-02'],
      ...['2026-02-14', '2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18'],
      ...['2026-02-19', '2026-02-20', '2026-02-21', '2026-02-22'],
      ...['2026-04-27', '2026-04-30', '2026-05-01'],
      ...['2026-08-29', '2026-08-30', '2026-08-31', '2026-09-01', '2026-09-02', '2026-11-24'],
    ],
    ['2026-01-10', '2026-08-22'],
  ],
]

const daysOf = (year: number) =>
  listDays(nationalCalendar, { from: day(`${year}-01-01`), to: day(`${year}-12-31`) })

test.each(announcements)(
  'the days off of %i are those announced, and no others',
  (year, off, worked) => {
    const days = daysOf(year)
    const special = days.filter((it) => it.kind !== 'working' && it.kind !== 'weekend')

    expect(special.filter((it) => !it.working).map((it) => it.date.toString())).toEqual(off)
    expect(special.filter((it) => it.working).map((it) => it.date.toString())).toEqual(worked)
    expect(special.filter((it) => it.estimated || !it.source || !it.name)).toEqual([])
  },
)

test.each(announcements)('without its swaps, %i is what the rule computes', (year) => {
  const rule = statutoryDays(year)
  const announcedOff = daysOf(year).filter(
    (it) => !isWeekend(it.date) && (it.kind === 'holiday' || it.kind === 'in_lieu'),
  )
  const computedOff = [...rule.keys()].filter((iso) => !isWeekend(day(iso))).sort()

  expect(computedOff).toEqual(announcedOff.map((it) => it.date.toString()))
})

// Announced at the time; no swaps in these years.
test.each([
  [2021, '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03'],
  [2022, '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02'],
  [2023, '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04'],
])('the rule finds the weekdays off that %i had', (year, off) => {
  const found = [...statutoryDays(year).keys()].filter((iso) => !isWeekend(day(iso))).sort()

  expect(found.map((iso) => iso.slice(5)).join(' ')).toBe(off)
})

test.each([
  ...['2024-02-09', '2025-01-31', '2025-05-02', '2026-01-02', '2026-02-20', '2026-05-01'],
  ...['2027-01-01', '2027-02-05', '2027-04-16', '2027-04-30', '2027-09-03'],
])('Friday %s is a day off', (iso) => {
  expect(day(iso).dayOfWeek).toBe(5)
  expect(isWorkingDay(nationalCalendar, day(iso))).toBe(false)
})

test('a year that is not announced yet is computed and says so', () => {
  const special = daysOf(2027).filter((it) => it.kind !== 'working' && it.kind !== 'weekend')

  expect(special.map((it) => it.date.toString())).toEqual([
    '2027-01-01',
    ...['2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'],
    ...['2027-02-09', '2027-02-10'],
    ...['2027-04-16', '2027-04-30', '2027-05-01', '2027-05-03', '2027-09-02', '2027-09-03'],
    '2027-11-24',
  ])
  expect(special.every((it) => it.estimated)).toBe(true)
  expect(getDay(nationalCalendar, day('2027-05-03'))).toMatchObject({
    kind: 'in_lieu',
    name: { vi: 'Nghỉ bù Ngày Quốc tế Lao động 1/5' },
  })
})

test('24/11 is off from 2026, and not made good when it falls on a weekend', () => {
  expect(isWorkingDay(nationalCalendar, day('2025-11-24'))).toBe(true)
  expect(isWorkingDay(nationalCalendar, day('2026-11-24'))).toBe(false)
  expect(day('2029-11-24').dayOfWeek).toBe(6)
  expect(getDay(nationalCalendar, day('2029-11-24')).kind).toBe('holiday')
  expect(isWorkingDay(nationalCalendar, day('2029-11-26'))).toBe(true)
})

test('a make-up Saturday is worked and says for which day', () => {
  const saturday = getDay(nationalCalendar, day('2026-01-10'))

  expect(saturday).toMatchObject({ kind: 'make_up', working: true, open: 'all_day' })
  expect(saturday.insteadOf?.toString()).toBe('2026-01-02')
})

test('each swap gives a weekday for a weekend day', () => {
  const onWeekend = (kind: Day['kind']) =>
    [...announced.days].filter(([, it]) => it.kind === kind).map(([iso]) => isWeekend(day(iso)))

  expect(onWeekend('swapped')).toEqual([false, false, false, false])
  expect(onWeekend('make_up')).toEqual([true, true, true, true])
})

// Lunar new year in Vietnam, 2000–2050. 2007 and 2030 began a day later in China.
const tet = `2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-17
  2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08
  2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29
  2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02 2031-01-23 2032-02-11 2033-01-31 2034-02-19
  2035-02-08 2036-01-28 2037-02-15 2038-02-04 2039-01-24 2040-02-12 2041-02-01 2042-01-22 2043-02-10
  2044-01-30 2045-02-17 2046-02-06 2047-01-26 2048-02-14 2049-02-02 2050-01-23`.split(/\s+/)

test('Tết falls where the almanac says, 2000–2050', () => {
  expect(tet.map((iso) => fromLunar(Number(iso.slice(0, 4)), 1, 1).toString())).toEqual(tet)
})

test('Giỗ Tổ falls where the almanac says, also after a leap month', () => {
  const dates = [2023, 2024, 2025, 2026, 2027].map((year) => fromLunar(year, 3, 10).toString())
  expect(dates).toEqual(['2023-04-29', '2024-04-18', '2025-04-07', '2026-04-26', '2027-04-16'])
})

test('the lunar year of Vietnam is not that of China, which is what Intl knows', () => {
  expect(fromLunar(1985, 1, 1).toString()).toBe('1985-01-21')
  expect(day('1985-01-21').withCalendar('chinese').month).not.toBe(1)
})

test('years of which nothing is known here are refused', () => {
  const refused = { code: 'calendar.year_out_of_range', params: { first: 2021, last: 2100 } }
  expect(() => getDay(nationalCalendar, day('2020-12-31'))).toThrow(
    expect.objectContaining(refused),
  )
  expect(() => getDay(nationalCalendar, day('2101-01-01'))).toThrow(
    expect.objectContaining(refused),
  )
})

test('a list of days that runs backwards or for more than three years is refused', () => {
  const list = (from: string, to: string) => () =>
    listDays(nationalCalendar, { from: day(from), to: day(to) })
  const backwards = { code: 'calendar.range_ends_before_it_begins' }
  expect(list('2026-01-02', '2026-01-01')).toThrow(expect.objectContaining(backwards))
  const long = { code: 'calendar.range_too_long' }
  expect(list('2024-01-01', '2027-02-01')).toThrow(expect.objectContaining(long))
})
