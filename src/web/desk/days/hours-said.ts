import { z } from 'zod'
import type { Hours, Span } from '#src/modules/service-days/index.ts'

const clock = z.string().default('')

/** The four times of a form; the deed says what is wrong with them. */
export const hoursShape = {
  morningFrom: clock,
  morningTo: clock,
  afternoonFrom: clock,
  afternoonTo: clock,
}

type Typed = Record<keyof typeof hoursShape, string>

/** A half with neither time is not sat; with one of the two it is refused as no time. */
export function hoursSaid(typed: Typed): Hours {
  return {
    morning: spanSaid(typed.morningFrom, typed.morningTo),
    afternoon: spanSaid(typed.afternoonFrom, typed.afternoonTo),
  }
}

function spanSaid(from: string, to: string): Span | null {
  return from === '' && to === '' ? null : { from: from.slice(0, 5), to: to.slice(0, 5) }
}
