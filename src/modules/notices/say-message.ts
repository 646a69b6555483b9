import { words, type Lang } from '#src/words/index.ts'
import type { Told } from './message.ts'

/** How the page or the driver around writes dates, times and the office. */
export type SayMessage = {
  date: (date: Temporal.PlainDate) => string
  time: (time: Temporal.PlainTime) => string
  /** As people call the office. */
  office: string
}

/** What is said on the phone, as an officer reads it out. */
export function sayMessage(lang: Lang, { kind, params }: Told, say: SayMessage): string {
  const { aloud } = words[lang].notices
  const date = (iso: string) => say.date(Temporal.PlainDate.from(iso))
  const time = (iso: string) => say.time(Temporal.PlainTime.from(iso))
  const { office } = say
  switch (kind) {
    case 'turn_near':
      return aloud.turn_near({ office, ...params })
    case 'day_moved': {
      const { venue } = params
      const reason = unstopped(params.reason)
      const [from, to] = [date(params.from), date(params.date)]
      return aloud.day_moved({ office, from, to, time: time(params.time), venue, reason })
    }
    case 'day_cancelled': {
      const reason = unstopped(params.reason)
      return aloud.day_cancelled({
        office,
        date: date(params.date),
        time: time(params.time),
        reason,
      })
    }
    case 'seat_offered': {
      const until = time(vietnamTime(params.until))
      return aloud.seat_offered({ office, date: date(params.date), time: time(params.time), until })
    }
    case 'booked': {
      const { code } = params
      return aloud.booked({ office, date: date(params.date), time: time(params.time), code })
    }
    case 'appointment_displaced':
      return aloud.appointment_displaced({
        office,
        date: date(params.date),
        time: time(params.time),
      })
    case 'received':
      return aloud.received({
        ...{ office, code: params.code, procedure: params.procedure },
        due: params.due === null ? '' : date(params.due),
      })
    case 'need_paper': {
      const { code, procedure } = params
      return aloud.need_paper({ office, code, procedure, asked: unstopped(params.asked) })
    }
    case 'ready':
      return aloud.ready({ office, ...params })
  }
}

function vietnamTime(instant: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toPlainTime()
    .toString()
}

/** The sentence around a reason has a full stop of its own. */
function unstopped(reason: string): string {
  return reason.replace(/[.\s]+$/, '')
}
