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
 * received the dossier, or after the request ended without that. A paper that came later, because the
 * authority asked for it or a copy of it was wanted, is kept as long from its own last page or
 * comparison. That there was a paper stays; of every file the trail keeps the SHA-256, which proves
 * what was erased without showing it.
 */
export async function eraseOldPapers(ctx: FilesCtx): Promise<void> {
  requireRight(ctx, 'offices.edit')
  const days = await readKeepDays(ctx)
  const lastKept = vietnamDay(ctx.now).subtract({ days })
  const kept = await ctx.db
    .selectFrom('papers.paper as a')
    .leftJoin('papers.page as p', 'p.paper_id', 'a.id')
    .select(['a.id', 'a.request_id', 'a.created_at', 'a.verified_at'])
    .select((eb) => eb.fn.max('p.arrived_at').as('last_page'))
    .where('a.office_id', '=', ctx.officeId)
    .where('a.erased_at', 'is', null)
    .groupBy('a.id')
    .execute()
  const isOver = (from: Date) => Temporal.PlainDate.compare(vietnamDay(from), lastKept) < 0
  for (const [requestId, papers] of Map.groupBy(kept, (it) => it.request_id)) {
    const over = keptFrom(await getRequest(ctx, { requestId }))
    if (!over || !isOver(over)) continue
    for (const { id, created_at, verified_at, last_page } of papers)
      if ([created_at, verified_at, last_page].every((it) => !it || isOver(it)))
        await erasePaper(ctx, id)
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
