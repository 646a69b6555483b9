import type { Ctx } from '#src/base/ctx.ts'
import { linkColumns, type Link } from './link.ts'
import type { Span } from './span.ts'
import { requireRegister } from './require-register.ts'

export type CountedLink = Link & { opened: number }

/** Every link of the office in the order in which they were made, with how often it was opened in the period. */
export async function listLinks(ctx: Ctx, input: Span): Promise<CountedLink[]> {
  requireRegister(ctx)
  return ctx.db
    .selectFrom('reach.link')
    .select(linkColumns)
    .select((eb) =>
      eb.fn
        .coalesce(
          eb
            .selectFrom('reach.link_day')
            .select((day) => day.fn.sum<number>('opened').as('opened'))
            .whereRef('link_id', '=', 'reach.link.id')
            .where('on_date', '>=', input.from)
            .where('on_date', '<=', input.to),
          eb.lit(0),
        )
        .$castTo<number>()
        .as('opened'),
    )
    .where('office_id', '=', ctx.officeId)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
}
