import type { DayPart } from '#src/modules/queue/index.ts'
import { paths } from '../../paths.ts'
import { withCodes } from './asked-codes.ts'

/** The address of the waiting list of a day, with the half of the day that is wished for. */
export function waitPath(office: string, dayId: string, codes: readonly string[], part: DayPart) {
  const path = withCodes(paths.askWait(office, dayId), codes)
  return `${path}${codes.length === 0 ? '?' : '&'}buoi=${part}`
}
