import type { Ctx } from '#src/base/ctx.ts'
import { getRequest, type Item } from '#src/modules/requests/index.ts'

/** What a phone with the token is told: the request's code and its list, nobody's name. */
export type Capture = { requestId: string; officerId: string; code: string; items: Item[] }

/** The request that this token opens, null when it has ended or never was. */
export async function findCapture(ctx: Ctx, token: string): Promise<Capture | null> {
  const row = await ctx.db
    .selectFrom('papers.capture')
    .select(['request_id', 'opened_by'])
    .where('office_id', '=', ctx.officeId)
    .where('token_mark', '=', ctx.sealer.mark('papers.capture', token))
    .where('ends_at', '>', ctx.now)
    .executeTakeFirst()
  if (!row) return null
  const system: Ctx = { ...ctx, actor: { kind: 'system', job: 'papers' } }
  const request = await getRequest(system, { requestId: row.request_id })
  const { code, items } = request
  return { requestId: row.request_id, officerId: row.opened_by, code, items }
}
