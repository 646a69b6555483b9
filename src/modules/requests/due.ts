import type { Ctx } from '#src/base/ctx.ts'
import { computeDue, readCalendar, type Due, type Term } from '#src/modules/calendar/index.ts'
import type { Method, ProcedureVersion } from '#src/modules/catalogue/index.ts'
import type { RequestRow } from './request.ts'

type Counted = Pick<RequestRow, 'id' | 'clock_from' | 'time_amount' | 'time_unit'>

/**
 * The time that the authority has, by the way it was filed; by another way where the law names none
 * for this one; null where no time is known.
 */
export function termOf(version: Pick<ProcedureVersion, 'channels'>, method: Method): Term | null {
  const own = version.channels.find((it) => it.method === method)?.time
  return own ?? version.channels.find((it) => it.time !== null)?.time ?? null
}

/**
 * When the authority must have finished, with the pauses while papers or a payment were awaited and
 * the letter of apology, if any. Null where no time is known or nothing was filed.
 */
export async function readDue(ctx: Ctx, request: Counted): Promise<Due | null> {
  if (request.clock_from === null || request.time_amount === null || request.time_unit === null)
    return null
  const pauses = await ctx.db
    .selectFrom('requests.clock_stop')
    .select(['from_at as from', 'to_at as to'])
    .where('office_id', '=', ctx.officeId)
    .where('request_id', '=', request.id)
    .orderBy('from_at')
    .execute()
  const extension = await ctx.db
    .selectFrom('requests.extension')
    .select(['sent_at as sentAt', 'new_due_on as newDueOn'])
    .where('office_id', '=', ctx.officeId)
    .where('request_id', '=', request.id)
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return computeDue(await readCalendar(ctx), {
    amount: request.time_amount,
    unit: request.time_unit as Term['unit'],
    receivedAt: request.clock_from,
    pauses,
    ...(extension ? { extension } : {}),
  })
}

/** Counts the due moment anew and keeps it. While the clock stands still the last one stays. */
export async function recountDue(ctx: Ctx, request: Counted): Promise<Date | null> {
  const due = await readDue(ctx, request)
  if (!due || due.stopped) return null
  await ctx.db
    .updateTable('requests.request')
    .set({ due_at: due.dueAt })
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', request.id)
    .execute()
  return due.dueAt
}
