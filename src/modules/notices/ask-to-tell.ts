import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import type { Told } from './message.ts'

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
 * Somebody is to be told something about their own matter. Written in the transaction of the deed that
 * gives rise to it, so that nobody is told of what did not happen. Asked again for the same occasion it
 * changes nothing: a person is told once.
 *
 * @returns whether it was new
 */
export async function askToTell(ctx: Ctx, said: ToTell): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const sealed = said.phone ? ctx.sealer.seal(said.phone) : said.phoneSealed
    const { numInsertedOrUpdatedRows } = await ctx.db
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
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  })
}
