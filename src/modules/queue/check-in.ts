import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { instantOf } from './clock.ts'
import { command } from './command.ts'
import { findBooked, holdBooked, type Booked } from './find-booked.ts'
import { getTicket } from './get-ticket.ts'
import { giveTicket } from './give-ticket.ts'
import { readDay } from './read-day.ts'
import { readRules } from './read-rules.ts'
import { requireLineOpen } from './require-line-open.ts'
import type { Ticket } from './ticket.ts'

type CheckIn = {
  clientKey: string
  /**
   * Which of the group comes, from 1. When left out, one without a number: nobody named while there is
   * such a place, so that nobody is called by another's name.
   */
  position?: number
} & ({ code: string } | { token: string })

/**
 * Somebody booked is here, by the code or the link of the booking, and gets a number whose turn
 * follows from the time that was booked. Of a group each person gets one.
 *
 * Refuses a code that no booking has, one of another day, cancelled or displaced, one that was used,
 * naming its number; and a day that is not open.
 */
export async function checkIn(ctx: Ctx, input: CheckIn): Promise<Ticket> {
  const found = await findBooked(ctx, input)
  if (!found) throw new Refusal('queue.check_in_unknown', { field: 'code' })
  const { serviceDayId } = found
  return command(
    ctx,
    { kind: 'check_in', clientKey: input.clientKey, serviceDayId },
    async (ctx, command) => {
      const { day } = await readDay(ctx, serviceDayId)
      if (found.state === 'booked' && !day.date.equals(vietnamDay(ctx.now)))
        throw new Refusal('queue.check_in_other_day', {
          field: 'code',
          params: { date: day.date.toLocaleString('vi-VN') },
        })
      await requireLineOpen(ctx, serviceDayId)
      const booked = await holdBooked(ctx, found)
      if (booked?.serviceDayId !== serviceDayId)
        throw new Refusal('queue.check_in_unknown', { field: 'code' })
      const position = requireComing(booked, input.position)
      const person = booked.people.find((it) => it.position === position)
      return giveTicket(ctx, command, {
        ...{ source: 'booked', rules: await readRules(ctx), priority: null },
        name: person?.name ?? booked.organisation ?? booked.personName,
        procedureCodes: person?.procedureCode ? [person.procedureCode] : booked.procedureCodes,
        phone: booked.phone,
        appointment: {
          ...{ id: booked.id, position },
          bookedAt: instantOf(day.date, booked.startMinute),
        },
      })
    },
    (ctx, done) => getTicket(ctx, done.visit_id!, done.did.ahead),
  )
}

/** Which of the appointment comes now. Refuses one that is no more, and who has a number already. */
function requireComing(booked: Booked, wanted: number | undefined): number {
  const { party } = booked
  if (booked.state === 'cancelled') throw new Refusal('queue.check_in_cancelled', { field: 'code' })
  if (booked.state === 'displaced') throw new Refusal('queue.check_in_displaced', { field: 'code' })
  const came = new Map(booked.came.map((it) => [it.position, it.code]))
  const named = new Set(booked.people.map((it) => it.position))
  const free = Array.from({ length: party }, (_, i) => i + 1).filter((it) => !came.has(it))
  const next = free.find((it) => !named.has(it)) ?? free[0]
  const position = wanted ?? next ?? (party === 1 ? 1 : undefined)
  if (position === undefined)
    throw new Refusal('queue.check_in_group_done', { field: 'code', params: { party } })
  if (!Number.isInteger(position) || position < 1 || position > party)
    throw new Refusal('queue.check_in_position_unknown', { field: 'position', params: { party } })
  const code = came.get(position)
  if (code !== undefined)
    throw new Refusal('queue.check_in_done', { field: 'code', params: { code } })
  return position
}
