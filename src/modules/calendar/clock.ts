/** The moment when the clock in Vietnam shows `time` on `date`: UTC+7 without summer time since 1975. */
export function instantOf(date: Temporal.PlainDate, time: Temporal.PlainTime): Date {
  const zoned = date.toZonedDateTime({ timeZone: '+07:00', plainTime: time })
  return new Date(zoned.epochMilliseconds)
}
