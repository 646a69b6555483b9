import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { ownTextLimit, type Channel } from './channel.ts'
import { lockVersion } from './lock-version.ts'
import { requireFitWords } from './require-fit-text.ts'

/**
 * An officer words a draft for one channel, mostly shorter than the whole; the link is put below it by
 * the house. An empty text goes back to what the house makes. It belongs to this version, and is
 * approved with it. Refuses personal data, more than the channel takes, and what is no draft any more.
 */
export async function setChannelText(
  ctx: Ctx,
  input: { bulletinId: string; version: number; channel: Channel; text: string },
): Promise<void> {
  requireRight(ctx, 'outreach.write')
  const { bulletinId, version, channel } = input
  const text = input.text.normalize('NFC').replaceAll('\r\n', '\n').trim()
  const limit = ownTextLimit(channel)
  if (limit !== null && text.length > limit)
    throw new Refusal('outreach.channel_text_too_long', {
      field: 'text',
      params: { count: text.length, limit },
    })
  await requireFitWords(ctx, 'text', text)
  return inTransaction(ctx, async (ctx) => {
    await lockVersion(ctx, input, 'illustrate')
    if (text === '')
      await ctx.db
        .deleteFrom('outreach.channel_text')
        .where('office_id', '=', ctx.officeId)
        .where('bulletin_id', '=', bulletinId)
        .where('version', '=', version)
        .where('channel', '=', channel)
        .execute()
    else
      await ctx.db
        .insertInto('outreach.channel_text')
        .values({ office_id: ctx.officeId, bulletin_id: bulletinId, version, channel, text })
        .onConflict((oc) => oc.columns(['bulletin_id', 'version', 'channel']).doUpdateSet({ text }))
        .execute()
    await record(ctx, 'outreach.channel_worded', bulletinId, { version, channel })
  })
}
