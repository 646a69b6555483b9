import type { NationCtx } from '#src/base/ctx.ts'
import { officeOf, type Office } from './office.ts'

/** The office whose public site lies at `/slug`; null when there is none. Works before an office is bound. */
export async function findOfficeBySlug(
  ctx: Pick<NationCtx, 'db'>,
  slug: string,
): Promise<Office | null> {
  const found = await ctx.db
    .selectFrom('offices.office')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirst()
  return found ? officeOf(found) : null
}
