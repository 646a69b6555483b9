import type { Done, HandedOut, JoinedDone, Link } from '../../web/desk/line/line-view.ts'
import type { LineState } from '../../web/desk/line/line-state.ts'

/** What the page shows, whole; a new one after every change. */
export type Shown = {
  state: LineState
  link: Link
  offSince: number | null
  now: number
  hasSeries: boolean
  pending: Done[]
  joined: JoinedDone[]
  handedOut: HandedOut | null
  notice: { tone: 'leaf' | 'hot'; text: string } | null
}

/** What the server answers to a command. */
export type Told = { state: LineState; handedOut?: HandedOut | null; notice?: string | null }
