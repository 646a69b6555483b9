import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { withdraw } from '#src/modules/deliveries/index.ts'
import { chooseWay } from './choose-way.ts'
import { findByToken } from './find-by-token.ts'
import { findChoice } from './find-choice.ts'
import { optOutMark } from './opt-out-mark.ts'
import { noticeSubject } from './send-notice.ts'
import { mustKnow } from './weight.ts'

/**
 * Whoever holds the link of a message ends the messages about that matter; `everywhere` also all others
 * to the same phones and address. What a channel has not sent yet is withdrawn. Pressed twice it is once.
 * Refuses a link that is none of ours.
 */
export async function stopMessages(
  ctx: Ctx,
  input: { token: string; everywhere?: boolean },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const found = await findByToken(ctx, input)
    if (!found) throw new Refusal('notices.link_unknown')
    const { subjectId } = found
    const choice = await findChoice(ctx, { subjectId })
    if (choice && choice.way !== 'none')
      await chooseWay(ctx, { subjectId, way: 'none', how: 'by_link', site: choice.site })
    const rows = await ctx.db
      .selectFrom('notices.message')
      .select(['id', 'kind', 'state', 'phone_sealed'])
      .where('office_id', '=', ctx.officeId)
      .where('subject_id', '=', subjectId)
      .execute()
    const needless = rows.filter((it) => it.state === 'on_its_way' && !mustKnow.has(it.kind))
    for (const { id } of needless) await withdraw(ctx, { subject: noticeSubject(id) })
    if (!input.everywhere) return
    const phones = rows.flatMap((it) => (it.phone_sealed ? [ctx.sealer.open(it.phone_sealed)] : []))
    const addresses = new Set([...phones, ...(found.email ? [found.email] : [])])
    for (const address of addresses)
      await ctx.db
        .insertInto('notices.opt_out')
        .values({
          office_id: ctx.officeId,
          address_mark: optOutMark(ctx, address),
          since: ctx.now,
        })
        .onConflict((oc) => oc.doNothing())
        .execute()
  })
}
