import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refusalOf } from './outcome.ts'
import { usualRulesJson } from './rule-columns.ts'

/** Which seats are wanted, in minutes of the day. */
export type SeatsWanted = {
  serviceDayId: string
  start: number
  minutes: number
  lanes: number
  people: number
}

/**
 * Chooses the lanes and holds the day for this transaction, then has the appointment written, and
 * writes its seats. Must run in a transaction: `write` gives the appointment's id.
 */
export async function takeSeats(
  ctx: Ctx,
  wanted: SeatsWanted,
  write: () => Promise<string>,
): Promise<string> {
  const { serviceDayId, start, minutes, people } = wanted
  const chosen = await sql<{ outcome: string; lanes: number[] }>`
    select outcome, lanes from queue.choose_lanes(
      ${ctx.officeId}, ${serviceDayId}, ${ctx.now}, queue.rules_of(${ctx.officeId}, ${usualRulesJson}),
      ${start}, ${minutes}, ${wanted.lanes}, ${people}, ${ctx.actor.kind === 'citizen'})`.execute(
    ctx.db,
  )
  const { outcome, lanes } = chosen.rows[0]!
  const refused = refusalOf(outcome)
  if (refused) throw new Refusal(refused.code, { field: refused.field })
  const id = await write()
  await sql`select queue.write_seats(
    ${ctx.officeId}, ${serviceDayId}, ${id}, ${start}, ${minutes}, ${lanes}::smallint[], ${people})`.execute(
    ctx.db,
  )
  return id
}
