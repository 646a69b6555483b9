import type { Ctx } from '#src/base/ctx.ts'
import { parseTicketCode } from './ticket.ts'

/** The visit of this id, or of the code on its ticket; null for one that this day does not know. */
export async function findVisitId(
  ctx: Ctx,
  serviceDayId: string,
  said: string,
): Promise<string | null> {
  const code = parseTicketCode(said)
  const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(said)
  if (!code && !isId) return null
  const visit = await ctx.db
    .selectFrom('queue.visit')
    .select('id')
    .where('office_id', '=', ctx.officeId)
    .where('service_day_id', '=', serviceDayId)
    .where((eb) =>
      code
        ? eb.and([eb('series', '=', code.series), eb('number', '=', code.number)])
        : eb('id', '=', said),
    )
    .executeTakeFirst()
  return visit?.id ?? null
}
