import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import type { Appointment } from './appointment.ts'
import { bookNow } from './book-now.ts'
import { minuteOf } from './clock.ts'
import { getAppointment } from './get-appointment.ts'
import { minutesFor } from './minutes-for.ts'
import { optionalName, optionalNote, requireClientKey, requireName } from './said.ts'
import { sealPhone } from './sealed-phone.ts'

/**
 * An officer books for somebody on the phone or before the desk, who need not have a phone of their
 * own. Up to the end of the time itself, as far ahead as days are planned, and however often; the
 * walk-ins' share is kept all the same. Refuses what `holdSeat` refuses of the day and the time.
 */
export async function bookForCaller(
  ctx: Ctx,
  input: {
    clientKey: string
    serviceDayId: string
    start: Temporal.PlainTime
    procedureCodes: string[]
    phone: string | null
    personName: string
    bookerName: string | null
    note: string | null
  },
): Promise<Appointment> {
  requireRight(ctx, 'queue.run')
  requireClientKey(input.clientKey)
  const phone = input.phone?.trim() ? sealPhone(ctx, input.phone) : null
  const wanted = {
    serviceDayId: input.serviceDayId,
    start: minuteOf(input.start),
    minutes: await minutesFor(ctx, input.procedureCodes),
    lanes: 1,
    people: 1,
  }
  const id = await bookNow(ctx, input.clientKey, wanted, {
    procedureCodes: input.procedureCodes,
    person_name: requireName(input.personName, 'personName'),
    booker_name: optionalName(input.bookerName, 'bookerName'),
    note: optionalNote(input.note),
    phone_sealed: phone?.sealed ?? null,
    phone_mark: phone?.mark ?? null,
  })
  return getAppointment(ctx, { id })
}
