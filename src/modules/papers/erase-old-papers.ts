import { inTransaction } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { record } from '#src/modules/audit/index.ts'
import { getRequest, type WholeRequest } from '#src/modules/requests/index.ts'
import { dropFiles } from './keep-file.ts'
import type { FilesCtx } from './papers-ctx.ts'
import { readKeepDays } from './read-keep-days.ts'

/**
 * Erases pictures and PDFs whose time is over: so many days (`readKeepDays`) after the authority
 * received the dossier, or after the request ended without that. That there was a paper stays; of
 * every file the trail keeps the SHA-256, which proves what was erased without showing it.
 */
export async function eraseOldPapers(ctx: FilesCtx): Promise<void> {
  requireRight(ctx, 'offices.edit')
  const days = await readKeepDays(ctx)
  const lastKept = vietnamDay(ctx.now).subtract({ days })
  const kept = await ctx.db
    .selectFrom('papers.paper')
    .select(['id', 'request_id'])
    .where('office_id', '=', ctx.officeId)
    .where('erased_at', 'is', null)
    .execute()
  for (const [requestId, papers] of Map.groupBy(kept, (it) => it.request_id)) {
    const over = keptFrom(await getRequest(ctx, { requestId }))
    if (!over || Temporal.PlainDate.compare(vietnamDay(over), lastKept) >= 0) continue
    for (const { id } of papers) await erasePaper(ctx, id)
  }
  await forgetUnfinished(ctx)
}

/** From when the days of keeping count; null while the papers are still needed here. */
function keptFrom(request: WholeRequest): Date | null {
  const received = request.events.find((it) => it.status === 2)
  return received?.at ?? request.endedAt
}

async function erasePaper(ctx: FilesCtx, paperId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const pages = await ctx.db
      .selectFrom('papers.page')
      .select(['id', 'original_hash', 'made_hash'])
      .where('office_id', '=', ctx.officeId)
      .where('paper_id', '=', paperId)
      .forUpdate()
      .execute()
    const hashes = pages.flatMap((it) => [it.original_hash, it.made_hash])
    await ctx.db
      .updateTable('papers.page')
      .set({ original_hash: null, made_hash: null, corners: null, erased_at: ctx.now })
      .where('office_id', '=', ctx.officeId)
      .where('paper_id', '=', paperId)
      .execute()
    await ctx.db
      .updateTable('papers.paper')
      .set({ erased_at: ctx.now })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', paperId)
      .execute()
    const files = await dropFiles(ctx, hashes)
    await record(ctx, 'papers.erased', paperId, { files, pages: pages.length })
  })
}

/** What was never sent to its end, and codes that no longer open anything. */
async function forgetUnfinished(ctx: FilesCtx): Promise<void> {
  const yesterday = new Date(ctx.now.getTime() - 24 * 3600_000)
  await ctx.db
    .deleteFrom('papers.upload')
    .where('office_id', '=', ctx.officeId)
    .where('begun_at', '<', yesterday)
    .execute()
  await ctx.db
    .deleteFrom('papers.capture')
    .where('office_id', '=', ctx.officeId)
    .where('ends_at', '<', yesterday)
    .execute()
}
