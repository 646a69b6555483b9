import type { Ctx } from '#src/base/ctx.ts'
import { listProcedures } from '#src/modules/catalogue/index.ts'
import { getOffice, getVenue } from '#src/modules/offices/index.ts'
import { findNextServiceDay, type WholeServiceDay } from '#src/modules/service-days/index.ts'
import { words, type Lang } from '#src/words/index.ts'
import { daySaidOf, sayHours, type DaySaid } from './day-said.ts'
import type { Facts } from './fill-template.ts'

type Said = { vi: string; en: string }

/**
 * What a service day has to say, in both languages. `story` is told by whoever knows the figures; `told`
 * is what people were told of place and hours, and is named only where it is another.
 */
export async function readDayFacts(
  ctx: Ctx,
  day: WholeServiceDay,
  story: Said | null,
  told: DaySaid | null = null,
): Promise<Record<Lang, Facts>> {
  const office = await getOffice(ctx)
  const venue = await getVenue(ctx, { venueId: day.venueId })
  const procedures = await listProcedures(ctx, {
    codes: day.programme.procedures.map((it) => it.code),
  })
  const next = await findNextServiceDay(ctx)
  const said = daySaidOf(day, venue)
  const partners = day.programme.partners.map((it) => it.name).join(', ')
  const reason = day.cancelReason ?? day.movedReason ?? day.holiday?.vi
  const facts = (lang: Lang): Facts => ({
    chuong_trinh: lang === 'vi' ? day.programme.nameVi : day.programme.nameEn,
    ngay: sayDate(lang, day.date),
    gio: sayHours(lang, said.hours),
    noi: said.place,
    viec: procedures.map((it) => it.plainName[lang]).join('; '),
    cung_ngoi: partners,
    don_vi: office.name[lang],
    ...(office.phone && { dien_thoai: office.phone }),
    ...(story && { cau_chuyen: story[lang] }),
    ...(told && told.place !== said.place && { noi_cu: told.place }),
    ...(told && told.hours !== said.hours && { gio_cu: sayHours(lang, told.hours) }),
    ngay_cu: sayDate(lang, day.announcedDate),
    ...(reason && { ly_do: reason.replace(/[.\s]+$/, '') }),
    ...(next && { ngay_toi: sayDate(lang, next.date) }),
  })
  return { vi: facts('vi'), en: facts('en') }
}

/** `Thứ Sáu 27/11/2026`, `Friday 27 November 2026`. */
function sayDate(lang: Lang, date: Temporal.PlainDate): string {
  const weekday = words[lang].serviceDays.weekdays[date.dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7]
  const two = (n: number) => String(n).padStart(2, '0')
  if (lang === 'vi') return `${weekday} ${two(date.day)}/${two(date.month)}/${date.year}`
  const month = date.toLocaleString('en-GB', { month: 'long' })
  return `${weekday} ${date.day} ${month} ${date.year}`
}
