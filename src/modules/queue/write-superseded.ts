import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { announce } from '#src/base/live.ts'
import { record } from '#src/modules/audit/index.ts'
import { officerIdOf } from './command.ts'
import { findVisitId } from './find-visit-id.ts'
import type { Superseded } from './line.ts'
import { makeDay } from './make-day.ts'
import type { Joining, OnTheSpotCommand } from './on-the-spot.ts'

/** Keeps a command that no longer fitted, with the reason: nothing that was done at a desk is lost. */
export async function writeSuperseded(
  ctx: Ctx,
  { serviceDayId, spot }: Joining,
  said: OnTheSpotCommand,
  why: Superseded,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await makeDay(ctx, serviceDayId)
    const visitId = 'visit' in said ? await findVisitId(ctx, serviceDayId, said.visit) : null
    await ctx.db
      .insertInto('queue.command')
      .values({
        ...{ office_id: ctx.officeId, client_key: said.clientKey, service_day_id: serviceDayId },
        ...{ kind: said.kind, at: spot.at, on_the_spot: true, superseded: why },
        ...{ officer_id: officerIdOf(ctx), counter_id: spot.counterId, visit_id: visitId },
        device_id: spot.deviceId,
      })
      .onConflict((oc) => oc.columns(['office_id', 'client_key']).doNothing())
      .execute()
    await record(ctx, 'queue.line_superseded', visitId ?? serviceDayId, { kind: said.kind, why })
    await announce(ctx, 'queue', serviceDayId)
  })
}
