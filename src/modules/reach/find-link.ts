import type { Ctx } from '#src/base/ctx.ts'
import { linkColumns, type Link } from './link.ts'

/** The link of a code, typed in any case; null where the office has none such. */
export async function findLink(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  input: { code: string },
): Promise<Link | null> {
  const link = await ctx.db
    .selectFrom('reach.link')
    .select(linkColumns)
    .where('office_id', '=', ctx.officeId)
    .where('code', '=', input.code.toLowerCase())
    .executeTakeFirst()
  return link ?? null
}
