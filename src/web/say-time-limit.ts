import type { ProcessingTime } from '#src/modules/catalogue/index.ts'
import { words, type Lang } from '#src/words/index.ts'

/** How long the authority has: `3 ngày làm việc`; says so too when it is not known. */
export function sayTimeLimit(lang: Lang, time: ProcessingTime | null): string {
  const { times } = words[lang].public
  if (!time) return times.unknown
  return time.unit === 'same_day' ? times.same_day : times[time.unit](time)
}
