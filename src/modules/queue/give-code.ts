import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { newCodes } from './new-code.ts'

/**
 * Makes an appointment a booked one, with six digits that no other booked one of the office has: those
 * that it had `before`, where nobody has them by now.
 */
export async function giveCode(
  ctx: Ctx,
  appointmentId: string,
  said: { person: string | null; booker: string | null; note: string | null },
  before = '',
): Promise<void> {
  const codes = before === '' ? newCodes() : [before, ...newCodes()]
  await sql`select queue.give_code(
    ${appointmentId}, ${ctx.now}, ${said.person}, ${said.booker}, ${said.note}, ${codes})`.execute(
    ctx.db,
  )
}
