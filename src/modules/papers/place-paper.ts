import { sql, type Selectable } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { PapersPaper } from '#src/base/database.generated.ts'
import { Refusal } from '#src/base/refusal.ts'
import { getRequest } from '#src/modules/requests/index.ts'
import { nameOf, type Place } from './place.ts'

/**
 * The paper of this place, held until the transaction ends; made when it is the first page. A request
 * that has ended takes none.
 */
export async function placePaper(ctx: Ctx, place: Place): Promise<Selectable<PapersPaper>> {
  // A phone holds no right of its own: its token opened this one request.
  const request = await getRequest(
    { ...ctx, actor: { kind: 'system', job: 'papers' } },
    { requestId: place.requestId },
  )
  if (request.endedAt) throw new Refusal('papers.request_ended')
  const name = nameOf(request, place)
  // Two pages of a new paper at the same moment make one paper.
  await sql`select pg_advisory_xact_lock(hashtextextended(${place.requestId}, 18))`.execute(ctx.db)
  const found = await ctx.db
    .selectFrom('papers.paper')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('request_id', '=', place.requestId)
    .where('erased_at', 'is', null)
    .where((eb) =>
      place.listedAs === null
        ? eb.and([eb('listed_as', 'is', null), eb('name', '=', name)])
        : eb('listed_as', '=', place.listedAs),
    )
    .forUpdate()
    .executeTakeFirst()
  if (found) return found
  return ctx.db
    .insertInto('papers.paper')
    .values({
      office_id: ctx.officeId,
      request_id: place.requestId,
      subject_id: request.subject.id,
      listed_as: place.listedAs,
      name,
      created_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}
