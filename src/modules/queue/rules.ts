import type { QueuePriority } from '#src/base/database.generated.ts'

/** Whom law and custom let go first. Which of them count at a desk is one of its rules. */
export type Priority = QueuePriority

/** How an office keeps its line. */
export type Rules = {
  /** Appointments begin at multiples of it, in minutes, and last one or more of it. */
  slotMinutes: number
  /** What a procedure takes whose minutes nobody has said. */
  usualMinutes: number
  /** The share of a day's time and people that no appointment may take, in percent. */
  walkInPercent: number
  /** How many days ahead citizens may book. */
  horizonDays: number
  /** Until how many minutes before its time an appointment can be made by citizens. */
  leadMinutes: number
  /** How long a seat is kept while the form is filled in. */
  holdMinutes: number
  /** How long a freed seat is kept for who is asked from the waiting list. */
  offerMinutes: number
  holdsPerPhone: number
  bookingsPerPhone: number
  /** A ceiling for the whole office, far above what a hall full of people needs. */
  holdsPerOffice: number
  /** A booked person stands in line as if come so many minutes before their time. */
  bookedHeadStartMinutes: number
  /** Who comes later than this after their time stands in line from when they came. */
  lateMinutes: number
  /** Who goes first here. */
  priorities: Priority[]
  /** They stand in line as if come so many minutes earlier. */
  priorityHeadStartMinutes: number
  /** A missed call puts a person back by so many places. */
  putBackPlaces: number
  /** After so many missed calls they have left. */
  missedCalls: number
  /** Who left so may take their place again within so many minutes. */
  rejoinMinutes: number
  /** From how many places before their turn somebody's phone says so. */
  nearPlaces: number
}

/** What every office begins with. */
export const usualRules: Rules = {
  slotMinutes: 15,
  usualMinutes: 15,
  walkInPercent: 30,
  horizonDays: 30,
  leadMinutes: 30,
  holdMinutes: 5,
  offerMinutes: 30,
  holdsPerPhone: 2,
  bookingsPerPhone: 4,
  holdsPerOffice: 500,
  bookedHeadStartMinutes: 60,
  lateMinutes: 15,
  priorities: ['over_75', 'disabled', 'pregnant', 'with_infant', 'war_invalid'],
  priorityHeadStartMinutes: 60,
  putBackPlaces: 3,
  missedCalls: 2,
  rejoinMinutes: 10,
  nearPlaces: 3,
}
