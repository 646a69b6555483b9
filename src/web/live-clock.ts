import type { Lang } from '#src/words/index.ts'
import { local, sayTime } from './dates.ts'

/** The server's time as a live page shows it, on the clock and in words, and reckons with it. */
export function clockOf(lang: Lang, now: Date): { clock: string; at: string; now: number } {
  const here = local(now)
  return {
    clock: here.toPlainTime().toString().slice(0, 5),
    at: sayTime(lang, here),
    now: now.getTime(),
  }
}
