import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import {
  latestOf,
  type AirPlan,
  type BulletinText,
  type BulletinVersion,
  type Priority,
} from './bulletin.ts'
import { getBulletin } from './get-bulletin.ts'
import { insertVersion } from './insert-version.ts'
import { requireFitText, tidyText } from './require-fit-text.ts'

/**
 * An officer words a bulletin anew. The former wordings are kept; the new one needs the chairman's
 * approval, and until then people go on reading the one that was approved. Refuses personal data, a
 * bulletin that was withdrawn, and one that somebody changed meanwhile (`after` is the version seen).
 * Its pictures go along; words chosen for one channel do not, they would tell the old news.
 *
 * @returns the number of the new version
 */
export async function rewriteBulletin(
  ctx: Ctx,
  input: {
    bulletinId: string
    after: number
    text: BulletinText
    priority: Priority
    air: AirPlan
  },
): Promise<{ number: number }> {
  requireRight(ctx, 'outreach.write')
  const text = tidyText(input.text)
  await requireFitText(ctx, text)
  return inTransaction(ctx, async (ctx) => {
    const bulletin = await getBulletin(ctx, input)
    const latest = latestOf(bulletin)
    if (bulletin.withdrawn) throw new Refusal('outreach.is_withdrawn')
    if (latest.number !== input.after) throw new Refusal('outreach.changed_meanwhile')
    const number = latest.number + 1
    await insertVersion(ctx, {
      bulletinId: bulletin.id,
      number,
      kind: latest.kind,
      priority: input.priority,
      dayDate: latest.dayDate,
      daySaid: latest.daySaid,
      text,
      air: input.air,
    })
    await showSamePictures(ctx, bulletin.id, latest, number)
    await record(ctx, 'outreach.written', bulletin.id, { version: number })
    return { number }
  })
}

async function showSamePictures(
  ctx: Ctx,
  bulletinId: string,
  { pictures }: BulletinVersion,
  version: number,
): Promise<void> {
  if (pictures.length === 0) return
  const rows = pictures.map((it) => ({
    office_id: ctx.officeId,
    bulletin_id: bulletinId,
    version,
    picture_id: it.id,
    position: it.position,
    alt_vi: it.altVi,
    alt_en: it.altEn,
  }))
  await ctx.db.insertInto('outreach.version_picture').values(rows).execute()
}
