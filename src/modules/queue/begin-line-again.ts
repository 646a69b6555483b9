import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { command, type Did } from './command.ts'
import { requireLineOpen } from './require-line-open.ts'
import { lockVisits } from './standing.ts'

/**
 * After a day that had closed was opened again: whom the closing sent away waits again at their old
 * place in line, also who was being called or was set aside. Who was served stays served. Refuses a day
 * that is not open. Answers how many wait again.
 */
export async function beginLineAgain(ctx: Ctx, input: { serviceDayId: string }): Promise<number> {
  requireRight(ctx, 'service_days.run')
  const { serviceDayId } = input
  await requireLineOpen(ctx, serviceDayId)
  const ended = await findEnd(ctx, serviceDayId)
  if (!ended) return 0
  return command(
    ctx,
    { kind: 'undo', clientKey: `open-${randomUUID()}`, serviceDayId },
    async (ctx, command) => {
      const sentAway = await lockVisits(ctx, await visitsOf(ctx, ended.did))
      // Who was moved since, by what a desk did while it was cut off, stays where they are.
      const again = sentAway.filter((it) => ended.did.opened.includes(it.periodId))
      for (const { visitId, periodId, turnAt, forCounterId } of again) {
        await sql`update queue.period set undone = true, to_at = greatest(from_at, ${ctx.now})
                   where office_id = ${ctx.officeId} and id = ${periodId}`.execute(ctx.db)
        await sql`
          insert into queue.period (office_id, service_day_id, visit_id, kind, from_at, turn_at,
                                    for_counter_id)
          values (${ctx.officeId}, ${serviceDayId}, ${visitId}, 'waiting', ${ctx.now},
                  ${turnAt}::timestamptz, ${forCounterId}::uuid)`.execute(ctx.db)
      }
      await sql`update queue.command set undone_at = ${ctx.now}
                 where office_id = ${ctx.officeId}
                   and client_key = ${ended.clientKey}`.execute(ctx.db)
      command.did.undid = ended.clientKey
      command.did.ahead = again.length
      return again.length
    },
    async (_, done) => done.did.ahead ?? 0,
  )
}

/** The closing that was not taken back yet. */
async function findEnd(
  ctx: Ctx,
  serviceDayId: string,
): Promise<{ clientKey: string; did: Did } | null> {
  const found = await ctx.db
    .selectFrom('queue.command')
    .select(['client_key as clientKey', 'did'])
    .where('office_id', '=', ctx.officeId)
    .where('service_day_id', '=', serviceDayId)
    .where('kind', '=', 'end')
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return found ? { clientKey: found.clientKey, did: found.did as Did } : null
}

async function visitsOf(ctx: Ctx, did: Did): Promise<string[]> {
  if (did.opened.length === 0) return []
  const rows = await ctx.db
    .selectFrom('queue.period')
    .select('visit_id')
    .where('office_id', '=', ctx.officeId)
    .where('id', 'in', did.opened)
    .execute()
  return rows.map((it) => it.visit_id)
}
