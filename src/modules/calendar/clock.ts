/** Vietnam has kept UTC+7 without summer time since 1975, so a plain offset is the office's clock. */
const offset = '+07:00'

/** Date and time on the wall of the office. */
export function localTime(instant: Date): Temporal.PlainDateTime {
  return zoned(instant).toPlainDateTime()
}

/** The date in Vietnam. */
export function localDate(instant: Date): Temporal.PlainDate {
  return zoned(instant).toPlainDate()
}

/** The moment when the office's clock shows `time` on `date`. */
export function instantOf(date: Temporal.PlainDate, time: Temporal.PlainTime): Date {
  return new Date(date.toZonedDateTime({ timeZone: offset, plainTime: time }).epochMilliseconds)
}

function zoned(instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(offset)
}
