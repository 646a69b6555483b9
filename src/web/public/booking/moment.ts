import type { NearTime } from '#src/modules/queue/index.ts'
import { isUuid } from '../is-uuid.ts'
import { clockOf } from './clock-of.ts'

/** A time of a service day as a button sends it: `<day>@08:30`. */
export function writeMoment({ serviceDayId, start }: Omit<NearTime, 'date'>): string {
  return `${serviceDayId}@${clockOf(start)}`
}

/** The time that was pressed; null for anything else. */
export function readMoment(said: string | undefined): Omit<NearTime, 'date'> | null {
  const [serviceDayId = '', clock = ''] = (said ?? '').split('@')
  if (!isUuid(serviceDayId) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(clock)) return null
  return { serviceDayId, start: Temporal.PlainTime.from(clock) }
}
