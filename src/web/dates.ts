import type { Lang } from '#src/words/index.ts'

export const zone = 'Asia/Ho_Chi_Minh'

const weekdays = {
  vi: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** 1 is Monday, as in ISO 8601. */
export function sayWeekday(lang: Lang, weekday: number): string {
  return weekdays[lang][weekday - 1]!
}

export function sayMonth(lang: Lang, month: number): string {
  return lang === 'vi' ? `tháng ${month}` : months[month - 1]!
}

/** `Thứ Sáu 27/11/2026`, `Friday 27 November 2026`. */
export function sayDate(lang: Lang, date: Temporal.PlainDate): string {
  const day = sayWeekday(lang, date.dayOfWeek)
  return lang === 'vi'
    ? `${day} ${shortDate(date)}`
    : `${day} ${date.day} ${months[date.month - 1]} ${date.year}`
}

/** `27/11/2026`, `27 November 2026`: the numbers alone would be read two ways in English. */
export function sayDay(lang: Lang, date: Temporal.PlainDate): string {
  return lang === 'vi' ? shortDate(date) : `${date.day} ${months[date.month - 1]} ${date.year}`
}

/** `27/11/2026`. */
export function shortDate(date: Temporal.PlainDate): string {
  return `${String(date.day).padStart(2, '0')}/${String(date.month).padStart(2, '0')}/${date.year}`
}

/** The date and time of an instant where the office is. */
export function local(instant: Date): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
}

export function today(now: Date): Temporal.PlainDate {
  return local(now).toPlainDate()
}

/** `7 giờ 30`, `7:30 am`. */
export function sayTime(lang: Lang, time: { hour: number; minute: number }): string {
  const minute = String(time.minute).padStart(2, '0')
  if (lang === 'vi') return time.minute === 0 ? `${time.hour} giờ` : `${time.hour} giờ ${minute}`
  const hour = time.hour % 12 === 0 ? 12 : time.hour % 12
  return `${hour}${time.minute === 0 ? '' : `:${minute}`} ${time.hour < 12 ? 'am' : 'pm'}`
}

/** `8 giờ 30, Thứ Sáu 27/11/2026`. */
export function sayInstant(lang: Lang, instant: Date): string {
  const at = local(instant)
  return `${sayTime(lang, at)}, ${sayDate(lang, at.toPlainDate())}`
}

/** Đồng with dots between thousands: `135.000 đ`. */
export function sayMoney(amount: number): string {
  return `${sayNumber('vi', amount)} đ`
}

/** `1.234,5` in Vietnamese, `1,234.5` in English. */
export function sayNumber(lang: Lang, value: number, digits = 0): string {
  return value.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: digits })
}
