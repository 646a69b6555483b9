import { requireRight } from '#src/base/right.ts'
import { addressOf } from './keep-file.ts'
import type { FilesCtx } from './papers-ctx.ts'

/** Every address at which a file of this office lies in the storage, for sweeping out what is nobody's. */
export async function listFileAddresses(ctx: Omit<FilesCtx, 'storage'>): Promise<string[]> {
  requireRight(ctx, 'offices.edit')
  const files = await ctx.db
    .selectFrom('papers.file')
    .select('hash')
    .where('office_id', '=', ctx.officeId)
    .execute()
  return files.map((it) => addressOf(ctx, it.hash))
}
