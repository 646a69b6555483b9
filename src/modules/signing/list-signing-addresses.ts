import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { addressOf } from './keep-file.ts'

/** Every address at which a file of this office's signing lies, for sweeping out what is nobody's. */
export async function listSigningAddresses(ctx: Ctx): Promise<string[]> {
  requireRight(ctx, 'offices.edit')
  const jobs = await ctx.db
    .selectFrom('signing.job')
    .select(['file_hash', 'prepared_hash'])
    .where('office_id', '=', ctx.officeId)
    .where('state', '<>', 'cancelled')
    .execute()
  return jobs
    .flatMap((it) => [it.file_hash, it.prepared_hash])
    .filter((it) => it !== null)
    .map((it) => addressOf(ctx, it))
}
