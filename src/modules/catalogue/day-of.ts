/** The day it is in Việt Nam at this moment: what "today" means for a version of a procedure. */
export function dayOf(now: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toPlainDate()
}
