import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { listHamlets } from '#src/modules/offices/index.ts'
import { approvedOf } from './bulletin.ts'
import { getBulletin } from './get-bulletin.ts'

const tenMinutes = 600_000

/**
 * The announcer writes down that a bulletin was aired, when and over which hamlets' clusters (none:
 * over all), or why it was not. A second press of the same form adds nothing. Refuses what was not
 * approved, a moment that is still to come, and a failure without a reason.
 */
export async function logAiring(
  ctx: Ctx,
  input: {
    clientKey: string
    bulletinId: string
    aired: boolean
    at: Date
    hamletIds: readonly string[]
    reason: string
  },
): Promise<void> {
  requireRight(ctx, 'outreach.write')
  const reason = input.reason.normalize('NFC').trim()
  if (!input.aired && reason === '')
    throw new Refusal('outreach.reason_missing', { field: 'reason' })
  if (input.at.getTime() > ctx.now.getTime() + tenMinutes)
    throw new Refusal('outreach.aired_in_future', { field: 'at' })
  return inTransaction(ctx, async (ctx) => {
    const stands = approvedOf(await getBulletin(ctx, input))
    if (!stands) throw new Refusal('outreach.not_approved')
    if (ctx.actor.kind !== 'officer') throw new Refusal('identity.not_allowed')
    const hamlets = await listHamlets(ctx)
    const over = input.hamletIds.map((id) => hamlets.find((it) => it.id === id))
    if (over.some((it) => !it)) throw new Refusal('outreach.hamlet_unknown', { field: 'hamletIds' })
    const row = {
      office_id: ctx.officeId,
      client_key: input.clientKey,
      bulletin_id: input.bulletinId,
      version: stands.number,
      aired: input.aired,
      at: input.at,
      reason: reason || null,
      logged_by: ctx.actor.officerId,
      logged_at: ctx.now,
    }
    const rows = over.map((it) => ({ ...row, hamlet_id: it!.id, hamlet_name: it!.name }))
    await refuseBreach(
      { airing_says_why_not: ['outreach.reason_missing', { field: 'reason' }] },
      () =>
        ctx.db
          .insertInto('outreach.airing')
          .values(rows.length > 0 ? rows : [row])
          .onConflict((oc) => oc.constraint('airing_is_logged_once').doNothing())
          .execute(),
    )
    await record(ctx, 'outreach.aired', input.bulletinId, { aired: input.aired })
  })
}
