import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { forgetOldMessages, readKeepDays } from '#src/modules/notices/index.ts'
import { forgetHolds, forgetOldPeople as forgetInLine } from '#src/modules/queue/index.ts'

/** Names and phones of the line are erased once the office's days of keeping them are over. */
export async function forgetOldPeople(ctx: Ctx): Promise<void> {
  const before = vietnamDay(ctx.now).subtract({ days: await readKeepDays(ctx) })
  await forgetHolds(ctx)
  await forgetInLine(ctx, { before })
  const from = before.toZonedDateTime('Asia/Ho_Chi_Minh')
  await forgetOldMessages(ctx, { before: new Date(from.epochMilliseconds) })
}
