import type { Selectable } from 'kysely'
import type { OfficesOffice } from '#src/base/database.generated.ts'
import type { refuseBreach } from '#src/base/refuse-breach.ts'

/** A commune of today or of before: a code alone does not tell, some were used again. */
export type CommuneKey = { code: string; validFrom: Temporal.PlainDate }

type Said = { vi: string; en: string }

/** What an office says of itself and may change. */
export type OfficeSettings = {
  name: Said
  /** Digits; spaces, dots and hyphens are left out when stored. Null when there is none. */
  phone: string | null
  address: string | null
  /** When the desk is open, in words, as painted beside the door. */
  opening: Said | null
  /** Two to four capital letters before the number of each request. */
  requestCodePrefix: string
  /** By which kilometres spared become hours spared: 5 to 120 km/h. */
  roadSpeedKmh: number
  /** What one visit to an authority takes besides the road: 0 to 480 minutes. */
  minutesPerVisit: number
}

/** The one-stop desk of a commune: the tenant, and its settings. */
export type Office = OfficeSettings & {
  id: string
  /** The office's part of every address: small letters without marks, digits, hyphens. */
  slug: string
  commune: CommuneKey
  /** A demo office says so on every page and lets people in with the printed passwords. */
  isDemo: boolean
}

export function officeOf(row: Selectable<OfficesOffice>): Office {
  return {
    id: row.id,
    slug: row.slug,
    commune: { code: row.commune_code, validFrom: row.commune_valid_from },
    isDemo: row.is_demo,
    name: { vi: row.name, en: row.name_en },
    phone: row.phone,
    address: row.address,
    opening:
      row.opening === null || row.opening_en === null
        ? null
        : { vi: row.opening, en: row.opening_en },
    requestCodePrefix: row.request_code_prefix,
    roadSpeedKmh: row.road_speed_kmh,
    minutesPerVisit: row.minutes_per_visit,
  }
}

/** The columns that hold the settings; what was not said is undefined and stays as it is. */
export function officeColumns(said: Partial<OfficeSettings>) {
  return {
    name: said.name?.vi,
    name_en: said.name?.en,
    phone: said.phone?.replace(/[\s.-]/g, '') ?? said.phone,
    address: said.address,
    opening: said.opening === null ? null : said.opening?.vi,
    opening_en: said.opening === null ? null : said.opening?.en,
    request_code_prefix: said.requestCodePrefix,
    road_speed_kmh: said.roadSpeedKmh,
    minutes_per_visit: said.minutesPerVisit,
  }
}

/** What the office is told when a setting breaks a rule of its table. */
export const officeBreaches: Parameters<typeof refuseBreach>[0] = {
  office_slug_is_unique: ['offices.slug_taken', { field: 'slug' }],
  office_slug_is_an_address: ['offices.slug_malformed', { field: 'slug' }],
  office_lies_in_a_commune: ['offices.commune_unknown', { field: 'commune' }],
  office_has_names: ['offices.name_missing', { field: 'name' }],
  office_phone_is_digits: ['offices.phone_malformed', { field: 'phone' }],
  office_prefix_is_two_to_four_letters: [
    'offices.prefix_malformed',
    { field: 'requestCodePrefix' },
  ],
  office_road_speed_is_possible: ['offices.road_speed_impossible', { field: 'roadSpeedKmh' }],
  office_visit_takes_some_minutes: [
    'offices.visit_minutes_impossible',
    { field: 'minutesPerVisit' },
  ],
}
