import type { Selectable } from 'kysely'
import type {
  OutreachBulletin,
  OutreachKind,
  OutreachPriority,
  OutreachState,
  OutreachVersion,
} from '#src/base/database.generated.ts'
import type { Channel } from './channel.ts'
import type { DaySaid } from './day-said.ts'
import type { Picture } from './picture.ts'

export type BulletinKind = OutreachKind
/** Thông thường, ưu tiên, khẩn cấp: Thông tư 39/2020/TT-BTTTT. */
export type Priority = OutreachPriority
export type VersionState = OutreachState

/** What is told. English whole or left out; the script is read over the loudspeaker in its place. */
export type BulletinText = {
  titleVi: string
  bodyVi: string
  titleEn: string
  bodyEn: string
  script: string | null
}

/** When the loudspeaker reads it: from day to day, at these times ('05:30'), so many times in a row. */
export type AirPlan = {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  times: string[]
  repeats: number
}

export type BulletinVersion = BulletinText & {
  number: number
  kind: BulletinKind
  priority: Priority
  /** When the service day takes place by this text; null when it tells of none. */
  dayDate: Temporal.PlainDate | null
  /** Where and when by this text; null when it tells of no day, and of old texts. */
  daySaid: DaySaid | null
  air: AirPlan
  /** In their order; `position` is 1 to 4. */
  pictures: (Picture & { position: number })[]
  /** The words of channels for which an officer chose other ones than the house makes. */
  channelTexts: Partial<Record<Channel, string>>
  /** Null when the house drafted it by itself. */
  writtenBy: string | null
  writtenAt: Date
  state: VersionState
  submittedBy: string | null
  submittedAt: Date | null
  decidedBy: string | null
  decidedAt: Date | null
  returnReason: string | null
}

/** What stands beside the words of a version. */
export type VersionParts = Pick<BulletinVersion, 'pictures' | 'channelTexts'>

/** One piece of news; each wording of it is a version, newest first. */
export type Bulletin = {
  id: string
  serviceDayId: string | null
  withdrawn: { at: Date; by: string | null; reason: string } | null
  versions: BulletinVersion[]
}

/** What people are told now: the newest version that was approved, unless all was withdrawn. */
export function approvedOf(bulletin: Bulletin): BulletinVersion | null {
  if (bulletin.withdrawn) return null
  return bulletin.versions.find((it) => it.state === 'approved') ?? null
}

export function latestOf(bulletin: Bulletin): BulletinVersion {
  return bulletin.versions[0]!
}

export function bulletinOf(
  row: Selectable<OutreachBulletin>,
  versions: Selectable<OutreachVersion>[],
  partsOf: (number: number) => VersionParts,
): Bulletin {
  return {
    id: row.id,
    serviceDayId: row.service_day_id,
    withdrawn: row.withdrawn_at && {
      at: row.withdrawn_at,
      by: row.withdrawn_by,
      reason: row.withdraw_reason ?? '',
    },
    versions: versions
      .filter((it) => it.bulletin_id === row.id)
      .map((it) => versionOf(it, partsOf(it.number)))
      .sort((a, b) => b.number - a.number),
  }
}

function versionOf(row: Selectable<OutreachVersion>, parts: VersionParts): BulletinVersion {
  return {
    number: row.number,
    kind: row.kind,
    priority: row.priority,
    dayDate: row.day_date,
    daySaid: row.day_place === null ? null : { place: row.day_place, hours: row.day_hours ?? '' },
    titleVi: row.title_vi,
    bodyVi: row.body_vi,
    titleEn: row.title_en,
    bodyEn: row.body_en,
    script: row.script,
    air: {
      from: row.air_from,
      to: row.air_to,
      times: row.air_times.map(clock),
      repeats: row.repeats,
    },
    writtenBy: row.written_by,
    writtenAt: row.written_at,
    state: row.state,
    submittedBy: row.submitted_by,
    submittedAt: row.submitted_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    returnReason: row.return_reason,
    ...parts,
  }
}

/** PostgreSQL says '05:30:00'; people say '05:30'. */
export function clock(time: string): string {
  return time.slice(0, 5)
}
