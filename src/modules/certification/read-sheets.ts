import { inTransaction } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { getPaper, readPageFile, type FilesCtx } from '#src/modules/papers/index.ts'
import type { CopiedSheet } from './compose/copy.ts'

/** The pages of a scan in order, straightened pictures and PDFs as they came. Each look is in the trail. */
export async function readSheets(ctx: FilesCtx, paperId: string): Promise<CopiedSheet[]> {
  return inTransaction(ctx, async (ctx) => {
    const { pages } = await getPaper(ctx, { paperId })
    const sheets: CopiedSheet[] = []
    for (const { id } of pages) {
      const { mediaType, bytes } = await readPageFile(ctx, { pageId: id, which: 'made' })
      if (mediaType !== 'image/jpeg' && mediaType !== 'application/pdf')
        throw new Refusal('certification.scan_missing')
      sheets.push({ mediaType, bytes })
    }
    if (sheets.length === 0) throw new Refusal('certification.scan_missing')
    return sheets
  })
}
