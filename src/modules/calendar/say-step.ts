import { words, type Lang } from '#src/words/index.ts'
import type { Day } from './day.ts'
import type { Step } from './explain-due.ts'
import type { Placement } from './place-programme-day.ts'

/** How the page around writes dates: `Thứ Sáu 27/11/2026`, `8 giờ 30, Thứ Sáu 27/11/2026`. */
export type Say = {
  date: (date: Temporal.PlainDate) => string
  instant: (instant: Date) => string
}

/** One step of a due date, in words. */
export function sayStep(lang: Lang, step: Step, say: Say): string {
  const { steps, terms } = words[lang].calendar
  switch (step.code) {
    case 'received':
    case 'due':
      return steps[step.code]({ at: say.instant(step.at) })
    case 'term': {
      const { amount, unit } = step.term
      return unit === 'same_day' ? steps.same_day : steps[unit]({ term: terms[unit](amount) })
    }
    case 'next_working_day':
      return steps.next_working_day({ date: say.date(step.on) })
    case 'day_off': {
      const it = { date: say.date(step.day.date), name: sayDay(lang, step.day) }
      return step.until.equals(step.day.date)
        ? steps.day_off(it)
        : steps.days_off({ ...it, until: say.date(step.until) })
    }
    case 'make_up':
      return steps.make_up({ date: say.date(step.day.date), name: sayDay(lang, step.day) })
    case 'paused':
      return steps.paused({ from: say.instant(step.from), to: say.instant(step.to) })
    case 'extended':
      return steps.extended({ sentAt: say.instant(step.sentAt), date: say.date(step.newDueOn) })
    case 'stopped':
      return steps.stopped({ since: say.instant(step.since) })
  }
}

/** Why a programme's day is held on another date or not at all; null when nothing changed. */
export function sayPlacement(lang: Lang, { date, why }: Placement, say: Say): string | null {
  if (!why) return null
  return words[lang].calendar.placements[why.code]({
    date: say.date(why.dayOff.date),
    name: sayDay(lang, why.dayOff),
    to: date ? say.date(date) : '',
  })
}

/** `Tết Nguyên đán`, `Quốc khánh (dự kiến, chưa có thông báo)`, `Nghỉ cuối tuần`. */
export function sayDay(lang: Lang, day: Day): string {
  const { kinds, estimated } = words[lang].calendar
  const name = day.name?.[lang] ?? kinds[day.kind]
  return day.estimated ? `${name} (${estimated})` : name
}
