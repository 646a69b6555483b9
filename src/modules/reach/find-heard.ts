import type { Ctx } from '#src/base/ctx.ts'
import { nothingHeard, saysNothing, type Heard } from './heard.ts'

/**
 * What is known of one coming: as said for the request, at the visit, on booking, else when waiting for a
 * place. Each part comes from the first that knows it. Null where nobody said anything.
 */
export async function findHeard(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  of: {
    requestId?: string | null
    visitId?: string | null
    appointmentId?: string | null
    wishId?: string | null
  },
): Promise<Heard | null> {
  const ids = [of.requestId, of.visitId, of.appointmentId, of.wishId]
  if (ids.every((id) => !id)) return null
  const rows = await ctx.db
    .selectFrom('reach.heard')
    .select(['request_id', 'visit_id', 'appointment_id', 'wish_id', 'channel'])
    .select(['hamlet_id as hamletId', 'business_id as businessId'])
    .where('office_id', '=', ctx.officeId)
    .where((eb) =>
      eb.or([
        ...(of.requestId ? [eb('request_id', '=', of.requestId)] : []),
        ...(of.visitId ? [eb('visit_id', '=', of.visitId)] : []),
        ...(of.appointmentId ? [eb('appointment_id', '=', of.appointmentId)] : []),
        ...(of.wishId ? [eb('wish_id', '=', of.wishId)] : []),
      ]),
    )
    .execute()
  const inOrder = [
    rows.find((row) => row.request_id !== null),
    rows.find((row) => row.visit_id !== null),
    rows.find((row) => row.appointment_id !== null),
    rows.find((row) => row.wish_id !== null),
  ]
  const heard = inOrder.reduce<Heard>(
    (known, row) => ({
      channel: known.channel ?? row?.channel ?? null,
      hamletId: known.hamletId ?? row?.hamletId ?? null,
      businessId: known.businessId ?? row?.businessId ?? null,
    }),
    nothingHeard,
  )
  return saysNothing(heard) ? null : heard
}
