import { expect, test } from 'vitest'
import { words } from '#src/words/index.ts'
import {
  computeDue,
  nationalCalendar,
  requireExtension,
  sayStep,
  span,
  type DueInput,
  type OfficeDay,
  type WorkCalendar,
} from './index.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
/** `2026-11-20 15:00` on the clock of the office. */
const clock = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`)
const shown = (instant: Date) =>
  new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

function due(
  received: string,
  amount: number,
  unit: DueInput['unit'],
  more: Partial<DueInput> = {},
  calendar: WorkCalendar = nationalCalendar,
): string {
  const found = computeDue(calendar, { receivedAt: clock(received), amount, unit, ...more })
  return found.stopped ? `stopped since ${shown(found.since)}` : shown(found.dueAt)
}

function officeWith(...days: Partial<OfficeDay>[]): WorkCalendar {
  const filled = days.map((it): [string, OfficeDay] => [
    it.date!.toString(),
    { kind: 'off', name: 'Nghỉ bão', reason: 'Thông báo', insteadOf: null, ...it } as OfficeDay,
  ])
  return { ...nationalCalendar, officeDays: new Map(filled) }
}

test.each([
  ['an ordinary week', '2026-11-09 09:00', 3, '2026-11-12 17:00'],
  ['over a weekend', '2026-11-19 09:00', 3, '2026-11-25 17:00'], // 24/11 is off
  ['over Tết', '2026-02-12 09:00', 2, '2026-02-23 17:00'],
  ['with a make-up Saturday on the way', '2026-01-08 09:00', 2, '2026-01-10 17:00'],
  ['with a swapped day off', '2025-04-29 09:00', 1, '2025-05-05 17:00'],
  ['received on a Sunday', '2026-11-15 20:00', 1, '2026-11-16 17:00'],
  ['received at night, by the clock of Vietnam', '2026-11-10 00:30', 1, '2026-11-11 17:00'],
  ['nothing to wait for', '2026-11-10 09:00', 0, '2026-11-10 17:00'],
  ['nothing to wait for, but the desk has closed', '2026-11-10 17:30', 0, '2026-11-11 17:00'],
])('working days: %s', (_, received, amount, expected) => {
  expect(due(received, amount, 'working_days')).toBe(expected)
})

test.each([
  ['before 15:00', '2026-11-20 14:59', '2026-11-20 17:00'],
  ['at 15:00 sharp', '2026-11-20 15:00', '2026-11-20 17:00'],
  ['on a Friday after 15:00', '2026-11-20 15:01', '2026-11-23 17:00'],
  ['after 15:00 on the eve of a holiday', '2026-11-23 15:01', '2026-11-25 17:00'],
  ['after 15:00 on a Friday before a make-up Saturday', '2026-01-09 15:30', '2026-01-10 17:00'],
  ['online on a Saturday', '2026-11-21 09:00', '2026-11-23 17:00'],
  ['before the desk opens', '2026-11-20 06:10', '2026-11-20 17:00'],
])('the 15:00 rule: a same-day procedure received %s', (_, received, expected) => {
  expect(due(received, 1, 'same_day')).toBe(expected)
  expect(due(received, 1, 'working_days', { sameDay: true })).toBe(expected)
  expect(due(received, 0, 'working_days', { sameDay: true })).toBe(expected)
  expect(due(received, 8, 'hours', { sameDay: true })).toBe(expected)
})

test('the 15:00 rule is refused for a term longer than a day', () => {
  const wrong = () => due('2026-11-20 14:00', 2, 'working_days', { sameDay: true })
  expect(wrong).toThrow(expect.objectContaining({ code: 'calendar.not_a_same_day_term' }))
})

test.each([
  ['days', '2026-11-09 09:00', 10, '2026-11-19 17:00'],
  ['days that end on a Saturday', '2026-11-11 09:00', 10, '2026-11-23 17:00'],
  ['days that end within Tết', '2026-02-06 09:00', 10, '2026-02-23 17:00'],
  ['months', '2026-10-12 09:00', 1, '2026-11-12 17:00'],
  ['months that end in a shorter month', '2025-01-24 09:00', 1, '2025-02-24 17:00'],
  ['months from the 31st', '2025-12-31 09:00', 2, '2026-03-02 17:00'],
])(
  'the end of a term of %s on a day off moves to the next working day',
  (unit, received, amount, expected) => {
    expect(due(received, amount, unit.startsWith('days') ? 'days' : 'months')).toBe(expected)
  },
)

test.each([
  ['within a morning', '2026-11-20 08:00', 2, '2026-11-20 10:00'],
  ['over lunch', '2026-11-20 10:30', 2, '2026-11-20 14:00'],
  ['half a day', '2026-11-20 07:30', 4, '2026-11-20 11:30'],
  ['eight hours are one day', '2026-11-20 09:00', 8, '2026-11-23 09:00'],
  ['over a weekend', '2026-11-20 16:00', 2, '2026-11-23 08:30'],
  ['received in the night', '2026-11-19 22:00', 1, '2026-11-20 08:30'],
  ['part of an hour', '2026-11-20 08:00', 0.5, '2026-11-20 08:30'],
])('hours run while the desk is open: %s', (_, received, amount, expected) => {
  expect(due(received, amount, 'hours')).toBe(expected)
})

test('where the office opens only in the morning, hours go on the next day', () => {
  const calendar = officeWith({ date: day('2026-11-19'), kind: 'morning' })
  expect(due('2026-11-19 10:30', 2, 'hours', {}, calendar)).toBe('2026-11-20 08:30')
})

test('a half day counts as a working day and is due when its half ends', () => {
  const calendar = officeWith({ date: day('2026-11-19'), kind: 'morning' })
  expect(due('2026-11-18 10:30', 1, 'working_days', {}, calendar)).toBe('2026-11-19 11:30')
  expect(due('2026-11-19 11:00', 1, 'same_day', {}, calendar)).toBe('2026-11-19 11:30')
  expect(due('2026-11-19 14:00', 1, 'same_day', {}, calendar)).toBe('2026-11-20 17:00')
})

test('a day that the office has off is passed over, and one that it works is counted', () => {
  const closed = officeWith({ date: day('2026-11-12') })
  expect(due('2026-11-11 09:00', 1, 'working_days', {}, closed)).toBe('2026-11-13 17:00')
  const opened = officeWith({ date: day('2026-11-21'), kind: 'working' })
  expect(due('2026-11-20 09:00', 1, 'working_days', {}, opened)).toBe('2026-11-21 17:00')
})

test('hours that the office has set hold from their day on', () => {
  const summer = { morning: span('07:00', '11:00'), afternoon: span('14:00', '18:00') }
  const calendar: WorkCalendar = {
    ...nationalCalendar,
    officeHours: [
      { validFrom: day('2026-11-19'), week: new Map([1, 2, 3, 4, 5].map((it) => [it, summer])) },
    ],
  }
  expect(due('2026-11-17 09:00', 1, 'working_days', {}, calendar)).toBe('2026-11-18 17:00')
  expect(due('2026-11-18 09:00', 1, 'working_days', {}, calendar)).toBe('2026-11-19 18:00')
  expect(due('2026-11-19 10:00', 2, 'hours', {}, calendar)).toBe('2026-11-19 15:00')
})

const pause = (from: string, to: string | null) => ({
  pauses: [{ from: clock(from), to: to === null ? null : clock(to) }],
})

test.each([
  ['working days', 5, 'working_days', '2026-11-09 09:00', '2026-11-18 17:00'],
  ['days', 5, 'days', '2026-11-09 09:00', '2026-11-16 17:00'],
  ['months', 1, 'months', '2026-10-14 09:00', '2026-11-16 17:00'],
  ['hours', 20, 'hours', '2026-11-09 09:00', '2026-11-13 14:30'],
] as const)(
  'the clock stands still while papers are awaited: %s',
  (_, amount, unit, received, expected) => {
    expect(due(received, amount, unit, pause('2026-11-10 10:00', '2026-11-12 10:00'))).toBe(
      expected,
    )
  },
)

test('while papers are awaited there is no due date', () => {
  const open = pause('2026-11-10 10:00', null)
  for (const unit of ['working_days', 'days', 'hours', 'months'] as const)
    expect(due('2026-11-09 09:00', 12, unit, open)).toBe('stopped since 2026-11-10 10:00')
  expect(due('2026-11-10 09:00', 1, 'same_day', open)).toBe('stopped since 2026-11-10 10:00')
})

test('a pause that begins when the term is over changes nothing', () => {
  expect(due('2026-11-09 09:00', 1, 'working_days', pause('2026-11-10 17:00', null))).toBe(
    '2026-11-10 17:00',
  )
  expect(due('2026-11-09 08:00', 2, 'hours', pause('2026-11-09 10:00', null))).toBe(
    '2026-11-09 10:00',
  )
})

test('papers asked for on the last day leave the day on which they come', () => {
  const asked = pause('2026-11-11 10:00', '2026-11-17 09:00')
  expect(due('2026-11-09 09:00', 2, 'working_days', asked)).toBe('2026-11-17 17:00')
  const late = pause('2026-11-11 10:00', '2026-11-17 18:00')
  expect(due('2026-11-09 09:00', 2, 'working_days', late)).toBe('2026-11-18 17:00')
})

test('a same-day procedure begins anew when the missing paper comes', () => {
  expect(
    due('2026-11-09 09:00', 1, 'same_day', pause('2026-11-09 10:00', '2026-11-11 14:00')),
  ).toBe('2026-11-11 17:00')
  expect(
    due('2026-11-09 09:00', 1, 'same_day', pause('2026-11-09 10:00', '2026-11-11 15:30')),
  ).toBe('2026-11-12 17:00')
})

test('pauses that overlap count once', () => {
  const pauses = [
    { from: clock('2026-11-11 09:00'), to: clock('2026-11-12 10:00') },
    { from: clock('2026-11-10 10:00'), to: clock('2026-11-11 12:00') },
  ]
  expect(due('2026-11-09 09:00', 5, 'working_days', { pauses })).toBe('2026-11-18 17:00')
})

const letter = (sentAt: string, newDueOn: string) => ({
  extension: { sentAt: clock(sentAt), newDueOn: day(newDueOn) },
})

test('an apology before the old date moves it, and later pauses move the new one', () => {
  const extended = letter('2026-11-11 16:00', '2026-11-18')
  expect(due('2026-11-09 09:00', 3, 'working_days', extended)).toBe('2026-11-18 17:00')
  expect(
    due('2026-11-09 09:00', 3, 'working_days', {
      ...extended,
      ...pause('2026-11-16 09:00', '2026-11-17 09:00'),
    }),
  ).toBe('2026-11-19 17:00')
  expect(
    due('2026-11-09 09:00', 3, 'working_days', { ...extended, ...pause('2026-11-16 09:00', null) }),
  ).toBe('stopped since 2026-11-16 09:00')
})

test('an accepted apology stands when its date has become a day off or papers were asked for meanwhile', () => {
  const extended = letter('2026-11-11 16:00', '2026-11-18')
  const storm = officeWith({ date: day('2026-11-18') })
  expect(due('2026-11-09 09:00', 3, 'working_days', extended, storm)).toBe('2026-11-19 17:00')
  const asked = { ...extended, ...pause('2026-11-10 09:00', '2026-11-13 09:00') }
  expect(due('2026-11-09 09:00', 3, 'working_days', asked)).toBe('2026-11-20 17:00')
})

test.each([
  ['after the old moment', '2026-11-12 17:00', '2026-11-18', 'calendar.extended_too_late'],
  ['to the old date', '2026-11-11 09:00', '2026-11-12', 'calendar.extension_not_later'],
  ['to a day off', '2026-11-11 09:00', '2026-11-15', 'calendar.extension_on_day_off'],
])('an apology %s is refused', (_, sentAt, newDueOn, code) => {
  const { extension } = letter(sentAt, newDueOn)
  const wrong = () => requireExtension(nationalCalendar, clock('2026-11-12 17:00'), extension)
  expect(wrong).toThrow(expect.objectContaining({ code }))
})

test('an apology while papers are awaited is refused: there is no date to move', () => {
  const { extension } = letter('2026-11-11 09:00', '2026-11-18')
  const code = 'calendar.extended_while_stopped'
  expect(() => requireExtension(nationalCalendar, null, extension)).toThrow(
    expect.objectContaining({ code }),
  )
})

test('an apology before the old moment to a later working day is accepted', () => {
  const { extension } = letter('2026-11-12 16:59', '2026-11-13')
  expect(requireExtension(nationalCalendar, clock('2026-11-12 17:00'), extension)).toBeUndefined()
})

test.each([
  [-1, 'days'],
  [0.5, 'working_days'],
  [1.5, 'months'],
  [0, 'hours'],
  [4000, 'working_days'],
  [Number.NaN, 'days'],
] as const)('a term of %d %s is refused', (amount, unit) => {
  expect(() => due('2026-11-09 09:00', amount, unit)).toThrow(
    expect.objectContaining({ code: 'calendar.amount_out_of_range' }),
  )
})

test('an officer can read out why a date is what it is', () => {
  const say = {
    date: (it: Temporal.PlainDate) => it.toString(),
    instant: shown,
  }
  const read = (received: string, amount: number, unit: DueInput['unit'], more = {}) =>
    computeDue(nationalCalendar, {
      receivedAt: clock(received),
      amount,
      unit,
      ...more,
    }).explained.map((step) => sayStep('vi', step, say))

  expect(read('2026-11-20 15:30', 1, 'same_day')).toEqual([
    'Nhận hồ sơ lúc 2026-11-20 15:30.',
    words.vi.calendar.steps.same_day,
    'Nhận sau 15 giờ hoặc ngoài giờ làm việc, nên tính sang 2026-11-23.',
    'Hẹn trả: 2026-11-23 17:00.',
  ])
  expect(
    read('2026-11-18 09:00', 3, 'working_days', {
      ...pause('2026-11-19 09:00', '2026-11-20 09:00'),
      ...letter('2026-11-23 09:00', '2026-11-27'),
    }),
  ).toEqual([
    'Nhận hồ sơ lúc 2026-11-18 09:00.',
    'Thời hạn 3 ngày làm việc, không tính ngày nhận.',
    '2026-11-24 nghỉ: Ngày Văn hóa Việt Nam.',
    'Tạm dừng từ 2026-11-19 09:00 đến 2026-11-20 09:00 để chờ giấy tờ hoặc chờ nộp tiền.',
    'Đã gửi thư xin lỗi lúc 2026-11-23 09:00, hẹn lại 2026-11-27.',
    'Hẹn trả: 2026-11-27 17:00.',
  ])
  expect(read('2027-01-28 09:00', 10, 'days').slice(2)).toEqual([
    'Từ 2027-02-04 đến 2027-02-08 nghỉ: Tết Nguyên đán (dự kiến, chưa có thông báo).',
    'Từ 2027-02-09 đến 2027-02-10 nghỉ: Nghỉ bù Tết Nguyên đán (dự kiến, chưa có thông báo).',
    'Hẹn trả: 2027-02-11 17:00.',
  ])
  expect(read('2026-01-08 09:00', 2, 'working_days', pause('2026-01-09 09:00', null))).toEqual([
    'Nhận hồ sơ lúc 2026-01-08 09:00.',
    'Thời hạn 2 ngày làm việc, không tính ngày nhận.',
    'Đang dừng từ 2026-01-09 09:00, chờ giấy tờ hoặc chờ nộp tiền; đủ rồi mới có ngày hẹn.',
  ])
})
