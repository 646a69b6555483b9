import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import type { AirPlan, BulletinText, Priority } from './bulletin.ts'
import { insertVersion } from './insert-version.ts'
import { requireFitText, tidyText } from './require-fit-text.ts'

/**
 * An officer writes news of the office's own. A second press of the same form finds the first.
 * Refuses personal data, an empty text, half an English one, and an impossible plan of airing.
 */
export async function writeBulletin(
  ctx: Ctx,
  input: { clientKey: string; text: BulletinText; priority: Priority; air: AirPlan },
): Promise<{ id: string }> {
  requireRight(ctx, 'outreach.write')
  const text = tidyText(input.text)
  await requireFitText(ctx, text)
  return inTransaction(ctx, async (ctx) => {
    const made = await ctx.db
      .insertInto('outreach.bulletin')
      .values({ office_id: ctx.officeId, client_key: input.clientKey })
      .onConflict((oc) => oc.constraint('bulletin_is_written_once').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made)
      return ctx.db
        .selectFrom('outreach.bulletin')
        .select('id')
        .where('office_id', '=', ctx.officeId)
        .where('client_key', '=', input.clientKey)
        .executeTakeFirstOrThrow()
    await insertVersion(ctx, {
      bulletinId: made.id,
      number: 1,
      kind: 'own',
      priority: input.priority,
      dayDate: null,
      daySaid: null,
      text,
      air: input.air,
    })
    await record(ctx, 'outreach.written', made.id, { version: 1 })
    return made
  })
}
