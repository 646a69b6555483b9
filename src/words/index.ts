import type { Lang, Message } from './bilingual.ts'
import { account } from './account.ts'
import { api } from './api.ts'
import { admin } from './admin.ts'
import { queueBooking } from './queue-booking.ts'
import { queueLine } from './queue-line.ts'
import { bookingPages } from './booking-pages.ts'
import { board } from './board.ts'
import { bulletins } from './bulletins.ts'
import { kiosk } from './kiosk.ts'
import { deskLine } from './desk-line.ts'
import { deskBookings } from './desk-bookings.ts'
import { news } from './news.ts'
import { notices } from './notices.ts'
import { lineFigures } from './line-figures.ts'
import { lineRules } from './line-rules.ts'
import { calendar } from './calendar.ts'
import { catalogue } from './catalogue.ts'
import { deskDays } from './desk-days.ts'
import { deskReports } from './desk-reports.ts'
import { deskRequest } from './desk-request.ts'
import { desk } from './desk.ts'
import { identity } from './identity.ts'
import { offices } from './offices.ts'
import { outreach } from './outreach.ts'
import { papers } from './papers.ts'
import { places } from './places.ts'
import { publicSite } from './public.ts'
import { ratings } from './ratings.ts'
import { reports } from './reports.ts'
import { requests } from './requests.ts'
import { serviceDays } from './service-days.ts'
import { signing } from './signing.ts'
import { site } from './site.ts'
import { start } from './start.ts'
import { verify } from './verify.ts'
import { certification } from './certification.ts'
import { deskCertification } from './desk-certification.ts'
import { signingPages } from './signing-pages.ts'
import { verifyPages } from './verify-pages.ts'
import { deliveries } from './deliveries.ts'
import { channels } from './channels.ts'
import { consent } from './consent.ts'
import { reach } from './reach.ts'
import { deskReach } from './desk-reach.ts'

export type { Lang } from './bilingual.ts'

const areas = {
  api,
  account,
  admin,
  queueBooking,
  queueLine,
  bookingPages,
  board,
  bulletins,
  kiosk,
  deskLine,
  deskBookings,
  news,
  notices,
  lineFigures,
  lineRules,
  calendar,
  catalogue,
  desk,
  deskDays,
  deskReports,
  deskRequest,
  identity,
  offices,
  outreach,
  papers,
  places,
  public: publicSite,
  ratings,
  reports,
  requests,
  serviceDays,
  signing,
  site,
  start,
  verify,
  certification,
  deskCertification,
  signingPages,
  verifyPages,
  deliveries,
  channels,
  consent,
  reach,
  deskReach,
}

type Areas = typeof areas
type Said<L extends Lang> = { [A in keyof Areas]: Areas[A][L] }

/** Every sentence a person reads, by language, then by area. */
export const words: { [L in Lang]: Said<L> } = {
  vi: pick('vi'),
  en: pick('en'),
}

export type Words = Said<'vi'>

/** Every way the office can say no. Each area words its own under `refusals`. */
export type RefusalCode = {
  [A in keyof Areas]: Areas[A]['vi'] extends { refusals: infer R } ? keyof R & string : never
}[keyof Areas]

/** The sentence of a refusal, in words that a person can read aloud to a neighbour. */
export function wordRefusal(
  lang: Lang,
  refusal: { code: string; params: Record<string, string | number> },
): string {
  for (const area of Object.values(words[lang]) as { refusals?: Record<string, Message> }[]) {
    const message = area.refusals?.[refusal.code]
    if (message) return typeof message === 'function' ? message(refusal.params) : message
  }
  throw new Error(`no words for ${refusal.code}`)
}

function pick<L extends Lang>(lang: L): Said<L> {
  return Object.fromEntries(
    Object.entries(areas).map(([area, said]) => [area, said[lang]]),
  ) as Said<L>
}
