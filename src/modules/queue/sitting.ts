import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { readOfficerNames } from '#src/modules/identity/index.ts'
import { listCounters, type Counter } from '#src/modules/offices/index.ts'
import { officerIdOf, type Spot } from './command.ts'
import { lockAtCounter } from './lock-at-counter.ts'
import { ticketCode } from './ticket.ts'

type Seat = { serviceDayId: string; counterId: string; officerId: string }

/**
 * The officer sits at this counter, from now on if not already, and the counter is held until the
 * transaction ends: what is done at one counter is done one after the other. Who sat elsewhere moves
 * here. Refuses a counter where a colleague sits, by name; one that is not used; and whoever still
 * has somebody before them elsewhere. What was done while cut off was done there whoever sits there
 * now, and nobody moves for it.
 */
export async function sitAt(ctx: Ctx, seat: Seat, spot?: Spot): Promise<void> {
  const taken = await ctx.db
    .selectFrom('queue.sitting')
    .select(['id', 'officer_id'])
    .where('office_id', '=', ctx.officeId)
    .where('service_day_id', '=', seat.serviceDayId)
    .where('counter_id', '=', seat.counterId)
    .where('to_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (taken?.officer_id === seat.officerId) return
  if (spot) return void (await requireCounter(ctx, seat.counterId))
  if (taken) throw await takenBy(ctx, taken.officer_id)
  await requireCounter(ctx, seat.counterId)
  await leaveSeat(ctx, seat)
  await refuseBreach({ counter_has_one_officer_at_a_time: ['queue.counter_just_taken'] }, () =>
    ctx.db
      .insertInto('queue.sitting')
      .values({
        ...{ office_id: ctx.officeId, service_day_id: seat.serviceDayId },
        ...{ counter_id: seat.counterId, officer_id: seat.officerId, from_at: ctx.now },
      })
      .execute(),
  )
}

/** The officer gets up from where they sit, if anywhere. Refuses while somebody is before them there. */
export async function leaveSeat(
  ctx: Ctx,
  seat: Pick<Seat, 'serviceDayId' | 'officerId'>,
): Promise<boolean> {
  const left = await ctx.db
    .updateTable('queue.sitting')
    .set({ to_at: sql<Date>`greatest(from_at, ${ctx.now})` })
    .where('office_id', '=', ctx.officeId)
    .where('service_day_id', '=', seat.serviceDayId)
    .where('officer_id', '=', seat.officerId)
    .where('to_at', 'is', null)
    .returning('counter_id')
    .executeTakeFirst()
  if (!left) return false
  const { standing } = await lockAtCounter(ctx, seat.serviceDayId, left.counter_id)
  if (standing) throw new Refusal('queue.still_serving', { params: { code: ticketCode(standing) } })
  return true
}

/** The counter in use. Refuses one of another office and one that is no longer used. */
export async function requireCounter(ctx: Ctx, counterId: string): Promise<Counter> {
  const counter = (await listCounters(ctx)).find((it) => it.id === counterId)
  if (!counter?.inUse) throw new Refusal('queue.counter_unknown', { field: 'counterId' })
  return counter
}

async function takenBy(ctx: Ctx, officerId: string): Promise<Refusal> {
  const names = await readOfficerNames(ctx, [officerId])
  return new Refusal('queue.counter_taken', {
    params: { name: names.get(officerId)?.fullName ?? '' },
  })
}

/** Where the officer sits now, if anywhere. */
export async function counterOf(ctx: Ctx, serviceDayId: string): Promise<string | null> {
  const sitting = await ctx.db
    .selectFrom('queue.sitting')
    .select('counter_id')
    .where('office_id', '=', ctx.officeId)
    .where('service_day_id', '=', serviceDayId)
    .where('officer_id', '=', officerIdOf(ctx))
    .where('to_at', 'is', null)
    .executeTakeFirst()
  return sitting?.counter_id ?? null
}
