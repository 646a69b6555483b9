import type { Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireTimes, versionBreaches } from './air-plan.ts'
import type { AirPlan, BulletinKind, BulletinText, Priority } from './bulletin.ts'
import type { DaySaid } from './day-said.ts'
import { authorOf } from './require-outreach.ts'

export type NewVersion = {
  bulletinId: string
  number: number
  kind: BulletinKind
  priority: Priority
  dayDate: Temporal.PlainDate | null
  daySaid: DaySaid | null
  text: BulletinText
  air: AirPlan
}

/** Adds a wording to a bulletin. Two that come at once have the same number: the second is refused. */
export async function insertVersion(ctx: Ctx, it: NewVersion): Promise<void> {
  await refuseBreach({ ...versionBreaches, version_pkey: ['outreach.changed_meanwhile'] }, () =>
    ctx.db
      .insertInto('outreach.version')
      .values({
        office_id: ctx.officeId,
        bulletin_id: it.bulletinId,
        number: it.number,
        kind: it.kind,
        priority: it.priority,
        day_date: it.dayDate,
        day_place: it.daySaid?.place ?? null,
        day_hours: it.daySaid?.hours ?? null,
        title_vi: it.text.titleVi,
        body_vi: it.text.bodyVi,
        title_en: it.text.titleEn,
        body_en: it.text.bodyEn,
        script: it.text.script,
        air_from: it.air.from,
        air_to: it.air.to,
        air_times: requireTimes(it.air.times),
        repeats: it.air.repeats,
        written_by: authorOf(ctx),
        written_at: ctx.now,
      })
      .execute(),
  )
}
