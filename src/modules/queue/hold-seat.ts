import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { minuteOf, timeOf } from './clock.ts'
import type { Hold } from './hold.ts'
import { offerNearest } from './nearest-times.ts'
import { newToken } from './new-code.ts'
import { refusalOf } from './outcome.ts'
import { usualRulesJson } from './rule-columns.ts'
import { requireClientKey } from './said.ts'
import { sealPhone } from './sealed-phone.ts'
import { seatBreaches } from './seat-breaches.ts'

type Row = {
  outcome: string
  token: string
  date: Temporal.PlainDate
  starts: number
  lasts: number
  held_until: Date
  waits: number | null
  procedures: string[]
  day: string
}

/**
 * A seat is kept for some minutes while somebody fills in the form; sent twice with one `clientKey`
 * it is one hold. Seats are given by the database, one statement, so of any number of people at once
 * one gets it.
 *
 * Refuses a seat just taken, a full or closed day and a time too near, each with the nearest free
 * times (`readNearTimes`); a time that the day does not have; a phone that is no phone, or that has
 * too many holds or bookings; an unknown procedure; an office with too many holds at once. Addresses
 * are never counted: a hall full of people shares one.
 */
export async function holdSeat(
  ctx: Ctx,
  input: {
    clientKey: string
    serviceDayId: string
    start: Temporal.PlainTime
    procedureCodes: string[]
    phone: string
  },
): Promise<Hold> {
  requireClientKey(input.clientKey)
  const { sealed, mark } = sealPhone(ctx, input.phone)
  const start = minuteOf(input.start)
  const { rows } = await refuseBreach(seatBreaches, () =>
    sql<Row>`select * from queue.hold_seat(
      ${ctx.officeId}, ${input.serviceDayId}, ${input.clientKey}, ${newToken()}, ${ctx.now},
      ${usualRulesJson}, ${start}, ${[...new Set(input.procedureCodes)]}, ${sealed}, ${mark},
      ${!ctx.db.isTransaction})`.execute(ctx.db),
  )
  const hold = rows[0]!
  const refused = refusalOf(hold.outcome)
  if (refused) {
    const params = { waitMinutes: hold.waits ?? 1 }
    const refusal = new Refusal(refused.code, { field: refused.field, params })
    const { serviceDayId } = input
    const wanted = { serviceDayId, start, minutes: hold.lasts, people: 1, lanes: 1 }
    throw await offerNearest(ctx, refusal, wanted)
  }
  return {
    token: hold.token,
    serviceDayId: hold.day,
    date: hold.date,
    start: timeOf(hold.starts),
    end: timeOf(hold.starts + hold.lasts),
    heldUntil: hold.held_until,
    procedureCodes: hold.procedures,
  }
}
