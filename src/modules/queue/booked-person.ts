/** Whom to tell when something becomes of their appointment, and of which. */
export type BookedPerson = {
  appointmentId: string
  token: string
  code: string
  serviceDayId: string
  date: Temporal.PlainDate
  start: Temporal.PlainTime
  end: Temporal.PlainTime
  personName: string | null
  organisation: string | null
  party: number
  /** Null where no phone was given: they are told by hand, if at all. */
  phoneSealed: Buffer | null
}
