import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { readTurns } from './read-turns.ts'
import type { Turn } from './turn.ts'

/** "You are third, about 20 minutes": for who holds the ticket. Refuses a token that no ticket has. */
export async function readTurn(ctx: Ctx, input: { token: string }): Promise<Turn> {
  const visit = await ctx.db
    .selectFrom('queue.visit')
    .select('service_day_id as serviceDayId')
    .where('office_id', '=', ctx.officeId)
    .where('token', '=', input.token)
    .executeTakeFirst()
  const turn = visit && (await readTurns(ctx, visit)).get(input.token)
  if (!turn) throw new Refusal('queue.ticket_not_found')
  return turn
}
