import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import type { RequestsResultDelivery } from '#src/base/database.generated.ts'
import type { Relation } from '#src/modules/catalogue/index.ts'
import { tell } from './event.ts'
import { keepSavings } from './keep-savings.ts'
import { lockRequest } from './lock-request.ts'
import { requireStep } from './require-step.ts'
import { requireText } from './said-text.ts'
import { statuses } from './status.ts'

/**
 * The result reached somebody: who, what they are to the subject, and when. `resultDelivery` says how
 * it came in the end, where that is not as planned; the trips spared follow. Refuses before the
 * authority has finished, twice, without a name, and a moment in the future or before the result.
 */
export async function handOverResult(
  ctx: Ctx,
  input: {
    requestId: string
    toName: string
    toRelation: Relation
    at?: Date
    resultDelivery?: RequestsResultDelivery
  },
): Promise<void> {
  requireRight(ctx, 'requests.work')
  const at = input.at ?? ctx.now
  return inTransaction(ctx, async (ctx) => {
    const request = await lockRequest(ctx, input.requestId)
    requireStep(ctx, request, statuses.handed_over, at)
    await ctx.db
      .updateTable('requests.request')
      .set({
        status: statuses.handed_over,
        status_at: at,
        handed_over_at: at,
        handed_to_name: requireText(input.toName, 'requests.name_missing', 'toName'),
        handed_to_relation: input.toRelation,
        result_delivery: input.resultDelivery ?? request.result_delivery,
        ended_at: at,
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', request.id)
      .execute()
    await keepSavings(ctx, request.id)
    await tell(ctx, request.id, 'handed_over', { at, status: statuses.handed_over })
  })
}
