import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { ticketCode } from './ticket.ts'

/** A visit as the form of a request needs it: who came and what for. */
export type Visit = {
  id: string
  serviceDayId: string
  /** "012", as on the ticket. */
  code: string
  name: string | null
  /** Whole: the officer would have to ask for it again. */
  phone: string | null
  procedureCodes: string[]
  booked: boolean
  appointmentId: string | null
}

/** One visit with its phone. Refuses one of another office. */
export async function getVisit(ctx: Ctx, input: { visitId: string }): Promise<Visit> {
  requireRight(ctx, 'queue.run')
  const visit = await ctx.db
    .selectFrom('queue.visit')
    .select(['id', 'service_day_id', 'series', 'number', 'name', 'phone_sealed', 'appointment_id'])
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', input.visitId)
    .executeTakeFirst()
  if (!visit) throw new Refusal('queue.visit_not_found')
  const procedures = await ctx.db
    .selectFrom('queue.visit_procedure')
    .select('procedure_code')
    .where('office_id', '=', ctx.officeId)
    .where('visit_id', '=', visit.id)
    .orderBy('position')
    .execute()
  return {
    id: visit.id,
    serviceDayId: visit.service_day_id,
    code: ticketCode(visit),
    name: visit.name,
    phone: visit.phone_sealed && ctx.sealer.open(visit.phone_sealed),
    procedureCodes: procedures.map((it) => it.procedure_code),
    booked: visit.appointment_id !== null,
    appointmentId: visit.appointment_id,
  }
}
