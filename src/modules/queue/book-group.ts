import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import type { Appointment } from './appointment.ts'
import { bookNow } from './book-now.ts'
import { minuteOf } from './clock.ts'
import { getAppointment } from './get-appointment.ts'
import { readFrames } from './read-frames.ts'
import { optionalNote, requireClientKey, requireName } from './said.ts'
import { sealPhone } from './sealed-phone.ts'

/**
 * A company or a hamlet comes together: so many lanes from one time to another, up to a whole morning
 * on all of them. The party counts as people of the day, and is named later by its link. Refuses a
 * party of less than 2 or more than 2,000, more lanes than the day has, and what `holdSeat` refuses of
 * the day and the time.
 */
export async function bookGroup(
  ctx: Ctx,
  input: {
    clientKey: string
    serviceDayId: string
    start: Temporal.PlainTime
    end: Temporal.PlainTime
    lanes: number
    party: number
    organisation: string
    contactName: string
    phone: string | null
    note: string | null
  },
): Promise<Appointment> {
  requireRight(ctx, 'queue.run')
  requireClientKey(input.clientKey)
  const { serviceDayId, lanes, party } = input
  const start = minuteOf(input.start)
  const minutes = minuteOf(input.end) - start
  if (minutes <= 0) throw new Refusal('queue.span_impossible', { field: 'end' })
  if (!Number.isInteger(party) || party < 2 || party > 2000)
    throw new Refusal('queue.party_impossible', { field: 'party' })
  const said = requireSaid(input)
  const phone = input.phone?.trim() ? sealPhone(ctx, input.phone) : null
  await requireLanes(ctx, serviceDayId, lanes)
  const id = await bookNow(
    ctx,
    input.clientKey,
    { serviceDayId, start, minutes, lanes, people: party },
    {
      procedureCodes: [],
      ...said,
      phone_sealed: phone?.sealed ?? null,
      phone_mark: phone?.mark ?? null,
    },
  )
  return getAppointment(ctx, { id })
}

function requireSaid(input: { organisation: string; contactName: string; note: string | null }) {
  const organisation = input.organisation.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (organisation === '' || organisation.length > 120)
    throw new Refusal('queue.organisation_missing', { field: 'organisation' })
  return {
    organisation,
    person_name: requireName(input.contactName, 'contactName'),
    note: optionalNote(input.note),
  }
}

async function requireLanes(ctx: Ctx, serviceDayId: string, lanes: number): Promise<void> {
  const { frames } = await readFrames(ctx, { serviceDayId })
  const most = frames[0]?.lanes
  if (most === undefined) throw new Refusal('queue.day_unknown')
  if (!Number.isInteger(lanes) || lanes < 1 || lanes > most)
    throw new Refusal('queue.lanes_impossible', { field: 'lanes', params: { most } })
}
