import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { openFile } from './keep-file.ts'
import type { ReaderCtx } from './papers-ctx.ts'
import type { BindRule, Bound, Leaf } from './reading/reading.ts'

/**
 * One file of the whole paper, as the portal takes it: the straightened pages in order, lighter until
 * they fit. Refuses what does not fit even so. Written in the trail as a look at every page.
 */
export async function exportPaper(
  ctx: ReaderCtx,
  input: { paperId: string; rule: BindRule },
): Promise<Bound> {
  requireRight(ctx, 'requests.read')
  const pages = await ctx.db
    .selectFrom('papers.page')
    .select(['original_hash', 'original_type', 'made_hash'])
    .where('office_id', '=', ctx.officeId)
    .where('paper_id', '=', input.paperId)
    .orderBy('position')
    .execute()
  if (pages.length === 0) throw new Refusal('papers.not_found')
  const leaves: Leaf[] = []
  for (const page of pages) {
    const hash = page.made_hash ?? page.original_hash
    if (!hash) throw new Refusal('papers.erased')
    const mediaType = page.made_hash ? 'image/jpeg' : 'application/pdf'
    leaves.push({ mediaType, bytes: await openFile(ctx, hash) })
  }
  const bound = await ctx.reader.bind(leaves, input.rule)
  await record(ctx, 'papers.exported', input.paperId, { pages: pages.length })
  return bound
}
