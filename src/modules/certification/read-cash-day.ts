import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import type { Medium, PaymentWay } from './copy.ts'

/** What an officer took for copies on a day: by medium and way of paying. */
export type CashRow = {
  officerId: string
  medium: Medium
  way: PaymentWay
  count: number
  amountVnd: number
}

/** The day's money for the drawer: what each officer must have in it, and the sum of all. */
export async function readCashDay(
  ctx: Ctx,
  input: { on: Temporal.PlainDate },
): Promise<{ rows: CashRow[]; cashVnd: number; totalVnd: number }> {
  requireRight(ctx, 'requests.read')
  const rows = await ctx.db
    .selectFrom('certification.receipt')
    .select(['taken_by as officerId', 'medium', 'way'])
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number>('amount_vnd').as('amountVnd'),
    ])
    .where('office_id', '=', ctx.officeId)
    .where('taken_on', '=', input.on)
    .groupBy(['taken_by', 'medium', 'way'])
    .orderBy('taken_by')
    .orderBy('medium')
    .orderBy('way')
    .execute()
  const sum = (some: typeof rows) => some.reduce((total, it) => total + it.amountVnd, 0)
  return {
    rows,
    cashVnd: sum(rows.filter((it) => it.way === 'cash')),
    totalVnd: sum(rows),
  }
}
