import { Refusal } from '#src/base/refusal.ts'
import { announced } from './announced.ts'
import type { NationalDay, NationalDays } from './day.ts'
import { statutoryDays } from './statutory.ts'

/** Article 112 of the labour code came into force with 2021; what the law will be after 2100 nobody knows. */
const first = 2021
const last = 2100

const computed = new Map<number, NationalDays>()

/**
 * What the nation has made of a day: off or worked, as announced, else as computed by rule. Null for
 * ordinary days. Refuses years of which neither the law nor the sky is known here.
 */
export function findNationalDay(date: Temporal.PlainDate): NationalDay | null {
  const iso = date.toString()
  const told = announced.days.get(iso)
  if (told) return told
  if (announced.years.has(date.year)) return null
  if (date.year < first || date.year > last)
    throw new Refusal('calendar.year_out_of_range', { params: { first, last } })
  let days = computed.get(date.year)
  if (!days) computed.set(date.year, (days = statutoryDays(date.year)))
  return days.get(iso) ?? null
}

/** The days announced to be worked for this day off. */
export function listMakeUpDays(dayOff: Temporal.PlainDate): Temporal.PlainDate[] {
  return [...announced.days]
    .filter(([, { insteadOf }]) => insteadOf?.equals(dayOff))
    .map(([iso]) => Temporal.PlainDate.from(iso))
}
