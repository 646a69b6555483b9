import { inTransaction } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { dropFiles, keepFile, openFile } from './keep-file.ts'
import { lockPaper, requireUnverified } from './lock-paper.ts'
import type { ReaderCtx } from './papers-ctx.ts'
import type { Corners } from './picture/picture.ts'
import { areaOf, isConvex } from './picture/quad.ts'

/** Less of the picture than this is no page. */
const leastArea = 0.02

/**
 * Makes a picture anew from its untouched original, by the corners that an officer sets. Refuses
 * corners that enclose nothing, a PDF, and a paper that was compared already.
 */
export async function straightenPage(
  ctx: ReaderCtx,
  input: { pageId: string; corners: Corners; evenLight: boolean },
): Promise<void> {
  requireRight(ctx, 'requests.work')
  requireSheet(input.corners)
  const page = await ctx.db
    .selectFrom('papers.page')
    .select(['paper_id', 'original_hash', 'original_type'])
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', input.pageId)
    .executeTakeFirst()
  if (!page) throw new Refusal('papers.not_found')
  if (!page.original_hash) throw new Refusal('papers.erased')
  if (page.original_type === 'application/pdf') throw new Refusal('papers.not_a_picture')
  // Made before the paper is held: it takes half a second.
  const made = await ctx.reader.make(await openFile(ctx, page.original_hash), input)
  return inTransaction(ctx, async (ctx) => {
    requireUnverified(await lockPaper(ctx, page.paper_id))
    const before = await ctx.db
      .selectFrom('papers.page')
      .select('made_hash')
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', input.pageId)
      .forUpdate()
      .executeTakeFirst()
    if (!before) throw new Refusal('papers.not_found')
    const hash = await keepFile(ctx, made.jpeg, 'image/jpeg')
    await ctx.db
      .updateTable('papers.page')
      .set({
        made_hash: hash,
        corners: JSON.stringify(made.corners),
        steps: JSON.stringify(made.steps),
        troubles: made.troubles,
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', input.pageId)
      .execute()
    await dropFiles(ctx, [before.made_hash])
    const { corners, evenLight } = input
    await record(ctx, 'papers.page_straightened', page.paper_id, {
      ...{ page: input.pageId, corners, evenLight, hash: hash.toString('hex') },
    })
  })
}

function requireSheet(corners: Corners): void {
  const inside = corners.every(({ x, y }) => x >= 0 && x <= 1 && y >= 0 && y <= 1)
  if (inside && isConvex(corners) && areaOf(corners) >= leastArea) return
  throw new Refusal('papers.corners_impossible')
}
