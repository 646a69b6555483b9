import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'

/** What is past its use, and bulletins to followers who want none or have left, do not go out any more. */
export async function dropNeedless(ctx: Ctx): Promise<void> {
  await ctx.db
    .updateTable('deliveries.message')
    .set({ state: 'withdrawn', why: 'too_late', settled_at: ctx.now })
    .where('office_id', '=', ctx.officeId)
    .where('state', '=', 'waiting')
    .where('next_at', '<=', ctx.now)
    .where('useful_until', '<=', ctx.now)
    .execute()
  await sql`
    update deliveries.message m set state = 'withdrawn', why = 'opted_out', settled_at = ${ctx.now}
     where m.office_id = ${ctx.officeId} and m.state = 'waiting' and m.next_at <= ${ctx.now}
       and m.purpose = 'bulletin'
       and exists (select from deliveries.follower f
                    where f.office_id = m.office_id and f.channel = m.channel
                      and f.to_mark = m.to_mark
                      and (f.opted_out_at is not null or f.unfollowed_at is not null))`.execute(
    ctx.db,
  )
}
