import type { NoticesKind, NoticesState } from '#src/base/database.generated.ts'
import type { Ctx } from '#src/base/ctx.ts'
import type { ChannelKind } from '#src/modules/deliveries/index.ts'

export type MessageKind = NoticesKind
export type MessageState = NoticesState

/**
 * What each kind of message names. Dates are ISO dates, times `08:30`, instants ISO instants; `token`
 * is the appointment's or the wish's own, for a link.
 */
export type MessageParams = {
  /** How many are before them, with the number on the ticket. */
  turn_near: { code: string; ahead: number }
  day_moved: {
    from: string
    date: string
    time: string
    venue: string
    reason: string
    token: string
  }
  day_cancelled: { date: string; time: string; reason: string; token: string }
  seat_offered: { date: string; time: string; until: string; token: string }
  booked: { date: string; time: string; code: string; token: string }
  /** Their day is held, but no longer at their time. */
  appointment_displaced: { date: string; time: string; token: string }
  received: { code: string; procedure: string; due: string | null }
  /** What the authority asks for, in the officer's words. */
  need_paper: { code: string; procedure: string; asked: string }
  ready: { code: string; procedure: string }
}

/** A message of any kind with what it names. */
export type Told = {
  [Kind in MessageKind]: { kind: Kind; params: MessageParams[Kind] }
}[MessageKind]

/** One person who is to be told something. */
export type Message = Told & {
  id: string
  /** The appointment, the wish or the visit that it is about. */
  subjectId: string
  serviceDayId: string | null
  state: MessageState
  name: string | null
  /** "•••••• 4821"; null when no phone was left. */
  maskedPhone: string | null
  askedAt: Date
  /** Before this they would go in vain, or miss it. */
  tellBy: Date | null
  /** After this nobody needs it any more. */
  usefulUntil: Date | null
  attempts: number
  lastAttemptAt: Date | null
  lastReason: string | null
  toldAt: Date | null
  /** The officer who said so; null where a channel did. */
  toldBy: string | null
  /** Which channel was asked; null when somebody rings up. */
  channel: ChannelKind | null
  /** Code with words of deliveries: why the channel could not bring it. */
  why: string | null
}

/** Whoever could not be reached so many times is not rung up again. */
export const mostAttempts = 3

/** The messages of the office. */
export function messages(ctx: Pick<Ctx, 'db' | 'officeId'>) {
  return ctx.db.selectFrom('notices.message').where('office_id', '=', ctx.officeId)
}
