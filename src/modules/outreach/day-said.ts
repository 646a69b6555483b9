import type { ServiceDay } from '#src/modules/service-days/index.ts'
import type { Lang } from '#src/words/index.ts'

/** Where and when the day takes place by a text. `hours` as '07:30-11:30,13:30-17:00'. */
export type DaySaid = { place: string; hours: string }

/** What a text written now says of this day. Another place or other hours need a correction. */
export function daySaidOf(
  { hours }: Pick<ServiceDay, 'hours'>,
  venue: { name: string; address: string },
): DaySaid {
  const spans = [hours.morning, hours.afternoon].filter((it) => it !== null)
  return {
    place: [venue.name, venue.address].filter(Boolean).join(', '),
    hours: spans.map((it) => `${it.from}-${it.to}`).join(','),
  }
}

export function saysTheSame(a: DaySaid, b: DaySaid): boolean {
  return a.place === b.place && a.hours === b.hours
}

/** “từ 7 giờ 30 đến 11 giờ 30 và từ 13 giờ 30 đến 17 giờ” */
export function sayHours(lang: Lang, hours: string): string {
  return hours
    .split(',')
    .filter(Boolean)
    .map((span) => saySpan(lang, span.split('-') as [string, string]))
    .join(lang === 'vi' ? ' và ' : ' and ')
}

function saySpan(lang: Lang, [from, to]: [string, string]): string {
  return lang === 'vi' ? `từ ${sayTime(from)} đến ${sayTime(to)}` : `from ${from} to ${to}`
}

/** `07:30` is “7 giờ 30”. */
function sayTime(time: string): string {
  const [hour, minute] = time.split(':')
  return `${Number(hour)} giờ${minute === '00' ? '' : ` ${minute}`}`
}
