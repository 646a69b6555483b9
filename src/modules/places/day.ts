import type { NationCtx } from '#src/base/ctx.ts'

/** The day asked for, else the day it is in Việt Nam. */
export function dayOr(ctx: NationCtx, day: Temporal.PlainDate | undefined): Temporal.PlainDate {
  return (
    day ??
    Temporal.Instant.fromEpochMilliseconds(ctx.now.getTime())
      .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
      .toPlainDate()
  )
}
