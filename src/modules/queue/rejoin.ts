import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { command, type Spot } from './command.ts'
import { moveVisit } from './move-visit.ts'
import { nothingMore } from './on-visit.ts'
import { readRules } from './read-rules.ts'
import { mayRejoinUntil } from './rejoin-until.ts'
import { requireDesk } from './require-desk.ts'
import { requireLineOpen } from './require-line-open.ts'
import { counterOf } from './sitting.ts'
import { lockVisit } from './standing.ts'
import { ticketCode } from './ticket.ts'

type Rejoin = {
  clientKey: string
  /** Only for what `joinCommands` joins. */
  spot?: Spot
} & ({ visitId: string } | { token: string })

/**
 * Somebody who missed their turn and left takes their place again, within `rejoinMinutes`: at the desk,
 * or by themselves with the ticket in hand. Later than that, refuses: they take a new number.
 */
export async function rejoin(ctx: Ctx, input: Rejoin): Promise<void> {
  if ('visitId' in input) requireDesk(ctx)
  const { visitId, serviceDayId } = await findVisit(ctx, input)
  const { clientKey, spot } = input
  return command(
    ctx,
    { kind: 'rejoin', clientKey, serviceDayId, spot },
    async (ctx, command) => {
      await requireLineOpen(ctx, serviceDayId, spot)
      const visit = await lockVisit(ctx, visitId, 'rejoin')
      const params = { code: ticketCode(visit) }
      if (visit.outcome !== 'absent') throw new Refusal('queue.visit_has_left', { params })
      if (!mayRejoinUntil(await readRules(ctx), visit, command.at))
        throw new Refusal('queue.rejoin_too_late', { params })
      command.visitId = visitId
      command.counterId = spot?.counterId ?? (await counterOf(ctx, serviceDayId))
      const { turnAt, forCounterId } = visit
      await moveVisit(ctx, command, visit, { kind: 'waiting', turnAt, forCounterId })
    },
    nothingMore,
  )
}

async function findVisit(
  ctx: Ctx,
  input: { visitId: string } | { token: string },
): Promise<{ visitId: string; serviceDayId: string }> {
  const visit = await ctx.db
    .selectFrom('queue.visit')
    .select(['id as visitId', 'service_day_id as serviceDayId'])
    .where('office_id', '=', ctx.officeId)
    .where((eb) =>
      'visitId' in input ? eb('id', '=', input.visitId) : eb('token', '=', input.token),
    )
    .executeTakeFirst()
  if (!visit)
    throw new Refusal('visitId' in input ? 'queue.visit_not_found' : 'queue.ticket_not_found')
  return visit
}
