/** Seats lie on the minutes of a day: 450 is 7:30. */
export function timeOf(minute: number): Temporal.PlainTime {
  return new Temporal.PlainTime(Math.floor(minute / 60), minute % 60)
}

export function minuteOf(time: Temporal.PlainTime): number {
  return time.hour * 60 + time.minute
}

/** The instant of a minute of a day in Việt Nam. */
export function instantOf(date: Temporal.PlainDate, minute: number): Date {
  const zoned = date.toZonedDateTime({ timeZone: 'Asia/Ho_Chi_Minh', plainTime: timeOf(minute) })
  return new Date(zoned.epochMilliseconds)
}
