import { vietnamDay } from '#src/base/vietnam-day.ts'
import { words } from '#src/words/index.ts'
import type { MessageKind, Told } from './message.ts'

/** An invented message of a kind, to look at its text. */
export function sampleOf(kind: MessageKind, now: Date): Told {
  const { procedure, venue, reason, asked } = words.vi.consent.sample
  const today = vietnamDay(now)
  const [date, from] = [today.add({ days: 7 }).toString(), today.add({ days: 6 }).toString()]
  const at = { date, time: '08:30', token: '' }
  const code = 'TC-2611-0042'
  const samples: { [Kind in MessageKind]: Told } = {
    turn_near: { kind: 'turn_near', params: { code: 'A012', ahead: 3 } },
    day_moved: { kind: 'day_moved', params: { ...at, from, venue, reason } },
    day_cancelled: { kind: 'day_cancelled', params: { ...at, reason } },
    seat_offered: {
      kind: 'seat_offered',
      params: { ...at, until: new Date(now.getTime() + 3_600_000).toISOString() },
    },
    booked: { kind: 'booked', params: { ...at, code: '482 913' } },
    appointment_displaced: { kind: 'appointment_displaced', params: at },
    received: { kind: 'received', params: { code, procedure, due: date } },
    need_paper: { kind: 'need_paper', params: { code, procedure, asked } },
    ready: { kind: 'ready', params: { code, procedure } },
  }
  return samples[kind]
}
