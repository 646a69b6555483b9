import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { rulesColumns } from './rule-columns.ts'
import type { Rules } from './rules.ts'

/**
 * The office decides how it keeps its line. What is booked already stays as it is. Refuses what
 * nobody could keep to: a slot that does not part the hour, a share beyond a hundred percent.
 */
export async function changeRules(ctx: Ctx, rules: Rules): Promise<void> {
  requireRight(ctx, 'offices.edit')
  if (!Object.values(rules).every((it) => Array.isArray(it) || Number.isInteger(it)))
    throw new Refusal('queue.rules_impossible')
  const columns = { ...rulesColumns(rules), priorities: [...new Set(rules.priorities)] }
  return inTransaction(ctx, async (ctx) => {
    await refuseBreach(
      {
        rules_slot_is_possible: ['queue.slot_impossible', { field: 'slotMinutes' }],
        rules_usual_minutes_are_possible: ['queue.minutes_impossible', { field: 'usualMinutes' }],
        rules_walk_in_share_is_a_share: ['queue.share_impossible', { field: 'walkInPercent' }],
        rules_spans_are_possible: ['queue.rules_impossible'],
        rules_limits_are_possible: ['queue.rules_impossible'],
      },
      () =>
        ctx.db
          .insertInto('queue.rules')
          .values({ office_id: ctx.officeId, ...columns })
          .onConflict((oc) => oc.column('office_id').doUpdateSet(columns))
          .execute(),
    )
    await record(ctx, 'queue.rules_changed', ctx.officeId)
  })
}
