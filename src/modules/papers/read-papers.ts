import { sql, type Selectable } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { PapersPage, PapersPaper } from '#src/base/database.generated.ts'
import type { Page, Paper } from './paper.ts'

type Which = { requestId: string } | { paperId: string } | { subjectId: string }

/** Papers with their pages, in the order in which they came. Whoever calls has asked for the right. */
export async function readPapers(ctx: Ctx, which: Which): Promise<Paper[]> {
  const papers = await ctx.db
    .selectFrom('papers.paper')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where(
      'requestId' in which ? 'request_id' : 'paperId' in which ? 'id' : 'subject_id',
      '=',
      'requestId' in which ? which.requestId : 'paperId' in which ? which.paperId : which.subjectId,
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  if (papers.length === 0) return []
  const pages = await ctx.db
    .selectFrom('papers.page')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where(sql<boolean>`paper_id = any(${papers.map((it) => it.id)}::uuid[])`)
    .orderBy('position')
    .execute()
  const byPaper = Map.groupBy(pages, (it) => it.paper_id)
  return papers.map((row) => paperOf(row, byPaper.get(row.id) ?? []))
}

function paperOf(row: Selectable<PapersPaper>, pages: Selectable<PapersPage>[]): Paper {
  return {
    id: row.id,
    requestId: row.request_id,
    subjectId: row.subject_id,
    listedAs: row.listed_as,
    name: row.name,
    verifiedAt: row.verified_at,
    verifiedBy: row.verified_by,
    reusedFrom: row.reused_from,
    erasedAt: row.erased_at,
    pages: pages.map(pageOf),
  }
}

function pageOf(row: Selectable<PapersPage>): Page {
  return {
    id: row.id,
    position: row.position,
    kind: row.original_type === 'application/pdf' ? 'pdf' : 'picture',
    originalType: row.original_type as Page['originalType'],
    sheets: row.sheets,
    width: row.width,
    height: row.height,
    corners: row.corners as Page['corners'],
    steps: row.steps as Page['steps'],
    troubles: row.troubles as Page['troubles'],
    cameBy: row.came_by as Page['cameBy'],
    arrivedAt: row.arrived_at,
  }
}
