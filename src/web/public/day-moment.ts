import type { ServiceDay, Span } from '#src/modules/service-days/index.ts'
import { local } from '../dates.ts'

/** Where a service day stands at this moment, as somebody on the way to it must know. */
export type DayMoment =
  | { kind: 'cancelled' }
  | { kind: 'ahead' }
  /** Today, before it opens or before it opens again after lunch. */
  | { kind: 'opens'; at: string }
  | { kind: 'lunch'; at: string }
  /** Today within its hours, but nobody has opened it yet. */
  | { kind: 'today' }
  /** Open; `until` is null when the office stays on past its hours. */
  | { kind: 'open'; until: string | null }
  | { kind: 'over' }

type Day = Pick<ServiceDay, 'date' | 'state' | 'hours'>

export function momentOf(day: Day, now: Date): DayMoment {
  const here = local(now)
  const ahead = Temporal.PlainDate.compare(day.date, here.toPlainDate())
  if (day.state === 'cancelled') return { kind: 'cancelled' }
  if (day.state === 'closed' || ahead < 0) return { kind: 'over' }
  if (ahead > 0) return { kind: 'ahead' }
  const clock = here.toPlainTime().toString().slice(0, 5)
  const spans = [day.hours.morning, day.hours.afternoon].filter((it): it is Span => it !== null)
  const current = spans.find((it) => it.from <= clock && clock < it.to)
  const next = spans.find((it) => clock < it.from)
  if (day.state === 'open') {
    if (current || !next) return { kind: 'open', until: current?.to ?? null }
    return next === spans[0] ? { kind: 'open', until: next.to } : { kind: 'lunch', at: next.from }
  }
  if (current) return { kind: 'today' }
  return next ? { kind: 'opens', at: next.from } : { kind: 'over' }
}

/** Somebody may still come on it. */
export function isAhead(moment: DayMoment): boolean {
  return moment.kind !== 'cancelled' && moment.kind !== 'over'
}
