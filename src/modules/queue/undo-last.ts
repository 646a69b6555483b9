import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { command, type Did, type Spot } from './command.ts'
import { findUndoable, type Undoable } from './find-undoable.ts'
import { lockVisits } from './standing.ts'
import { requireDesk } from './require-desk.ts'
import { requireLineOpen } from './require-line-open.ts'
import { sitAt } from './sitting.ts'
import { ticketCode } from './ticket.ts'

type UndoLast = {
  clientKey: string
  serviceDayId: string
  counterId: string
  /** Only for what `joinCommands` joins. */
  spot?: Spot
}

/** What was taken back, and about which ticket. */
export type Undone = { kind: string; code: string | null }

/**
 * Takes back what was done last at this counter, the same day: everybody stands again where they
 * stood, and for the figures it never happened. A number that was given stays given. Taken back again
 * and again, it goes back step by step.
 *
 * Refuses when there is nothing, and when something was done with these people since.
 */
export async function undoLast(ctx: Ctx, input: UndoLast): Promise<Undone> {
  const officerId = requireDesk(ctx)
  const { clientKey, serviceDayId, counterId, spot } = input
  return command(
    ctx,
    { kind: 'undo', clientKey, serviceDayId, counterId, spot },
    async (ctx, command) => {
      await requireLineOpen(ctx, serviceDayId, spot)
      await sitAt(ctx, { serviceDayId, counterId, officerId }, spot)
      const last = await findUndoable(ctx, { serviceDayId, counterId })
      if (!last) throw new Refusal('queue.nothing_to_undo')
      await requireUnfollowed(ctx, last)
      await takeBack(ctx, last)
      command.visitId = last.visitId
      command.did.undid = last.clientKey
      return { kind: last.kind, code: await codeOf(ctx, last.visitId) }
    },
    async (ctx, done) => {
      const undone = await ctx.db
        .selectFrom('queue.command')
        .select('kind')
        .where('office_id', '=', ctx.officeId)
        .where('client_key', '=', done.did.undid ?? '')
        .executeTakeFirstOrThrow()
      return { kind: undone.kind, code: await codeOf(ctx, done.visit_id) }
    },
  )
}

/** Holds the people of the command, and refuses when anything was done with one of them since. */
async function requireUnfollowed(ctx: Ctx, last: Undoable): Promise<void> {
  const standings = await lockVisits(ctx, last.visitIds)
  const open = new Set(standings.map((it) => it.periodId))
  const touched = [...last.did.opened, ...last.did.was.map((it) => it.id)]
  const later = await ctx.db
    .selectFrom('queue.command')
    .select('id')
    .where('office_id', '=', ctx.officeId)
    .where('service_day_id', '=', last.serviceDayId)
    .where('id', '>', last.id)
    .where('visit_id', 'in', last.visitIds)
    .where('kind', '<>', 'undo')
    .where('undone_at', 'is', null)
    .where('superseded', 'is', null)
    .executeTakeFirst()
  if (later || !touched.every((id) => open.has(id))) throw new Refusal('queue.undo_followed')
}

async function takeBack(ctx: Ctx, { clientKey, visitId, did }: Undoable): Promise<void> {
  await sql`
    update queue.period set undone = true, to_at = greatest(from_at, ${ctx.now})
     where office_id = ${ctx.officeId} and id = any(${did.opened}::bigint[])`.execute(ctx.db)
  await refuseBreach({ period_counter_serves_one_at_a_time: ['queue.undo_followed'] }, () =>
    sql`
    update queue.period set to_at = null, missed = false
     where office_id = ${ctx.officeId} and id = any(${did.closed}::bigint[])
       and id <> all(${did.opened}::bigint[])`.execute(ctx.db),
  )
  await restore(ctx, did)
  if (did.priority !== undefined)
    await sql`update queue.visit set priority = ${did.priority}
               where office_id = ${ctx.officeId} and id = ${visitId}`.execute(ctx.db)
  await ctx.db
    .updateTable('queue.command')
    .set({ undone_at: ctx.now })
    .where('office_id', '=', ctx.officeId)
    .where('client_key', '=', clientKey)
    .execute()
}

/** What was changed and not ended stands again as it was. */
async function restore(ctx: Ctx, did: Did): Promise<void> {
  for (const was of did.was)
    await sql`
      update queue.period
         set calls = ${was.calls},
             last_call_at = coalesce(${was.lastCallAt}::timestamptz, last_call_at),
             turn_at = coalesce(${was.turnAt}::timestamptz, turn_at)
       where office_id = ${ctx.officeId} and id = ${was.id}`.execute(ctx.db)
}

async function codeOf(ctx: Ctx, visitId: string | null): Promise<string | null> {
  if (visitId === null) return null
  const visit = await ctx.db
    .selectFrom('queue.visit')
    .select(['series', 'number'])
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', visitId)
    .executeTakeFirst()
  return visit ? ticketCode(visit) : null
}
