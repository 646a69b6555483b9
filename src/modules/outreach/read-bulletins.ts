import type { Selectable } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { OutreachBulletin } from '#src/base/database.generated.ts'
import { bulletinOf, type Bulletin } from './bulletin.ts'

/** The bulletins of these rows with all their versions, in the order of the rows. */
export async function readBulletins(
  ctx: Ctx,
  rows: Selectable<OutreachBulletin>[],
): Promise<Bulletin[]> {
  if (rows.length === 0) return []
  const ids = rows.map((it) => it.id)
  const of = <T extends { bulletin_id: string; version: number }>(
    all: T[],
    id: string,
    n: number,
  ) => all.filter((it) => it.bulletin_id === id && it.version === n)
  const versions = await ctx.db
    .selectFrom('outreach.version')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('bulletin_id', 'in', ids)
    .execute()
  const pictures = await ctx.db
    .selectFrom('outreach.version_picture as shown')
    .innerJoin('outreach.picture as it', 'it.id', 'shown.picture_id')
    .select(['shown.bulletin_id', 'shown.version', 'shown.position'])
    .select(['it.id', 'it.width', 'it.height', 'shown.alt_vi as altVi', 'shown.alt_en as altEn'])
    .select((eb) => eb.fn<number>('octet_length', ['it.content']).as('bytes'))
    .where('shown.office_id', '=', ctx.officeId)
    .where('shown.bulletin_id', 'in', ids)
    .orderBy('shown.position')
    .execute()
  const texts = await ctx.db
    .selectFrom('outreach.channel_text')
    .select(['bulletin_id', 'version', 'channel', 'text'])
    .where('office_id', '=', ctx.officeId)
    .where('bulletin_id', 'in', ids)
    .execute()
  return rows.map((row) =>
    bulletinOf(row, versions, (number) => ({
      pictures: of(pictures, row.id, number).map(
        ({ bulletin_id: _bulletin, version: _version, ...picture }) => picture,
      ),
      channelTexts: Object.fromEntries(
        of(texts, row.id, number).map((it) => [it.channel, it.text]),
      ),
    })),
  )
}
