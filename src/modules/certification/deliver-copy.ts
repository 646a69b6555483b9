import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { record } from '#src/modules/audit/index.ts'
import type { Delivery, PaymentWay } from './copy.ts'
import { lockCopy, type CopyRow } from './lock-copy.ts'
import { officerOf } from './officer-of.ts'
import { optionalText, requireText } from './said-text.ts'

export type Payment = { amountVnd: number; way: PaymentWay; receiptNo?: string | null }

/**
 * The copy goes to the person, who pays for it: how, and to whom. Refuses before it is issued, a second
 * time, and any amount but its fee; nothing is paid for one that is exempt.
 */
export async function deliverCopy(
  ctx: Ctx,
  input: { copyId: string; how: Delivery; to: string; paid: Payment | null },
): Promise<void> {
  requireRight(ctx, 'certification.work')
  const by = officerOf(ctx)
  const to = requireText(input.to, 'certification.recipient_missing', 'to')
  return inTransaction(ctx, async (ctx) => {
    const copy = await lockCopy(ctx, input.copyId, 'deliver')
    requireFee(copy, input.paid)
    await ctx.db
      .updateTable('certification.copy')
      .set({
        ...{ delivered_at: ctx.now, delivered_by: by },
        ...{ delivered_how: input.how, delivered_to: to },
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', copy.id)
      .execute()
    if (input.paid && copy.fee_vnd > 0)
      await ctx.db
        .insertInto('certification.receipt')
        .values({
          office_id: ctx.officeId,
          copy_id: copy.id,
          medium: copy.medium,
          amount_vnd: copy.fee_vnd,
          way: input.paid.way,
          receipt_no: optionalText(input.paid.receiptNo, 'receiptNo'),
          taken_by: by,
          taken_at: ctx.now,
          taken_on: vietnamDay(ctx.now),
        })
        .execute()
    await record(ctx, 'certification.delivered', copy.id, { how: input.how, vnd: copy.fee_vnd })
  })
}

function requireFee(copy: CopyRow, paid: Payment | null): void {
  const params = { vnd: copy.fee_vnd.toLocaleString('vi-VN') }
  if (copy.fee_vnd > 0 && !paid)
    throw new Refusal('certification.fee_not_paid', { field: 'paid', params })
  if (paid && paid.amountVnd !== copy.fee_vnd)
    throw new Refusal('certification.fee_differs', { field: 'paid', params })
}
