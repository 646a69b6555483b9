import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { MessageState } from './message.ts'

/**
 * Erases names, phones and what was named in messages that were of use until before a moment; that
 * somebody was told, and when, stays. So does how somebody chose to be told, without the address; who
 * is told of the same matter later is rung up.
 */
export async function forgetOldMessages(ctx: Ctx, input: { before: Date }): Promise<void> {
  await ctx.db
    .updateTable('notices.message')
    .set((eb) => ({
      name: null,
      phone_sealed: null,
      params: '{}',
      last_reason: null,
      state: eb
        .case()
        .when('state', 'in', ['to_tell', 'on_its_way'])
        .then(sql<MessageState>`'no_longer_needed'::notices.state`)
        .else(eb.ref('state'))
        .end(),
    }))
    .where('office_id', '=', ctx.officeId)
    .where(sql<boolean>`coalesce(useful_until, asked_at) < ${input.before} and params <> '{}'`)
    .execute()
  await ctx.db
    .updateTable('notices.choice')
    .set({ email_sealed: null })
    .where('office_id', '=', ctx.officeId)
    .where('chosen_at', '<', input.before)
    .where('email_sealed', 'is not', null)
    .execute()
}
