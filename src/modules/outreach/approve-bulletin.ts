import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockVersion } from './lock-version.ts'
import { requireFitVersion } from './require-fit-text.ts'
import { authorOf } from './require-outreach.ts'
import { sendVersion } from './send-version.ts'
import type { Addresses, SendingChannel } from './sending.ts'

/**
 * The chairman approves the very words that he read; from now on everybody reads them, and in the same
 * transaction they are handed to every channel that the office ticked, or that he chose (`channels`).
 * Refuses who may not approve, who wrote it, what is not before him, and a version that was replaced
 * meanwhile.
 *
 * @param addresses where the texts lead to; left out, nothing goes out by itself
 */
export async function approveBulletin(
  ctx: Ctx,
  input: {
    bulletinId: string
    version: number
    addresses?: Addresses | undefined
    channels?: readonly SendingChannel[] | undefined
  },
): Promise<void> {
  requireRight(ctx, 'outreach.approve')
  return inTransaction(ctx, async (ctx) => {
    const version = await lockVersion(ctx, input, 'approve')
    // A hamlet may have been added since it was written.
    await requireFitVersion(ctx, version)
    await refuseBreach({ version_is_approved_by_another: ['outreach.own_words'] }, () =>
      ctx.db
        .updateTable('outreach.version')
        .set({ state: 'approved', decided_at: ctx.now, decided_by: authorOf(ctx) })
        .where('office_id', '=', ctx.officeId)
        .where('bulletin_id', '=', input.bulletinId)
        .where('number', '=', version.number)
        .execute(),
    )
    const { bulletinId, addresses, channels: chosen } = input
    if (addresses) await sendVersion(ctx, { bulletinId, version, addresses, chosen })
    await record(ctx, 'outreach.approved', input.bulletinId, { version: version.number })
  })
}
