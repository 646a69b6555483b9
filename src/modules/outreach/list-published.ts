import type { Ctx } from '#src/base/ctx.ts'
import { approvedOf, type Bulletin, type BulletinVersion } from './bulletin.ts'
import { readDaySince, type DaySince } from './day-since.ts'
import { readBulletins } from './read-bulletins.ts'

/** What everybody may read: the approved words only, and since when they stand. */
export type Published = { id: string; serviceDayId: string | null } & BulletinVersion & {
    approvedAt: Date
    /** What became of its day since. */
    since: DaySince
  }

/**
 * The bulletins that were approved and not withdrawn, the last approved first. For everybody. `on`
 * leaves out those whose days are over by then.
 */
export async function listPublished(
  ctx: Ctx,
  input: { limit?: number; on?: Temporal.PlainDate } = {},
): Promise<Published[]> {
  const rows = await ctx.db
    .selectFrom('outreach.bulletin')
    .selectAll('outreach.bulletin')
    .select((eb) =>
      eb
        .selectFrom('outreach.version')
        .select((it) => it.fn.max('decided_at').as('at'))
        .whereRef('bulletin_id', '=', 'outreach.bulletin.id')
        .where('state', '=', 'approved')
        .as('approved_at'),
    )
    .where('office_id', '=', ctx.officeId)
    .where('withdrawn_at', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('outreach.version')
          .select('number')
          .whereRef('bulletin_id', '=', 'outreach.bulletin.id')
          .where('state', '=', 'approved'),
      ),
    )
    .orderBy('approved_at', 'desc')
    .orderBy('id')
    .limit(input.limit ?? 30)
    .execute()
  const all: Published[] = []
  for (const it of await readBulletins(ctx, rows)) {
    const published = await publishedOf(ctx, it)
    if (published) all.push(published)
  }
  const { on } = input
  return on ? all.filter((it) => Temporal.PlainDate.compare(on, it.air.to) <= 0) : all
}

export async function publishedOf(ctx: Ctx, bulletin: Bulletin): Promise<Published | null> {
  const version = approvedOf(bulletin)
  if (!version?.decidedAt) return null
  const { id, serviceDayId } = bulletin
  const since = await readDaySince(ctx, serviceDayId, version)
  return { ...version, id, serviceDayId, approvedAt: version.decidedAt, since }
}
