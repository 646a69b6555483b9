import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { selectWishes } from './select-wishes.ts'
import type { Wish } from './wish.ts'

/** Who waits for a seat of a day, in the order asked, with what is offered to them. */
export async function listWishes(ctx: Ctx, input: { serviceDayId: string }): Promise<Wish[]> {
  requireRight(ctx, 'queue.run')
  return selectWishes(
    ctx,
    sql`w.service_day_id = ${input.serviceDayId} and w.state in ('waiting', 'offered')`,
  )
}
