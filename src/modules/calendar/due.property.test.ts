import fc from 'fast-check'
import { expect, test } from 'vitest'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import {
  computeDue,
  getDay,
  instantOf,
  isWorkingDay,
  openSpans,
  workingDaysBetween,
  type DueInput,
  type OfficeDay,
  type Pause,
  type WorkCalendar,
} from './index.ts'

const minute = 60_000
const first = Date.parse('2024-01-01T00:00:00+07:00')
const last = Date.parse('2028-12-31T00:00:00+07:00')

const moment = fc
  .integer({ min: 0, max: (last - first) / minute })
  .map((it) => new Date(first + it * minute))
/** Most people come while the desk is open; the rest is nights and weekends. */
const atTheDesk = moment.map((it) => instantOf(vietnamDay(it), Temporal.PlainTime.from('09:00')))

const calendars = fc
  .uniqueArray(
    fc.record({
      date: moment.map(vietnamDay),
      kind: fc.constantFrom<OfficeDay['kind'][]>('off', 'working', 'morning', 'afternoon'),
    }),
    { selector: (it) => it.date.toString(), maxLength: 40 },
  )
  .map((days): WorkCalendar => ({
    officeDays: new Map(
      days.map((it) => [
        it.date.toString(),
        { ...it, name: 'Ngày riêng', reason: 'Thử', insteadOf: null },
      ]),
    ),
    officeHours: [],
  }))

const pauses = (since: Date): fc.Arbitrary<Pause[]> =>
  fc.array(
    fc
      .record({
        after: fc.integer({ min: -2000, max: 40_000 }),
        long: fc.integer({ min: 0, max: 20_000 }),
        open: fc.integer({ min: 0, max: 9 }),
      })
      .map(({ after, long, open }) => {
        const from = new Date(since.getTime() + after * minute)
        return { from, to: open === 0 ? null : new Date(from.getTime() + long * minute) }
      }),
    { maxLength: 3 },
  )

const units = fc.constantFrom<DueInput['unit'][]>(
  ...(['working_days', 'days', 'hours', 'months', 'same_day'] as const),
)
const asked = fc
  .tuple(moment, units, fc.integer({ min: 1, max: 40 }))
  .chain(([receivedAt, unit, amount]) =>
    pauses(receivedAt).map((it) => ({ receivedAt, unit, amount, pauses: it })),
  )

test('a due date is never before the receipt, on a day off, within a pause, or while the desk is closed', () => {
  fc.assert(
    fc.property(calendars, asked, (calendar, input) => {
      const due = computeDue(calendar, input)
      if (due.stopped) return
      expect(due.dueAt.getTime()).toBeGreaterThanOrEqual(input.receivedAt.getTime())
      expect(getDay(calendar, due.dueOn).working).toBe(true)
      const within = openSpans(calendar, due.dueOn).some(
        ({ opens, closes }) =>
          due.dueAt > instantOf(due.dueOn, opens) && due.dueAt <= instantOf(due.dueOn, closes),
      )
      expect(within).toBe(true)
      const paused = input.pauses.filter(
        ({ from, to }) => from < due.dueAt && (to === null || due.dueAt < to),
      )
      expect(paused).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('one more day, hour or month never makes it due earlier, nor does coming later', () => {
  fc.assert(
    fc.property(calendars, asked, fc.nat({ max: 5000 }), (calendar, input, later) => {
      // A clock that stands still is later than any date.
      const end = (it: DueInput) => computeDue(calendar, it).dueAt?.getTime() ?? Infinity
      const more = { ...input, amount: input.amount + 1 }
      expect(end(more)).toBeGreaterThanOrEqual(end(input))

      const alone = { ...input, pauses: [] }
      const receivedAt = new Date(input.receivedAt.getTime() + later * minute)
      expect(end({ ...alone, receivedAt })).toBeGreaterThanOrEqual(end(alone))
    }),
    { numRuns: 1000 },
  )
})

test('a pause of so many working days moves a due date by so many working days', () => {
  fc.assert(
    fc.property(
      calendars,
      atTheDesk,
      fc.integer({ min: 2, max: 30 }),
      fc.nat({ max: 29 }),
      fc.nat({ max: 40 }),
      (calendar, receivedAt, amount, after, long) => {
        const term = { receivedAt, amount, unit: 'working_days' as const }
        const due = computeDue(calendar, term)
        const from = new Date(receivedAt.getTime() + (after % amount) * 24 * 60 * minute)
        const to = new Date(from.getTime() + long * 24 * 60 * minute)
        const paused = computeDue(calendar, { ...term, pauses: [{ from, to }] })
        if (due.stopped || paused.stopped || vietnamDay(from).equals(due.dueOn)) return
        expect(workingDaysBetween(calendar, due.dueOn, paused.dueOn)).toBe(
          workingDaysBetween(calendar, vietnamDay(from), vietnamDay(to)),
        )
      },
    ),
    { numRuns: 500 },
  )
})

/** One pause after the other, none touching the next. */
const pausesInTurn = (since: Date): fc.Arbitrary<Pause[]> =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 9000 }), fc.nat({ max: 9000 }), fc.nat({ max: 9 })), {
      maxLength: 4,
    })
    .map((lengths) => {
      let now = since.getTime()
      return lengths.map(([gap, long, open], i): Pause => {
        const from = new Date((now += gap * minute))
        const to = new Date((now += long * minute))
        return { from, to: open === 0 && i === lengths.length - 1 ? null : to }
      })
    })

type Question = { receivedAt: Date; amount: number; pauses: Pause[] }

/** Counts open minutes one after the other, as one would with a stop-watch. */
function byStopWatch(calendar: WorkCalendar, { receivedAt, amount, pauses }: Question) {
  let left = amount * 60
  for (let now = receivedAt.getTime(); ; now += minute) {
    if (left === 0) return new Date(now)
    const date = vietnamDay(new Date(now))
    const open = openSpans(calendar, date).some(
      ({ opens, closes }) => +instantOf(date, opens) <= now && now < +instantOf(date, closes),
    )
    if (!open) continue
    const pause = pauses.find(({ from, to }) => +from <= now && (to === null || now < +to))
    if (pause?.to === null) return null
    if (!pause) left -= 1
  }
}

/** Crosses out one day after the other, as one would with a pencil on a wall calendar. */
function byPencil(calendar: WorkCalendar, question: Question, everyDay: boolean) {
  const ahead = [...question.pauses]
  let left = question.amount
  let notBefore = question.receivedAt
  let date = vietnamDay(question.receivedAt)
  for (;;) {
    const spans = openSpans(calendar, date)
    const closing = spans.length > 0 ? instantOf(date, spans.at(-1)!.closes) : null
    if (left === 0 && closing && closing >= notBefore) {
      const pause = ahead[0]
      if (!pause || pause.from >= closing) return closing
      // Asked for more on the last day: nothing is left but the day on which it comes.
      if (pause.to === null) return null
      ahead.shift()
      notBefore = pause.to
      date = vietnamDay(pause.to)
      continue
    }
    date = date.add({ days: 1 })
    let counts = everyDay || isWorkingDay(calendar, date)
    while (ahead[0] && Temporal.PlainDate.compare(vietnamDay(ahead[0].from), date) < 0) {
      const { to } = ahead[0]
      if (to === null) return null
      const order = Temporal.PlainDate.compare(date, vietnamDay(to))
      if (order <= 0) counts = false
      if (order < 0) break
      if (order === 0) notBefore = to
      ahead.shift()
    }
    if (counts && left > 0) left -= 1
  }
}

const simple = moment.chain((receivedAt) =>
  fc.record({
    receivedAt: fc.constant(receivedAt),
    amount: fc.integer({ min: 1, max: 12 }),
    pauses: pausesInTurn(receivedAt),
  }),
)

test.each(['working_days', 'days'] as const)(
  'the due date in %s is what a pencil on a wall calendar finds',
  (unit) => {
    fc.assert(
      fc.property(calendars, simple, (calendar, question) => {
        const found = computeDue(calendar, { ...question, unit })
        expect(found.dueAt).toEqual(byPencil(calendar, question, unit === 'days'))
      }),
      { numRuns: 1000 },
    )
  },
)

test('the due hour is what a stop-watch finds', () => {
  fc.assert(
    fc.property(calendars, simple, (calendar, question) => {
      const found = computeDue(calendar, { ...question, unit: 'hours' })
      expect(found.dueAt).toEqual(byStopWatch(calendar, question))
    }),
    { numRuns: 40 },
  )
})
