import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { hashKioskToken, kioskColumns, makeKioskToken, type Kiosk } from './kiosk.ts'

/**
 * The office lets in a machine that gives numbers. The token is told this once and then forgotten;
 * lost, the kiosk is removed and added again. Refuses no name, and one longer than 60 letters.
 */
export async function addKiosk(
  ctx: Ctx,
  input: { name: string },
): Promise<{ kiosk: Kiosk; token: string }> {
  requireRight(ctx, 'offices.edit')
  const name = input.name.normalize('NFC').trim()
  if (name === '' || name.length > 60)
    throw new Refusal('queue.kiosk_name_missing', { field: 'name' })
  return inTransaction(ctx, async (ctx) => {
    const token = makeKioskToken(ctx.officeId)
    const kiosk = await ctx.db
      .insertInto('queue.device')
      .values({
        ...{ office_id: ctx.officeId, kind: 'kiosk', name, made_at: ctx.now },
        token_hash: hashKioskToken(token),
      })
      .returning(kioskColumns)
      .executeTakeFirstOrThrow()
    await record(ctx, 'queue.kiosk_added', kiosk.id)
    return { kiosk, token }
  })
}
