/** `08:30`, as messages name a time. */
export function clockOf(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' })
}

/** The instant of a date and time where the offices are. */
export function instantOf(date: Temporal.PlainDate, time: Temporal.PlainTime): Date {
  const moment = date.toZonedDateTime({ timeZone: 'Asia/Ho_Chi_Minh', plainTime: time })
  return new Date(moment.epochMilliseconds)
}
