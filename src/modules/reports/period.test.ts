import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reportPeriods, type PeriodKey } from './index.ts'

const calendar = { firstDay: 1, sendByDay: 5 }

test('quarters run from the 15th of the month before to the 14th of their last month', () => {
  expect(spanOf('2026-11-23', 'this_quarter')).toBe('Quý IV/2026: 2026-09-15 – 2026-12-14')
  expect(spanOf('2026-11-23', 'last_quarter')).toBe('Quý III/2026: 2026-06-15 – 2026-09-14')
  expect(spanOf('2026-11-23', 'this_year')).toBe('Năm 2026: 2025-12-15 – 2026-12-14')
})

test('from 15 December on it is the next year', () => {
  expect(spanOf('2026-12-14', 'this_quarter')).toBe('Quý IV/2026: 2026-09-15 – 2026-12-14')
  expect(spanOf('2026-12-15', 'this_quarter')).toBe('Quý I/2027: 2026-12-15 – 2027-03-14')
  expect(spanOf('2026-12-31', 'this_year')).toBe('Năm 2027: 2026-12-15 – 2027-12-14')
  expect(spanOf('2027-01-02', 'last_year')).toBe('Năm 2026: 2025-12-15 – 2026-12-14')
})

test('months are those of the calendar', () => {
  expect(spanOf('2024-03-20', 'last_month')).toBe('Tháng 2/2024: 2024-02-01 – 2024-02-29')
})

test('the report of a quarter is sent by the 18th of its last month', () => {
  const quarter = find('2026-11-23', 'this_quarter')
  expect(quarter.sendBy?.toString()).toBe('2026-12-18')
})

test('an office that is told to follow the calendar does', () => {
  const quarter = find('2026-12-20', 'this_quarter', calendar)
  expect(`${quarter.from} – ${quarter.to}`).toBe('2026-10-01 – 2026-12-31')
  expect(quarter.sendBy?.toString()).toBe('2027-01-05')
})

test('whatever the day and the cut-off, today is in this quarter, and the last one ends before it', () => {
  const day = fc
    .integer({ min: 0, max: 20_000 })
    .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }))
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 28 }), (today, firstDay) => {
      const periods = reportPeriods(today, { firstDay, sendByDay: 18 })
      for (const span of ['month', 'quarter', 'year'] as const) {
        const now = periods.find((it) => it.key === `this_${span}`)!
        const before = periods.find((it) => it.key === `last_${span}`)!
        expect(Temporal.PlainDate.compare(now.from, today)).toBeLessThanOrEqual(0)
        expect(Temporal.PlainDate.compare(today, now.to)).toBeLessThanOrEqual(0)
        expect(before.to.add({ days: 1 }).equals(now.from)).toBe(true)
      }
    }),
  )
})

function find(today: string, key: PeriodKey, cutOff?: typeof calendar) {
  return reportPeriods(Temporal.PlainDate.from(today), cutOff).find((it) => it.key === key)!
}

function spanOf(today: string, key: PeriodKey): string {
  const { label, from, to } = find(today, key)
  return `${label.vi}: ${from} – ${to}`
}
