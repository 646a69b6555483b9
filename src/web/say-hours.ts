import type { Hours, Span } from '#src/modules/service-days/index.ts'
import { words, type Lang } from '#src/words/index.ts'
import { sayTime } from './dates.ts'

/** `7 giờ 30 – 11 giờ 30 và 13 giờ 30 – 17 giờ`. */
export function sayHours(lang: Lang, hours: Hours): string {
  return [hours.morning, hours.afternoon]
    .filter((span): span is Span => span !== null)
    .map((span) => `${sayClock(lang, span.from)} – ${sayClock(lang, span.to)}`)
    .join(` ${words[lang].public.and} `)
}

/** `07:30` as people say it: `7 giờ 30`. */
export function sayClock(lang: Lang, clock: string): string {
  return sayTime(lang, Temporal.PlainTime.from(clock))
}
