import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { findTicketDay } from './find-ticket-day.ts'
import { readTurns } from './read-turns.ts'
import type { Turn } from './turn.ts'

/** "You are third, about 20 minutes": for who holds the ticket. Refuses a token that no ticket has. */
export async function readTurn(ctx: Ctx, input: { token: string }): Promise<Turn> {
  const visit = await findTicketDay(ctx, input)
  const turn = visit && (await readTurns(ctx, visit)).get(input.token)
  if (!turn) throw new Refusal('queue.ticket_not_found')
  return turn
}
