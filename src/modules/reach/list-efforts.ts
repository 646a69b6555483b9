import type { Ctx } from '#src/base/ctx.ts'
import type { Channel } from './channel.ts'
import { requireRegister } from './require-register.ts'
import type { Span } from './span.ts'

export type Effort = {
  id: string
  on: Temporal.PlainDate
  channel: Channel
  hamletId: string | null
  businessId: string | null
  quantity: number
  /** In đồng; null where it was not known. */
  cost: number | null
}

/** What was noted in the period, the latest first, at most 200. */
export async function listEfforts(ctx: Ctx, input: Span): Promise<Effort[]> {
  requireRegister(ctx)
  return ctx.db
    .selectFrom('reach.effort')
    .select(['id', 'on_date as on', 'channel', 'quantity', 'cost_dong as cost'])
    .select(['hamlet_id as hamletId', 'business_id as businessId'])
    .where('office_id', '=', ctx.officeId)
    .where('on_date', '>=', input.from)
    .where('on_date', '<=', input.to)
    .orderBy('on_date', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}
