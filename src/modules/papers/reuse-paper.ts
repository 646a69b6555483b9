import { sql } from 'kysely'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { getRequest } from '#src/modules/requests/index.ts'
import { lockPaper } from './lock-paper.ts'

/**
 * Takes a compared paper of the same person over into another request: the files are there once, and
 * each request keeps them for its own time. Refuses another person's, one that was not compared, and
 * one that is in the request already.
 */
export async function reusePaper(
  ctx: Ctx,
  input: { requestId: string; paperId: string },
): Promise<{ paperId: string }> {
  requireRight(ctx, 'requests.work')
  return inTransaction(ctx, async (ctx) => {
    const request = await getRequest(ctx, input)
    if (request.endedAt) throw new Refusal('papers.request_ended')
    const from = await lockPaper(ctx, input.paperId)
    if (from.subject_id !== request.subject.id || !from.verified_at)
      throw new Refusal('papers.not_verified')
    const item = request.items.find((it) => it.name.vi === from.name)
    const paper = await refuseBreach(
      {
        paper_is_reused_once: ['papers.reused_already'],
        paper_is_one_of_its_place: ['papers.reused_already'],
      },
      () =>
        ctx.db
          .insertInto('papers.paper')
          .values({
            office_id: ctx.officeId,
            request_id: request.id,
            subject_id: from.subject_id,
            listed_as: item?.paperId ?? null,
            name: from.name,
            created_at: ctx.now,
            verified_at: from.verified_at,
            verified_by: from.verified_by,
            reused_from: from.id,
          })
          .returning('id')
          .executeTakeFirstOrThrow(),
    )
    await sql`
      insert into papers.page
        (office_id, paper_id, position, client_key, original_hash, original_type, sheets, width,
         height, made_hash, corners, steps, troubles, came_by, arrived_at, arrived_by)
      select office_id, ${paper.id}, position, gen_random_uuid()::text, original_hash,
             original_type, sheets, width, height, made_hash, corners, steps, troubles, 'reused',
             arrived_at, arrived_by
        from papers.page where office_id = ${ctx.officeId} and paper_id = ${from.id}`.execute(
      ctx.db,
    )
    await record(ctx, 'papers.reused', paper.id, { from: from.id })
    return { paperId: paper.id }
  })
}
