import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import type { Told } from './message.ts'
import { findChoice } from './find-choice.ts'
import { sendNotice } from './send-notice.ts'
import { mustKnow, onlyByMessage, onlyChosen } from './weight.ts'

export type ToTell = Told & {
  /** The appointment, the wish or the visit that it is about. */
  subjectId: string
  /** Which of its kind about the same subject: the date moved to, the seat offered. */
  occasion?: string
  serviceDayId?: string | null
  name?: string | null
  /** As dialled, or sealed already by whoever kept it. */
  phone?: string | null
  phoneSealed?: Uint8Array | null
  /** Before this they would go in vain, or miss it. As `usefulUntil` when left out. */
  tellBy?: Date
  /** After this nobody needs it any more. */
  usefulUntil?: Date | null
}

/**
 * Somebody is to be told something about their own matter, the way that they chose: a channel is asked
 * at once, in the transaction of the deed that gives rise to it, so that nobody is told of what did not
 * happen; else an officer rings up. Asked again for the same occasion it changes nothing: a person is
 * told once. Who chose no messages is told only of what they would miss.
 *
 * @returns whether it was new, and is to be told
 */
export async function askToTell(ctx: Ctx, said: ToTell): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const choice = await findChoice(ctx, { subjectId: said.subjectId })
    const way = choice?.way ?? null
    if (way === 'none' && !mustKnow.has(said.kind)) return false
    if (onlyChosen.has(said.kind) && way === null) return false
    if (onlyByMessage.has(said.kind) && (way === null || way === 'call')) return false
    const sealed = said.phone ? ctx.sealer.seal(said.phone) : said.phoneSealed
    const made = await ctx.db
      .insertInto('notices.message')
      .values({
        office_id: ctx.officeId,
        kind: said.kind,
        subject_id: said.subjectId,
        occasion: said.occasion ?? '',
        service_day_id: said.serviceDayId ?? null,
        name: said.name ?? null,
        phone_sealed: sealed ? Buffer.from(sealed) : null,
        params: JSON.stringify(said.params),
        asked_at: ctx.now,
        tell_by: said.tellBy ?? said.usefulUntil ?? null,
        useful_until: said.usefulUntil ?? null,
      })
      .onConflict((oc) => oc.constraint('message_is_told_once').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) return false
    const sent = choice && (await sendNotice(ctx, made.id, said, choice, sealed ?? null))
    if (!sent && onlyByMessage.has(said.kind)) await dropMessage(ctx, made.id)
    return true
  })
}

/** No channel of the office brings it, and nobody is to be rung up for it. */
async function dropMessage(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .updateTable('notices.message')
    .set({ state: 'no_longer_needed' })
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', id)
    .execute()
}
