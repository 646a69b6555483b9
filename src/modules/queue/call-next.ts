import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { Call } from './call.ts'
import { command } from './command.ts'
import { freeCounter } from './free-counter.ts'
import { findCallOf, giveCall } from './give-call.ts'
import { requireDesk } from './require-desk.ts'
import { requireLineOpen } from './require-line-open.ts'
import { sitAt } from './sitting.ts'
import { readStandings, type Standing } from './standing.ts'

/**
 * The counter calls whoever stands first in line; null when nobody waits. Who was passed to another
 * counter is left for that one. Calling is sitting down: the officer need not say it first.
 *
 * With `finishCurrent` whoever is at the counter was served; without it, refuses `queue.counter_busy`
 * and names the number. Refuses a counter where a colleague sits, by name.
 */
export async function callNext(
  ctx: Ctx,
  input: { clientKey: string; serviceDayId: string; counterId: string; finishCurrent?: boolean },
): Promise<Call | null> {
  const officerId = requireDesk(ctx)
  const { counterId, finishCurrent = false } = input
  return command(
    ctx,
    { ...input, kind: 'next' },
    async (ctx, command) => {
      await requireLineOpen(ctx, input.serviceDayId)
      await sitAt(ctx, { ...input, officerId })
      await freeCounter(ctx, command, { counterId, finishCurrent })
      const next = await lockNext(ctx, input)
      return next ? giveCall(ctx, command, next, counterId) : null
    },
    findCallOf,
  )
}

/** The first in line whom nobody else moves at this very moment: those are passed over. */
async function lockNext(
  ctx: Ctx,
  input: { serviceDayId: string; counterId: string },
): Promise<Standing | null> {
  const { rows } = await sql<{ visitId: string }>`
    select p.visit_id as "visitId"
      from queue.period p
      join queue.visit v on v.id = p.visit_id
     where p.office_id = ${ctx.officeId} and p.service_day_id = ${input.serviceDayId}
       and p.kind = 'waiting' and p.to_at is null and not p.undone
       and (p.for_counter_id is null or p.for_counter_id = ${input.counterId})
     order by p.turn_at, p.visit_id
     limit 1
       for no key update of v, p skip locked`.execute(ctx.db)
  const [first] = rows
  if (!first) return null
  const [standing] = await readStandings(ctx, [first.visitId])
  return standing ?? null
}
