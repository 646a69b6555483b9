import type { Words } from '#src/words/index.ts'

/** `12 phút`; a dash where nothing was measured. */
export function saySeconds(w: Words, seconds: number | null): string {
  if (seconds === null) return '–'
  if (seconds < 60) return w.lineFigures.underMinute
  return w.lineFigures.minutes({ minutes: Math.round(seconds / 60) })
}

/** `7 giờ 30 phút`, of any number of minutes. */
export function sayDuration(w: Words, minutes: number): string {
  return w.lineFigures.duration({ hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}
