import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { openFile } from './keep-file.ts'
import type { FilesCtx } from './papers-ctx.ts'
import type { MediaType } from './reading/kind-of.ts'

export type PageFile = { mediaType: MediaType; bytes: Buffer }

/**
 * Opens the picture or PDF of a page, as it was made or as it came. Each look is written in the trail
 * (who, when, which); Law 91/2025/QH15 asks who saw personal data.
 */
export async function readPageFile(
  ctx: FilesCtx,
  input: { pageId: string; which: 'made' | 'original' },
): Promise<PageFile> {
  requireRight(ctx, 'requests.read')
  const page = await ctx.db
    .selectFrom('papers.page')
    .select(['paper_id', 'original_hash', 'original_type', 'made_hash'])
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', input.pageId)
    .executeTakeFirst()
  if (!page) throw new Refusal('papers.not_found')
  const made = input.which === 'made' && page.made_hash !== null
  const hash = made ? page.made_hash : page.original_hash
  if (!hash) throw new Refusal('papers.erased')
  const bytes = await openFile(ctx, hash)
  await record(ctx, 'papers.page_viewed', page.paper_id, {
    page: input.pageId,
    which: input.which,
    hash: hash.toString('hex'),
  })
  return { mediaType: made ? 'image/jpeg' : (page.original_type as MediaType), bytes }
}
