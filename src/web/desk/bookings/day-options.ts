import type { BookableDay } from '#src/modules/queue/index.ts'
import type { Lang, Words } from '#src/words/index.ts'
import { sayDate } from '../../dates.ts'
import type { Option } from '../../ui/field.tsx'

/** Days to choose from, each with how many times are free for what was asked. */
export function dayOptions(days: BookableDay[], lang: Lang, w: Words): Option[] {
  const words = w.deskBookings.form
  return days.map((it) => {
    const date = sayDate(lang, it.date)
    const label = {
      free: words.free({ date, times: it.freeTimes }),
      full: words.full({ date }),
      too_late: words.late({ date }),
    }[it.state]
    return { value: it.serviceDayId, label }
  })
}

/** The day that was asked for, else the first on which something is free. */
export function chosenDay(days: BookableDay[], asked: string | undefined): BookableDay | undefined {
  return (
    days.find((it) => it.serviceDayId === asked) ??
    days.find((it) => it.state === 'free') ??
    days[0]
  )
}
