import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { normalizePhone } from '#src/modules/places/index.ts'
import type { Command } from './command.ts'
import type { Priority, Rules } from './rules.ts'
import { optionalName } from './said.ts'
import { ticketCode, type Ticket } from './ticket.ts'
import { turnMoment } from './turn-at.ts'
import type { Source } from './visit.ts'

export type TicketOf = {
  rules: Rules
  source: Source
  priority: Priority | null
  procedureCodes: readonly string[]
  name: string | null
  phone: string | Pick<Phone, 'sealed' | 'mark'> | null
  /** Of who booked: which of the group, and when it was to begin. */
  appointment?: { id: string; position: number; bookedAt: Date }
  /** Chosen by a desk that was cut off; else the next number of the day. */
  onTheSpot?: { series: string; number: number }
  /** Asked once the day's number is held. */
  before?: () => Promise<void>
}

type Phone = { sealed: Buffer | null; mark: Buffer | null }

/** Writes the visit with its number and puts it in line. */
export async function giveTicket(ctx: Ctx, command: Command, it: TicketOf): Promise<Ticket> {
  const { series, number, at } = it.onTheSpot
    ? { ...it.onTheSpot, at: command.at }
    : await nextNumber(ctx, command)
  await it.before?.()
  const turn = turnMoment(it.rules, {
    ...{ at, priority: it.priority, bookedAt: it.appointment?.bookedAt ?? null },
  })
  const phone = phoneOf(ctx, it.phone)
  const token = randomBytes(12).toString('base64url')
  const { rows } = await refuseBreach(
    {
      ticket_number_is_unique_in_service_day: ['queue.number_used'],
      visit_of_an_appointment_is_one: ['queue.checked_in_just_now'],
    },
    () =>
      sql<{ id: string; ahead: number }>`
      with visit as (
        insert into queue.visit
            (office_id, service_day_id, series, number, token, source, priority, appointment_id,
             appointment_position, name, phone_sealed, phone_mark, taken_at)
          values (${ctx.officeId}, ${command.serviceDayId}, ${series}, ${number},
                  ${token}, ${it.source}, ${it.priority},
                  ${it.appointment?.id ?? null}, ${it.appointment?.position ?? null},
                  ${optionalName(it.name, 'name')}, ${phone.sealed}, ${phone.mark}, ${at})
        returning id),
      period as (
        insert into queue.period
            (office_id, service_day_id, visit_id, kind, from_at, turn_at, officer_id)
          select ${ctx.officeId}, ${command.serviceDayId}, id, 'waiting', ${at},
                 ${turn}::timestamptz + ${number * 10} * interval '1 microsecond',
                 ${ctx.actor.kind === 'officer' ? ctx.actor.officerId : null}::uuid
            from visit
        returning visit_id, turn_at)
      select visit_id as id, (
          select count(*)::int from queue.period before
           where before.office_id = ${ctx.officeId}
             and before.service_day_id = ${command.serviceDayId} and before.kind = 'waiting'
             and before.to_at is null and not before.undone and before.turn_at < period.turn_at
        ) as ahead
        from period`.execute(ctx.db),
  )
  const { id: visitId, ahead } = rows[0]!
  command.visitId = visitId
  command.did.ahead = ahead
  await writeProcedures(ctx, visitId, it.procedureCodes)
  return { visitId, token, code: ticketCode({ series, number }), number, ahead, takenAt: at }
}

/**
 * One statement both holds the day and counts, so no number is given twice or left out, and none is
 * given before the one before it: two processes' clocks may differ by a little. Numbers of the same
 * moment are kept apart by microseconds.
 */
async function nextNumber(
  ctx: Ctx,
  command: Command,
): Promise<{ series: string; number: number; at: Date }> {
  const { rows } = await sql<{ number: number; at: Date }>`
    update queue.day
       set last_number = last_number + 1, last_taken_at = greatest(last_taken_at, ${command.at})
     where office_id = ${ctx.officeId} and service_day_id = ${command.serviceDayId}
    returning last_number as number, last_taken_at as at`.execute(ctx.db)
  return { series: '', ...rows[0]! }
}

async function writeProcedures(ctx: Ctx, visitId: string, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return
  await refuseBreach({ visit_procedure_procedure_code_fkey: ['queue.procedure_unknown'] }, () =>
    ctx.db
      .insertInto('queue.visit_procedure')
      .values(
        [...new Set(codes)].map((procedure_code, i) => ({
          ...{ office_id: ctx.officeId, visit_id: visitId },
          ...{ position: i + 1, procedure_code },
        })),
      )
      .execute(),
  )
}

function phoneOf(ctx: Ctx, phone: TicketOf['phone']): Phone {
  if (phone === null || phone === '') return { sealed: null, mark: null }
  if (typeof phone !== 'string') return phone
  const digits = normalizePhone(phone)
  return { sealed: ctx.sealer.seal(digits), mark: ctx.sealer.mark('phone', digits) }
}
