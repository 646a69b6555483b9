import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { addressOf } from './keep-file.ts'

/** Where in the storage the files of this module lie: copies that were made elsewhere. */
export async function listCertificationAddresses(
  ctx: Pick<Ctx, 'db' | 'officeId' | 'sealer' | 'actor'>,
): Promise<string[]> {
  requireRight(ctx, 'offices.edit')
  const rows = await ctx.db
    .selectFrom('certification.elsewhere')
    .select('sha256')
    .where('office_id', '=', ctx.officeId)
    .execute()
  return rows.map(({ sha256 }) => addressOf(ctx, sha256))
}
