import { isWeekend, type DayName, type NationalDay, type NationalDays } from './day.ts'
import { fromLunar } from './lunar.ts'

const source = 'Bộ luật Lao động 2019, Điều 111 khoản 3 và Điều 112'

const names = {
  newYear: { vi: 'Tết Dương lịch', en: "New Year's Day" },
  tet: { vi: 'Tết Nguyên đán', en: 'Lunar New Year (Tết)' },
  hungKings: { vi: 'Giỗ Tổ Hùng Vương', en: "Hùng Kings' Commemoration Day" },
  reunification: { vi: 'Ngày Chiến thắng 30/4', en: 'Reunification Day' },
  labour: { vi: 'Ngày Quốc tế Lao động 1/5', en: "International Workers' Day" },
  national: { vi: 'Quốc khánh', en: 'National Day' },
  culture: { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnamese Culture Day' },
} satisfies Record<string, DayName>

const estimate = { insteadOf: null, estimated: true, source }

/**
 * The days off of a year by rule, for years that are not announced yet: each is an estimate. Swaps
 * cannot be foreseen; whatever the law leaves to the announcement follows what was announced so far:
 * - Tết: two days before the lunar new year and three of it. (The other block that the law allows,
 *   one and four, was announced when Tết fell on a Tuesday; with the weekend both give the same days.)
 * - Quốc khánh: 3/9 beside 2/9 where that makes a longer rest (Monday, Thursday), else 1/9.
 * - A holiday on a weekend is made good on the next working day, except 24/11, which is never.
 *
 * 24/11 is off from 2026 (Nghị quyết 28/2026/QH16, Điều 2).
 */
export function statutoryDays(year: number): NationalDays {
  const days = new Map<string, NationalDay>()
  const toMakeGood: { date: Temporal.PlainDate; name: DayName }[] = []
  const off = (date: Temporal.PlainDate, name: DayName) => {
    if (days.has(date.toString())) return
    days.set(date.toString(), { ...estimate, kind: 'holiday', name })
    if (isWeekend(date)) toMakeGood.push({ date, name })
  }
  const on = (month: number, day: number) => new Temporal.PlainDate(year, month, day)

  off(on(1, 1), names.newYear)
  const tet = fromLunar(year, 1, 1)
  for (const after of [-2, -1, 0, 1, 2]) off(tet.add({ days: after }), names.tet)
  off(fromLunar(year, 3, 10), names.hungKings)
  off(on(4, 30), names.reunification)
  off(on(5, 1), names.labour)
  off(on(9, [1, 4].includes(on(9, 2).dayOfWeek) ? 3 : 1), names.national)
  off(on(9, 2), names.national)

  for (const { date, name } of toMakeGood.sort((a, b) =>
    Temporal.PlainDate.compare(a.date, b.date),
  )) {
    let next = date.add({ days: 1 })
    while (isWeekend(next) || days.has(next.toString())) next = next.add({ days: 1 })
    const inLieu = { vi: `Nghỉ bù ${name.vi}`, en: `In lieu of ${name.en}` }
    days.set(next.toString(), { ...estimate, kind: 'in_lieu', name: inLieu })
  }
  if (year >= 2026)
    days.set(on(11, 24).toString(), {
      ...estimate,
      kind: 'holiday',
      name: names.culture,
      source: 'Nghị quyết 28/2026/QH16, Điều 2',
    })
  return days
}
