import { announce } from '#src/base/live.ts'
import { inTransaction } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { record } from '#src/modules/audit/index.ts'
import { keepFile } from './keep-file.ts'
import { requireUnverified } from './lock-paper.ts'
import type { ReaderCtx } from './papers-ctx.ts'
import type { PageTrouble, Reading } from './reading/reading.ts'
import type { Place } from './place.ts'
import { placePaper } from './place-paper.ts'

/** What a request takes at most, whoever sends. */
const mostPages = 200

export type NewPage = Place & {
  /** Made by whoever sends: the same file sent again is the page that is there already. */
  clientKey: string
  bytes: Uint8Array
  /** What the portal takes of one PDF; pictures are made to fit when they are downloaded. */
  mostMegabytes?: number
}

export type TakenPage = { paperId: string; pageId: string; troubles: PageTrouble[] }

/**
 * Takes one file into a paper of the request: read, straightened, kept sealed with its original
 * beside. Refuses, each with its own words, what is no readable picture or PDF; the same key twice is
 * one page.
 */
export async function takePage(
  ctx: ReaderCtx,
  by: { officerId: string; way: 'desk' | 'phone' },
  input: NewPage,
): Promise<TakenPage> {
  const before = await findTaken(ctx, input.clientKey)
  if (before) return before
  const reading = await ctx.reader.read(input.bytes)
  requirePortalSize(reading, input)
  return inTransaction(ctx, async (ctx) => {
    const paper = await placePaper(ctx, input)
    const again = await findTaken(ctx, input.clientKey)
    if (again) return again
    requireUnverified(paper)
    await requireRoom(ctx, input.requestId)
    const { position } = await ctx.db
      .selectFrom('papers.page')
      .select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('position'))
      .where('paper_id', '=', paper.id)
      .executeTakeFirstOrThrow()
    const made = reading.kind === 'picture' ? reading.made : null
    const originalHash = await keepFile(ctx, input.bytes, reading.mediaType)
    const page = await ctx.db
      .insertInto('papers.page')
      .values({
        office_id: ctx.officeId,
        paper_id: paper.id,
        position: position + 1,
        client_key: input.clientKey,
        original_hash: originalHash,
        original_type: reading.mediaType,
        sheets: reading.kind === 'pdf' ? reading.sheets : 1,
        width: reading.kind === 'picture' ? reading.width : null,
        height: reading.kind === 'picture' ? reading.height : null,
        made_hash: made && (await keepFile(ctx, made.jpeg, 'image/jpeg')),
        corners: made && JSON.stringify(made.corners),
        steps: JSON.stringify(made?.steps ?? []),
        troubles: made?.troubles ?? [],
        came_by: by.way,
        arrived_at: ctx.now,
        arrived_by: by.officerId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const hash = originalHash.toString('hex')
    await record(ctx, 'papers.page_taken', paper.id, { page: page.id, way: by.way, hash })
    await announce(ctx, 'papers', input.requestId)
    return { paperId: paper.id, pageId: page.id, troubles: made?.troubles ?? [] }
  })
}

async function findTaken(ctx: ReaderCtx, clientKey: string): Promise<TakenPage | null> {
  const row = await ctx.db
    .selectFrom('papers.page')
    .select(['id', 'paper_id', 'troubles'])
    .where('office_id', '=', ctx.officeId)
    .where('client_key', '=', clientKey)
    .executeTakeFirst()
  if (!row) return null
  return { paperId: row.paper_id, pageId: row.id, troubles: row.troubles as PageTrouble[] }
}

function requirePortalSize(reading: Reading, { bytes, mostMegabytes }: NewPage): void {
  if (reading.kind !== 'pdf' || mostMegabytes === undefined) return
  if (bytes.length <= mostMegabytes * 2 ** 20) return
  throw new Refusal('papers.over_portal_size', {
    field: 'files',
    params: { megabytes: mostMegabytes },
  })
}

async function requireRoom(ctx: ReaderCtx, requestId: string): Promise<void> {
  const { count } = await ctx.db
    .selectFrom('papers.page as p')
    .innerJoin('papers.paper as a', 'a.id', 'p.paper_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('a.office_id', '=', ctx.officeId)
    .where('a.request_id', '=', requestId)
    .executeTakeFirstOrThrow()
  if (count >= mostPages) throw new Refusal('papers.too_many_captured', { field: 'files' })
}
