import type { Ctx } from '#src/base/ctx.ts'
import type { Counter } from '#src/modules/offices/index.ts'
import {
  bookForCaller,
  callNext,
  checkIn,
  finishVisit,
  markAbsent,
  startServing,
  takeTicket,
  type Priority,
} from '#src/modules/queue/index.ts'
import { tellHeard } from '#src/modules/reach/index.ts'
import type { ServiceDay } from '#src/modules/service-days/index.ts'
import { heardInLine } from './how-heard.ts'
import { demoPerson } from './people.ts'

/** A counter, and the officer who sits there. */
export type Manned = { counter: Counter; officer: Ctx['actor'] }

type Comer = {
  /** Minutes after midnight. */
  comes: number
  procedureCode: string
  /** How long it takes at the counter. */
  minutes: number
  /** The time they booked. */
  bookedAt?: string
  priority?: Priority
  /** Is called and has gone. */
  gone?: boolean
}

const asked = ['1.004873', '3.000333', '3.000347', '1.001456', '2.000815', '2.000635']
const takes = [12, 16, 14, 18, 6, 8]

/**
 * Who comes on the `week`th day back: sixteen on foot, a few more on some days, three booked. All by
 * rule, so that every house shows the same.
 */
function comers(week: number): Comer[] {
  const walkIns = Array.from({ length: 16 + (week % 3) * 2 }, (_, i): Comer => {
    const kind = (i * 5 + week) % asked.length
    return {
      comes: 450 + i * 6 + ((i * 7 + week * 3) % 9),
      procedureCode: asked[kind]!,
      minutes: takes[kind]! + ((i + week) % 4) - 1,
      ...(i === 5 ? { priority: 'over_75' } : {}),
      ...(i === 9 && week % 2 === 0 ? { gone: true } : {}),
    }
  })
  const booked = ['08:00', '08:45', '09:30'].map((bookedAt, i): Comer => ({
    comes: 472 + i * 45 + ((week + i) % 9),
    procedureCode: asked[(i + week) % asked.length]!,
    minutes: takes[(i + week) % asked.length]!,
    bookedAt,
  }))
  return [...walkIns, ...booked].sort((a, b) => a.comes - b.comes)
}

/**
 * Lives the line of one open day: people book the day before, come, take numbers or check in, are
 * called by both counters one after the other, asked how they heard, and served. One who booked stays
 * away.
 *
 * @param week counts service days back from the newest
 * @param firstPerson of the invented people
 */
export async function liveLine(
  ctx: Ctx,
  day: ServiceDay,
  manned: readonly Manned[],
  { week, firstPerson }: { week: number; firstPerson: number },
): Promise<void> {
  const at = (minute: number, second = 0): Ctx => ({
    ...ctx,
    now: new Date(
      Date.parse(`${day.date.toString()}T00:00:00+07:00`) + (minute * 60 + second) * 1000,
    ),
  })
  const serviceDayId = day.id
  const key = (what: string, n: number) => `demo-${what}-${day.date.toString()}-${n}`
  const people = comers(week)
  const codes = await bookAhead(at(-15 * 60), day, people, firstPerson)
  const visits = new Map<string, Comer>()
  const heard = await heardInLine(ctx)
  const busy = manned.map(() => ({ until: 0, visitId: null as string | null }))

  for (let minute = 450; minute < 690; minute++) {
    for (const [n, it] of people.entries()) {
      if (it.comes !== minute) continue
      const code = codes.get(it)
      const ticket = code
        ? await checkIn(at(minute), { clientKey: key('check-in', n), code })
        : await takeTicket(at(minute), {
            ...{ clientKey: key('ticket', n), serviceDayId, source: 'kiosk' },
            ...{ procedureCodes: [it.procedureCode], priority: it.priority ?? null },
          })
      visits.set(ticket.visitId, it)
    }
    for (const [n, { counter, officer }] of manned.entries()) {
      const here = busy[n]!
      if (here.until > minute) continue
      const sat = (second: number): Ctx => ({ ...at(minute, second), actor: officer })
      const press = (what: string) => ({ clientKey: key(`${what}-${n}`, minute), serviceDayId })
      if (here.visitId) await finishVisit(sat(0), { ...press('finish'), visitId: here.visitId })
      here.visitId = null
      const call = await callNext(sat(10), { ...press('call'), counterId: counter.id })
      if (!call) continue
      const { visitId } = call
      const comer = visits.get(visitId)!
      if (comer.gone) await markAbsent(sat(50), { ...press('absent'), visitId })
      else {
        await startServing(sat(50), { ...press('start'), visitId })
        const of = { kind: 'visit' as const, id: visitId }
        await tellHeard(sat(55), { of, heard: heard(people.indexOf(comer) + week) })
        Object.assign(here, { until: minute + comer.minutes, visitId })
      }
    }
  }
}

/** Those with a time book it; one more books and stays away. Gives the code of each. */
async function bookAhead(
  ctx: Ctx,
  day: ServiceDay,
  people: readonly Comer[],
  firstPerson: number,
): Promise<Map<Comer, string>> {
  const codes = new Map<Comer, string>()
  const book = async (start: string, procedureCode: string, n: number) => {
    const { fullName, phone } = demoPerson(firstPerson + n)
    const { code } = await bookForCaller(ctx, {
      clientKey: `demo-book-${day.date.toString()}-${n}`,
      serviceDayId: day.id,
      start: Temporal.PlainTime.from(start),
      procedureCodes: [procedureCode],
      ...{ phone, personName: fullName, bookerName: null, note: null },
    })
    return code
  }
  let n = 0
  for (const it of people)
    if (it.bookedAt) codes.set(it, await book(it.bookedAt, it.procedureCode, n++))
  await book('10:15', asked[0]!, n)
  return codes
}
