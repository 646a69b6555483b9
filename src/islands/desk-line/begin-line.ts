import type { LineState } from '../../web/desk/line/line-state.ts'
import { lastDay, openStorage } from './line-storage.ts'

/** What the page begins with. */
export type Begun = {
  state: LineState
  /** What the server's clock shows. */
  now: number
  offSince: number | null
  cut: boolean
}

/**
 * From the page as the server sent it; or, where it was loaded while cut off, from what this browser
 * kept, with as much time passed as this machine's date has moved on. Null when it kept nothing.
 */
export function beginLine(sent: string | undefined, storage: Storage): Begun | null {
  if (sent !== undefined) {
    const state = JSON.parse(sent) as LineState
    return { state, now: state.asOf, offSince: null, cut: false }
  }
  const day = lastDay(storage)
  const kept = day === null ? null : openStorage(storage, day).kept()
  if (!kept) return null
  const now = kept.state.asOf + Math.max(0, Date.now() - kept.wall)
  return { state: kept.state, now, offSince: kept.offSince ?? now, cut: true }
}
