import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { latestOf, type BulletinVersion, type VersionState } from './bulletin.ts'
import { readBulletins } from './read-bulletins.ts'

/** What may be done to the newest version, by where it stands. The only list of these rules. */
const allowedFrom = {
  submit: ['draft'],
  approve: ['waiting'],
  return: ['waiting'],
  illustrate: ['draft'],
} satisfies Record<string, VersionState[]>

export type VersionAction = keyof typeof allowedFrom

const refusedIn: Record<VersionState, Refusal['code']> = {
  draft: 'outreach.is_draft',
  waiting: 'outreach.is_waiting',
  approved: 'outreach.is_approved',
  returned: 'outreach.is_returned',
}

/**
 * The newest version, held until the transaction ends. Refuses a bulletin of another office, one that
 * was withdrawn, a version that is not the newest any more, and what its state forbids.
 */
export async function lockVersion(
  ctx: Ctx,
  input: { bulletinId: string; version: number },
  action: VersionAction,
): Promise<BulletinVersion> {
  await holdVersions(ctx, input)
  const rows = await ctx.db
    .selectFrom('outreach.bulletin')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', input.bulletinId)
    .execute()
  const [bulletin] = await readBulletins(ctx, rows)
  if (!bulletin) throw new Refusal('outreach.bulletin_not_found')
  if (bulletin.withdrawn) throw new Refusal('outreach.is_withdrawn')
  const latest = latestOf(bulletin)
  if (latest.number !== input.version) throw new Refusal('outreach.changed_meanwhile')
  if (!allowedFrom[action].some((it) => it === latest.state))
    throw new Refusal(refusedIn[latest.state])
  return latest
}

/**
 * The words of a version cannot be changed, only its state: holding the rows until the transaction ends
 * keeps two decisions apart.
 */
export async function holdVersions(ctx: Ctx, input: { bulletinId: string }): Promise<void> {
  await ctx.db
    .selectFrom('outreach.version')
    .select('number')
    .where('office_id', '=', ctx.officeId)
    .where('bulletin_id', '=', input.bulletinId)
    .orderBy('number')
    .forUpdate()
    .execute()
}
