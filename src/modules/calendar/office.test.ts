import { expect, test } from 'vitest'
import { listEntries } from '#src/modules/audit/index.ts'
import { asOfficer, useOffice } from '#test/office.ts'
import {
  clearOfficeDay,
  computeDue,
  getDay,
  openSpans,
  placeProgrammeDay,
  readCalendar,
  sayPlacement,
  setOfficeDay,
  setOfficeHours,
  span,
  usualHours,
  usualWeek,
  type DayHours,
  type DayOffPolicy,
} from './index.ts'

const office = useOffice()
const editor = () => asOfficer(office, ['calendar.edit'])
const day = (iso: string) => Temporal.PlainDate.from(iso)
const storm = { kind: 'off' as const, name: 'Nghỉ bão số 9', reason: 'Công điện của tỉnh' }

/** Another office on the same database. */
function neighbour() {
  const officeId = crypto.randomUUID()
  return { ...editor(), officeId, db: office.database.forOffice(officeId) }
}

const opening = async (ctx: Parameters<typeof readCalendar>[0], iso: string) =>
  openSpans(await readCalendar(ctx), day(iso)).map(({ opens, closes }) =>
    [opens, closes].map((it) => it.toString().slice(0, 5)).join('–'),
  )

test('a day that the office has off is off for it, with its reason, until it is taken back', async () => {
  await setOfficeDay(editor(), { date: day('2026-11-26'), ...storm })

  expect(getDay(await readCalendar(office), day('2026-11-26'))).toMatchObject({
    kind: 'office_off',
    working: false,
    name: { vi: 'Nghỉ bão số 9' },
    reason: 'Công điện của tỉnh',
    estimated: false,
  })

  await clearOfficeDay(editor(), { date: day('2026-11-26') })
  expect(getDay(await readCalendar(office), day('2026-11-26')).working).toBe(true)
  expect(
    (await listEntries(office)).slice(0, 2).map(({ action, subject_id }) => [action, subject_id]),
  ).toEqual([
    ['calendar.office_day_cleared', '2026-11-26'],
    ['calendar.office_day_set', '2026-11-26'],
  ])
})

test('a day set twice is what was said last', async () => {
  await setOfficeDay(editor(), { date: day('2026-12-03'), ...storm })
  await setOfficeDay(editor(), { date: day('2026-12-03'), ...storm, kind: 'morning' })

  expect(getDay(await readCalendar(office), day('2026-12-03')).kind).toBe('office_half')
  expect(await opening(office, '2026-12-03')).toEqual(['07:30–11:30'])
})

test('an office may work on a holiday, or on a Saturday for a day of its own choice', async () => {
  await setOfficeDay(editor(), { ...storm, date: day('2026-11-24'), kind: 'working' })
  expect(getDay(await readCalendar(office), day('2026-11-24')).working).toBe(true)
  await setOfficeDay(editor(), { ...storm, date: day('2026-12-12'), kind: 'working' })
  expect(await opening(office, '2026-12-12')).toEqual(['07:30–11:30', '13:00–17:00'])
})

test('the days and hours of another office are not seen', async () => {
  const other = neighbour()
  await setOfficeDay(other, { date: day('2026-12-10'), ...storm })
  const week = new Map([...usualWeek].map(([it]) => [it, { ...usualHours, afternoon: null }]))
  await setOfficeHours(other, { validFrom: day('2026-12-01'), week })

  expect(getDay(await readCalendar(other), day('2026-12-10')).working).toBe(false)
  expect(getDay(await readCalendar(office), day('2026-12-10')).working).toBe(true)
  expect(await opening(other, '2026-12-11')).toEqual(['07:30–11:30'])
  expect(await opening(office, '2026-12-11')).toEqual(['07:30–11:30', '13:00–17:00'])
  await expect(clearOfficeDay(editor(), { date: day('2026-12-10') })).rejects.toMatchObject({
    code: 'calendar.day_not_set',
  })

  const trespass = { ...editor(), officeId: other.officeId }
  await expect(setOfficeDay(trespass, { date: day('2026-12-17'), ...storm })).rejects.toThrow(
    'row-level security',
  )
})

test('hours hold from the day they are set for until the next change', async () => {
  const ctx = neighbour()
  const summer = { morning: span('07:00', '11:00'), afternoon: span('13:30', '17:30') }
  const saturday = { morning: span('07:30', '11:00'), afternoon: null }
  const week = new Map<number, DayHours>([1, 2, 3, 4, 5].map((it) => [it, summer]))
  await setOfficeHours(ctx, {
    validFrom: day('2027-04-16'),
    week: week.set(6, saturday),
  })
  await setOfficeHours(ctx, { validFrom: day('2027-10-16'), week: usualWeek })

  expect(await opening(ctx, '2027-04-15')).toEqual(['07:30–11:30', '13:00–17:00'])
  expect(await opening(ctx, '2027-04-19')).toEqual(['07:00–11:00', '13:30–17:30'])
  expect(await opening(ctx, '2027-10-18')).toEqual(['07:30–11:30', '13:00–17:00'])
  // A Saturday that is made a working day is worked as a Friday is.
  await setOfficeDay(ctx, { ...storm, date: day('2027-05-08'), kind: 'working' })
  expect(await opening(ctx, '2027-05-08')).toEqual(['07:00–11:00', '13:30–17:30'])
  // People are received on Saturday mornings, but it is no working day that a term would count.
  const calendar = await readCalendar(ctx)
  expect(getDay(calendar, day('2027-04-24')).working).toBe(false)
  const receivedAt = new Date('2027-04-23T09:00:00+07:00')
  const due = computeDue(calendar, { receivedAt, amount: 1, unit: 'working_days' })
  expect(due.dueOn?.toString()).toBe('2027-04-26')
})

test('twenty who set the same hours at once leave one week', async () => {
  const ctx = neighbour()
  await Promise.all(
    Array.from({ length: 20 }, () =>
      setOfficeHours(ctx, { validFrom: day('2027-01-04'), week: usualWeek }),
    ),
  )
  const { officeHours } = await readCalendar(ctx)
  expect(officeHours.map(({ week }) => week.size)).toEqual([5])
})

test('only who may edit the calendar changes it', async () => {
  const refused = { code: 'identity.not_allowed' }
  const clerk = asOfficer(office, ['requests.work'])
  const date = day('2026-12-24')
  for (const ctx of [office, clerk]) {
    await expect(setOfficeDay(ctx, { date, ...storm })).rejects.toMatchObject(refused)
    await expect(clearOfficeDay(ctx, { date })).rejects.toMatchObject(refused)
    const hours = { validFrom: date, week: usualWeek }
    await expect(setOfficeHours(ctx, hours)).rejects.toMatchObject(refused)
  }
})

test.each([
  [{ name: ' ' }, { code: 'calendar.name_missing', field: 'name' }],
  [{ reason: '' }, { code: 'calendar.reason_missing', field: 'reason' }],
  [
    { kind: 'working' as const, insteadOf: day('2026-12-26') },
    { code: 'calendar.makes_up_for_itself' },
  ],
  [{ date: day('1926-12-26') }, { code: 'calendar.year_out_of_range' }],
])('a day set with %j is refused', async (wrong, refused) => {
  const said = { date: day('2026-12-26'), ...storm, ...wrong }
  await expect(setOfficeDay(editor(), said)).rejects.toMatchObject(refused)
})

test.each([
  [{ morning: null, afternoon: null }, 'calendar.weekday_closed'],
  [{ morning: span('11:30', '07:30'), afternoon: null }, 'calendar.closes_before_it_opens'],
  [
    { morning: span('07:30', '13:30'), afternoon: span('13:00', '17:00') },
    'calendar.afternoon_before_morning_ends',
  ],
])('hours that cannot be are refused beside the weekday', async (wednesday, code) => {
  const week = new Map([...usualWeek, [3, wednesday]])
  await expect(
    setOfficeHours(editor(), { validFrom: day('2026-12-01'), week }),
  ).rejects.toMatchObject({ code, field: 'weekday-3' })
})

const say = {
  date: (it: Temporal.PlainDate) =>
    `Thứ ${['', 'Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy'][it.dayOfWeek]} ${it.toLocaleString('en-GB')}`,
  instant: String,
}

test.each<[string, DayOffPolicy, string | null, string | null]>([
  ['2026-11-27', 'skip', '2026-11-27', null],
  [
    '2026-01-02',
    'skip',
    null,
    'Thứ Sáu 02/01/2026 nghỉ (Nghỉ hoán đổi dịp Tết Dương lịch), không mở.',
  ],
  [
    '2026-01-02',
    'day_before',
    '2025-12-31',
    'Thứ Sáu 02/01/2026 nghỉ (Nghỉ hoán đổi dịp Tết Dương lịch), mở sớm Thứ Tư 31/12/2025.',
  ],
  [
    '2026-01-02',
    'make_up_saturday',
    '2026-01-10',
    'Thứ Sáu 02/01/2026 nghỉ, làm bù Thứ Bảy 10/01/2026.',
  ],
  [
    '2025-05-02',
    'make_up_saturday',
    '2025-04-26',
    'Thứ Sáu 02/05/2025 nghỉ, làm bù Thứ Bảy 26/04/2025.',
  ],
  [
    '2026-05-01',
    'make_up_saturday',
    null,
    'Thứ Sáu 01/05/2026 nghỉ (Ngày Quốc tế Lao động 1/5), không có ngày làm bù nên không mở.',
  ],
  [
    '2026-05-01',
    'day_before',
    '2026-04-29',
    'Thứ Sáu 01/05/2026 nghỉ (Ngày Quốc tế Lao động 1/5), mở sớm Thứ Tư 29/04/2026.',
  ],
  [
    '2026-02-20',
    'day_before',
    null,
    'Thứ Sáu 20/02/2026 nghỉ (Tết Nguyên đán), mấy ngày trước cũng nghỉ nên không mở.',
  ],
  [
    '2026-02-20',
    'make_up_saturday',
    null,
    'Thứ Sáu 20/02/2026 nghỉ (Tết Nguyên đán), không có ngày làm bù nên không mở.',
  ],
])('a programme of Fridays on %s, policy %s', async (iso, policy, date, why) => {
  const placed = placeProgrammeDay(await readCalendar(neighbour()), day(iso), policy)

  expect(placed.date?.toString() ?? null).toBe(date)
  expect(sayPlacement('vi', placed, say)).toBe(why)
})

test('a day that the office itself makes up for moves the programme there', async () => {
  const ctx = neighbour()
  await setOfficeDay(ctx, { ...storm, date: day('2026-12-18') })
  const saturday = { ...storm, date: day('2026-12-19'), kind: 'working' as const }
  await setOfficeDay(ctx, { ...saturday, insteadOf: day('2026-12-18') })

  const placed = placeProgrammeDay(await readCalendar(ctx), day('2026-12-18'), 'make_up_saturday')
  expect(placed.date?.toString()).toBe('2026-12-19')
})

test('a make-up Saturday that the office has off is not offered', async () => {
  const ctx = neighbour()
  await setOfficeDay(ctx, { ...storm, date: day('2026-01-10') })

  const placed = placeProgrammeDay(await readCalendar(ctx), day('2026-01-02'), 'make_up_saturday')
  expect(placed).toMatchObject({ date: null, why: { code: 'no_make_up_day' } })
})

test('reading a half day of the programme keeps its Friday', async () => {
  const ctx = neighbour()
  await setOfficeDay(ctx, { ...storm, date: day('2026-12-04'), kind: 'afternoon' })

  const placed = placeProgrammeDay(await readCalendar(ctx), day('2026-12-04'), 'skip')
  expect(placed).toEqual({ date: day('2026-12-04'), why: null })
  expect(await opening(ctx, '2026-12-04')).toEqual(['13:00–17:00'])
})
