/** A seat kept for some minutes while the form is filled in. */
export type Hold = {
  token: string
  serviceDayId: string
  date: Temporal.PlainDate
  start: Temporal.PlainTime
  end: Temporal.PlainTime
  /** Until then nobody else can have it. */
  heldUntil: Date
  procedureCodes: string[]
}
