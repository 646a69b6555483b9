import { expect, test } from 'vitest'
import { apiOf } from '#test/api.ts'
import { useOffice } from '#test/office.ts'

const ask = apiOf(useOffice())

const due = async (asked: Record<string, string>) =>
  ask(`/calendar/due?${new URLSearchParams(asked).toString()}`)

test('five working days from a Friday are over when the desk closes on the next Friday', async () => {
  const { body } = await due({ received: '2026-11-13T08:30', amount: '5', unit: 'working_days' })
  expect(body).toMatchObject({
    received: '2026-11-13T08:30:00+07:00',
    due: '2026-11-20T17:00:00+07:00',
    dueOn: '2026-11-20',
  })
  expect(body.explained).toEqual([
    'Nhận hồ sơ lúc 8 giờ 30, Thứ Sáu 13/11/2026.',
    'Thời hạn 5 ngày làm việc, không tính ngày nhận.',
    'Hẹn trả: 17 giờ, Thứ Sáu 20/11/2026.',
  ])
})

test('the same moment is the same however its offset is written, also with a bare plus', async () => {
  const said = async (received: string) =>
    (await ask(`/calendar/due?received=${received}&amount=2&unit=hours`)).body.due
  const expected = '2026-11-16T10:30:00+07:00'
  for (const received of [
    '2026-11-16T08:30',
    '2026-11-16T08:30:00',
    '2026-11-16%2008:30',
    '2026-11-16T01:30:00Z',
    '2026-11-16T01:30:00.000Z',
    '2026-11-16T08:30%2B07:00',
    '2026-11-16T08:30+07:00',
  ])
    expect([received, await said(received)]).toEqual([received, expected])
})

test('a day alone counts from half past seven', async () => {
  const { body } = await due({ received: '2026-11-16', amount: '4', unit: 'hours' })
  expect(body).toMatchObject({
    received: '2026-11-16T07:30:00+07:00',
    due: '2026-11-16T11:30:00+07:00',
  })
})

test('after three o’clock, what is promised for the same day comes the next working day', async () => {
  const on = async (received: string) =>
    (await due({ received, amount: '1', unit: 'working_days', sameDayRule: 'true' })).body.dueOn
  expect(await on('2026-11-20T14:59')).toBe('2026-11-20')
  expect(await on('2026-11-20T15:01')).toBe('2026-11-23')
  const without = await due({ received: '2026-11-20T09:00', amount: '1', unit: 'working_days' })
  expect(without.body.dueOn).toBe('2026-11-23')
})

test('days and months go on through days off and end on a working day', async () => {
  const on = async (amount: string, unit: string) =>
    (await due({ received: '2026-11-20T09:00', amount, unit })).body.dueOn
  expect(await on('8', 'days')).toBe('2026-11-30')
  expect(await on('1', 'months')).toBe('2026-12-21')
})

test('the steps are told in English to those who ask', async () => {
  const { body } = await due({ received: '2026-11-13', amount: '1', unit: 'days', lang: 'en' })
  expect(body.explained).toContain('Received at 7:30 am, Friday 13 November 2026.')
})

test.each([
  [{ amount: '-1', unit: 'days' }, 'amount', 'calendar.amount_out_of_range'],
  [{ amount: '1.5', unit: 'working_days' }, 'amount', 'calendar.amount_out_of_range'],
  [{ amount: '3', unit: 'days', sameDayRule: 'true' }, 'amount', 'calendar.not_a_same_day_term'],
  [{ amount: '1', unit: 'days', sameDayRule: 'maybe' }, 'sameDayRule', 'api.parameter_wrong'],
  [{ amount: '1', unit: 'days', received: '2026-02-30' }, 'received', 'api.parameter_wrong'],
  [{ amount: '1', unit: 'days', received: '2026-02-03T25:00' }, 'received', 'api.parameter_wrong'],
])('a term that cannot be is refused: %o', async (asked, field, code) => {
  const { status, body } = await due({ received: '2026-11-16T08:00', ...asked })
  expect([status, body.error.field, body.error.code]).toEqual([400, field, code])
})

test('a year that the calendar does not reach is refused, not guessed', async () => {
  const { status, body } = await due({ received: '1950-01-02', amount: '1', unit: 'working_days' })
  expect([status, body.error.code]).toEqual([400, 'calendar.year_out_of_range'])
})

test('every day says whether it is worked, and by which law it is off', async () => {
  const { body } = await ask('/calendar/days?from=2026-09-01&to=2026-09-07')
  expect(body.items).toHaveLength(7)
  expect(body.items[1]).toMatchObject({ date: '2026-09-02', kind: 'holiday', working: false })
  expect(body.items[1]!.name).toContain('Quốc khánh')
  expect(body.items[1]!.source).toMatch(/\w{3,}/)
  expect(body.items[4]).toMatchObject({ date: '2026-09-05', kind: 'weekend', name: null })
  expect(body.items[6]).toMatchObject({ date: '2026-09-07', kind: 'working', working: true })
})

test('without days, the calendar of the next ninety days is shown', async () => {
  const { body } = await ask('/calendar/days')
  expect(body.items).toHaveLength(91)
  expect(body.items[0]!.date).toBe('2026-11-20')
})

test('a range must begin before it ends and stay within three years', async () => {
  const backwards = await ask('/calendar/days?from=2026-09-07&to=2026-09-01')
  expect([backwards.status, backwards.body.error.code]).toEqual([400, 'api.range_backwards'])
  const long = await ask('/calendar/days?from=2024-01-01&to=2027-06-01')
  expect([long.status, long.body.error.code]).toEqual([400, 'api.range_too_long'])
})
