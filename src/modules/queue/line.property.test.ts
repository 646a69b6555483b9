import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '#src/base/refusal.ts'
import { useDesk } from '#test/desk.ts'
import { comes, minute, openLine, press, type OpenLine } from '#test/line.ts'
import {
  callAgain,
  callNext,
  callVisit,
  changePriority,
  finishVisit,
  holdVisit,
  markAbsent,
  passToCounter,
  rejoin,
  resumeVisit,
  sendAway,
  startServing,
  undoLast,
} from './index.ts'

const desk = useDesk()

const kinds = [
  ...(['ticket', 'ticket', 'next', 'next', 'call', 'again', 'start', 'finish', 'absent'] as const),
  ...(['absent', 'hold', 'resume', 'pass', 'away', 'rejoin', 'priority', 'undo'] as const),
]
type Step = { kind: (typeof kinds)[number]; counter: number; visit: number; wait: number }

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  counter: fc.integer({ min: 0, max: 2 }),
  visit: fc.integer({ min: 0, max: 7 }),
  wait: fc.integer({ min: -1, max: 4 }),
})

/** Does the step as the officer of that counter would; the office may say no. */
async function act(line: OpenLine, visits: string[], it: Step, minutes: number) {
  const officer = minute(line.officers[it.counter]!, minutes)
  const counterId = line.counters[it.counter]!.id
  const toCounterId = line.counters[(it.counter + 1) % 3]!.id
  const on = { clientKey: randomUUID(), visitId: visits[it.visit % visits.length]! }
  const there = { ...press(line), counterId }
  switch (it.kind) {
    case 'ticket':
      visits.push((await comes(line, minutes)).visitId)
      return
    case 'next':
      return callNext(officer, { ...there, finishCurrent: it.wait > 1 })
    case 'call':
      return callVisit(officer, { ...there, ...on, finishCurrent: it.wait > 1 })
    case 'again':
      return callAgain(officer, on)
    case 'start':
      return startServing(officer, on)
    case 'finish':
      return finishVisit(officer, on)
    case 'absent':
      return markAbsent(officer, on)
    case 'hold':
      return holdVisit(officer, on)
    case 'resume':
      return resumeVisit(officer, { ...on, counterId })
    case 'pass':
      return passToCounter(officer, { ...on, toCounterId })
    case 'away':
      return sendAway(officer, { ...on, reason: 'Nhầm nơi' })
    case 'rejoin':
      return rejoin(officer, on)
    case 'priority':
      return changePriority(officer, { ...on, priority: it.wait > 1 ? 'disabled' : null })
    case 'undo':
      return undoLast(officer, there)
  }
}

/** What must never be found among the periods that count: each row is something that went wrong. */
async function findWrongs(serviceDayId: string): Promise<unknown[]> {
  const { rows } = await desk.office.owner.query(
    `with counted as (
       select *, tstzrange(from_at, to_at) as during from queue.period
        where service_day_id = $1 and not undone)
     select 'a visit without exactly one open period' as wrong, v.id::text as what
       from queue.visit v left join counted p on p.visit_id = v.id and p.to_at is null
      where v.service_day_id = $1 group by v.id having count(p.id) <> 1
     union all
     select 'two periods of one visit at the same time', a.visit_id::text
       from counted a join counted b on a.visit_id = b.visit_id and a.id < b.id
                                    and a.during && b.during
     union all
     select 'a gap between two periods of a visit', a.visit_id::text
       from counted a
      where a.to_at is not null and not exists (
        select from counted b where b.visit_id = a.visit_id and b.from_at = a.to_at and b.id > a.id)
     union all
     select 'two people at one counter at the same time', a.counter_id::text
       from counted a join counted b on a.counter_id = b.counter_id and a.id < b.id
                                    and a.visit_id <> b.visit_id and a.during && b.during
      where a.kind in ('called', 'serving') and b.kind in ('called', 'serving')
     union all
     select 'a number given twice or left out', count(*)::text from queue.visit
      where service_day_id = $1 having count(distinct number) <> coalesce(max(number), 0)`,
    [serviceDayId],
  )
  return rows
}

test('whatever three counters do in whatever order, everybody stands in one place at a time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const line = await openLine(desk, { counters: 3 })
      const visits = [(await comes(line)).visitId]
      let minutes = 1
      for (const it of steps) {
        // Now and then a clock says that it is earlier than before.
        minutes = Math.max(0, minutes + it.wait)
        await act(line, visits, it, minutes).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error
        })
      }
      expect(await findWrongs(line.serviceDayId)).toEqual([])
    }),
    { numRuns: 25 },
  )
})

test('and when they do it all at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
      const line = await openLine(desk, { counters: 3 })
      const visits: string[] = []
      for (let i = 0; i < 8; i++) visits.push((await comes(line)).visitId)
      const done = await Promise.allSettled(steps.map((it, i) => act(line, visits, it, 5 + i)))
      const bugs = done.flatMap((it) =>
        it.status === 'rejected' && !(it.reason instanceof Refusal) ? [it.reason] : [],
      )
      expect(bugs).toEqual([])
      expect(await findWrongs(line.serviceDayId)).toEqual([])
    }),
    { numRuns: 15, endOnFailure: true },
  )
})
