import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { lockVisits, type Standing } from './standing.ts'

/**
 * Whoever was called to this counter or is served there, held until the transaction ends, together
 * with one more visit where that is asked for; and until when the counter was last taken. Nobody new
 * comes to the counter meanwhile: its sitting is held by `sitAt`.
 */
export async function lockAtCounter(
  ctx: Ctx,
  serviceDayId: string,
  counterId: string,
  alsoVisitId?: string,
): Promise<{ standing: Standing | null; also: Standing | null; freeSince: Date | null }> {
  const before = await readCounter(ctx, serviceDayId, counterId)
  const wanted = [before.visitId, alsoVisitId].filter((id) => id != null)
  const held = wanted.length > 0 ? await lockVisits(ctx, wanted) : []
  const atCounter = (it: Standing) =>
    it.counterId === counterId && (it.state === 'called' || it.state === 'serving')
  // Whoever was there may have gone while this waited for them, and later than was read before.
  const now = before.visitId === null ? before : await readCounter(ctx, serviceDayId, counterId)
  return {
    standing: held.find((it) => it.visitId === before.visitId && atCounter(it)) ?? null,
    also: held.find((it) => it.visitId === alsoVisitId) ?? null,
    freeSince: now.freeSince,
  }
}

async function readCounter(
  ctx: Ctx,
  serviceDayId: string,
  counterId: string,
): Promise<{ visitId: string | null; freeSince: Date | null }> {
  const { rows } = await sql<{ visitId: string | null; freeSince: Date | null }>`
    select max(visit_id::text) filter (where to_at is null) as "visitId",
           max(coalesce(to_at, from_at)) as "freeSince"
      from queue.period
     where office_id = ${ctx.officeId} and service_day_id = ${serviceDayId}
       and counter_id = ${counterId} and kind in ('called', 'serving') and not undone`.execute(
    ctx.db,
  )
  return rows[0]!
}
