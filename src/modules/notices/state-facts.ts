import { words } from '#src/words/index.ts'
import type { Told } from './message.ts'
import type { Facts } from './variables.ts'

/** What a message names, in Vietnamese, under the names that texts use. */
export function stateFacts(told: Told, office: string): Facts {
  const common = { don_vi: office }
  const { kind, params } = told
  switch (kind) {
    case 'turn_near':
      return { ...common, so: params.code, so_truoc: String(params.ahead) }
    case 'day_moved':
      return {
        ...common,
        ...{ ngay_cu: day(params.from), ngay: day(params.date), gio: clock(params.time) },
        ...{ dia_diem: params.venue, ly_do: unstopped(params.reason) },
      }
    case 'day_cancelled':
      return { ...common, ...when(params), ly_do: unstopped(params.reason) }
    case 'seat_offered': {
      const until = Temporal.Instant.from(params.until).toZonedDateTimeISO('Asia/Ho_Chi_Minh')
      return { ...common, ...when(params), den: clock(until.toPlainTime().toString()) }
    }
    case 'booked':
      return { ...common, ...when(params), ma: params.code }
    case 'appointment_displaced':
      return { ...common, ...when(params) }
    case 'received':
      return {
        ...{ ...common, ma: params.code, thu_tuc: params.procedure },
        hen_tra: params.due === null ? '' : day(params.due),
      }
    case 'need_paper':
      return {
        ...{ ...common, ma: params.code, thu_tuc: params.procedure },
        can: unstopped(params.asked),
      }
    case 'ready':
      return { ...common, ma: params.code, thu_tuc: params.procedure }
  }
}

function when({ date, time }: { date: string; time: string }): Facts {
  return { ngay: day(date), gio: clock(time) }
}

/** `Thứ Sáu 27/11/2026`. */
function day(iso: string): string {
  const date = Temporal.PlainDate.from(iso)
  const weekday = words.vi.serviceDays.weekdays[date.dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7]
  const two = (n: number) => String(n).padStart(2, '0')
  return `${weekday} ${two(date.day)}/${two(date.month)}/${date.year}`
}

/** `8 giờ 30`. */
function clock(iso: string): string {
  const { hour, minute } = Temporal.PlainTime.from(iso)
  return minute === 0 ? `${hour} giờ` : `${hour} giờ ${String(minute).padStart(2, '0')}`
}

/** The sentence around it has a full stop of its own. */
function unstopped(text: string): string {
  return text.replace(/[.\s]+$/, '')
}
