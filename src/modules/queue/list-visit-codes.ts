import type { Ctx } from '#src/base/ctx.ts'
import { ticketCode } from './ticket.ts'

/** The numbers of these visits, by visit. Those of other offices are left out. */
export async function listVisitCodes(
  ctx: Ctx,
  visitIds: readonly string[],
): Promise<Map<string, string>> {
  if (visitIds.length === 0) return new Map()
  const visits = await ctx.db
    .selectFrom('queue.visit')
    .select(['id', 'series', 'number'])
    .where('office_id', '=', ctx.officeId)
    .where('id', 'in', visitIds)
    .execute()
  return new Map(visits.map((it) => [it.id, ticketCode(it)]))
}
