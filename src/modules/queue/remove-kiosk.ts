import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'

/** The machine is let in no longer; what it gave stays. Refuses one that is not there. */
export async function removeKiosk(ctx: Ctx, input: { kioskId: string }): Promise<void> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    const removed = await ctx.db
      .updateTable('queue.device')
      .set({ removed_at: ctx.now })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', input.kioskId)
      .where('kind', '=', 'kiosk')
      .where('removed_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!removed) throw new Refusal('queue.kiosk_not_found')
    await record(ctx, 'queue.kiosk_removed', removed.id)
  })
}
