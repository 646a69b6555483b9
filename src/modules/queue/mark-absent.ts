import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { moveVisit } from './move-visit.ts'
import { onVisit, type OnVisit } from './on-visit.ts'
import { readRules } from './read-rules.ts'
import type { Standing } from './standing.ts'

/** What became of somebody who was called and did not come. */
export type Absence = { state: 'waiting' | 'left' }

/**
 * Somebody was called and did not come: put back in line by `putBackPlaces` places; after
 * `missedCalls` missed calls they have left, and may rejoin for a while. Refuses who is not called.
 */
export async function markAbsent(ctx: Ctx, input: OnVisit): Promise<Absence> {
  return onVisit(
    ctx,
    input,
    { kind: 'absent', action: 'markAbsent' },
    async (ctx, command, visit): Promise<Absence> => {
      const rules = await readRules(ctx)
      const { counterId, forCounterId } = visit
      if (visit.missedCalls + 1 >= rules.missedCalls) {
        const gone = { kind: 'left', outcome: 'absent', counterId } as const
        await moveVisit(ctx, command, visit, gone, true)
        return { state: 'left' }
      }
      const turnAt = await turnBehind(ctx, visit, rules.putBackPlaces)
      await moveVisit(ctx, command, visit, { kind: 'waiting', turnAt, forCounterId }, true)
      return { state: 'waiting' }
    },
    async (ctx, done) => ({
      state: (await leftBy(ctx, done.did.opened)) ? 'left' : 'waiting',
    }),
  )
}

/** Just behind whoever waits so many places further back, or behind the last; their own turn where nobody does. */
async function turnBehind(ctx: Ctx, visit: Standing, places: number): Promise<string> {
  const { rows } = await sql<{ turnAt: string | null }>`
    select (max(turn_at) + interval '1 microsecond')::text as "turnAt" from (
      select turn_at from queue.period
       where office_id = ${ctx.officeId} and service_day_id = ${visit.serviceDayId}
         and kind = 'waiting' and to_at is null and not undone
         and (turn_at, visit_id) > (${visit.turnAt}::timestamptz, ${visit.visitId}::uuid)
       order by turn_at, visit_id limit ${places}) behind`.execute(ctx.db)
  return rows[0]?.turnAt ?? visit.turnAt
}

async function leftBy(ctx: Ctx, periodIds: readonly number[]): Promise<boolean> {
  const left = await ctx.db
    .selectFrom('queue.period')
    .select('id')
    .where('office_id', '=', ctx.officeId)
    .where('id', 'in', periodIds)
    .where('kind', '=', 'left')
    .executeTakeFirst()
  return left !== undefined
}
