import { createContext, useContext } from 'hono/jsx'
import type { deskLine } from '#src/words/desk-line.ts'
import type { Lang } from '#src/words/index.ts'
import { sayTime } from '../../dates.ts'
import type { LineState } from './line-state.ts'

export type LineWords = (typeof deskLine)['vi']

/**
 * Whether the page hears the server. `still`: a page without script, true when it was sent.
 * `signed_out`: the server answers, but the officer's session is over.
 */
export type Link = 'still' | 'joined' | 'off' | 'joining' | 'signed_out'

/** Something done while cut off: in a few words, when, and what became of it. */
export type Done = { key: string; text: string; at: number }
export type JoinedDone = Done & { applied: boolean; why: string | null }

export type HandedOut = { code: string; ahead: number; visitId: string | null }

/** What every part of the page is given, on the server and in the browser alike. */
export type LineView = {
  state: LineState
  lang: Lang
  said: LineWords
  to: (path: string) => string
  /** By the server's clock, in ms. */
  now: number
  link: Link
  offSince: number | null
  /** Whether this page may hand out numbers while cut off. */
  hasSeries: boolean
  pending: Done[]
  joined: JoinedDone[]
  handedOut: HandedOut | null
  notice: { tone: 'leaf' | 'hot'; text: string } | null
  /** What was typed and refused, without script. */
  typed: Record<string, string>
  errors: Record<string, string>
  /** For forms without script: each sends a key of its own, so that sent twice it is done once. */
  newKey: () => string
}

const LineContext = createContext<LineView | null>(null)

export const LineProvider = LineContext.Provider

export function useLine(): LineView {
  const view = useContext(LineContext)
  if (!view) throw new Error('a part of the line page stands outside of it')
  return view
}

/** Vietnam has been seven hours ahead of UTC, summer and winter, since 1975. */
const zoneMs = 7 * 3_600_000

/** `8 giờ 47`, of a moment in ms. */
export function sayMoment(lang: Lang, ms: number): string {
  const at = new Date(ms + zoneMs)
  return sayTime(lang, { hour: at.getUTCHours(), minute: at.getUTCMinutes() })
}

/** `8 giờ 30`, of minutes of the day. */
export function sayMinutes(lang: Lang, minutes: number): string {
  return sayTime(lang, { hour: Math.floor(minutes / 60), minute: minutes % 60 })
}

export function minutesBetween(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / 60_000))
}
