import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { kioskColumns, type Kiosk } from './kiosk.ts'

/** The machines that give numbers, by name, with when each was last heard of. */
export async function listKiosks(ctx: Ctx): Promise<Kiosk[]> {
  requireRight(ctx, 'offices.edit')
  return ctx.db
    .selectFrom('queue.device')
    .select(kioskColumns)
    .where('office_id', '=', ctx.officeId)
    .where('kind', '=', 'kiosk')
    .where('removed_at', 'is', null)
    .orderBy('name')
    .execute()
}
