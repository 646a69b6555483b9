import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { record, writtenActor } from '#src/modules/audit/index.ts'
import { minuteOf } from './clock.ts'
import { findAppointment } from './find-appointment.ts'
import { offerNearest } from './nearest-times.ts'
import { newCodes } from './new-code.ts'
import { refusalOf } from './outcome.ts'
import { usualRulesJson } from './rule-columns.ts'
import { seatBreaches } from './seat-breaches.ts'

const oneCode = 'appointment_code_is_unique_while_booked'

type Row = { outcome: string; id: string }

/**
 * Books what is held under this token, for whoever it is kept. Gives its id; the same when it was
 * booked before.
 * Nobody may be told before `onDisk` or, within a transaction, its commit. Refuses, as `ended`, what is held no longer and whose seat somebody else has.
 */
export async function takeOver(
  ctx: Ctx,
  input: { token: string; person: string; booker: string | null; note: string | null },
  ended: Refusal['code'] = 'queue.hold_ended',
): Promise<string> {
  const { token, person, booker, note } = input
  const alone = !ctx.db.isTransaction
  // Alone it is one statement, which does not wait for the disk while it holds the trail's chain.
  const actor = alone ? writtenActor(ctx) : null
  const seated = alone && (await bookSeated(ctx, input))
  if (seated) return seated
  const { rows } = await refuseBreach(seatBreaches, () =>
    sql<Row>`select outcome, id from queue.book_held(
      ${ctx.officeId}, ${token}, ${ctx.now}, ${usualRulesJson}, ${person}, ${booker}, ${note},
      ${newCodes()}, ${actor})`.execute(ctx.db),
  )
  const { outcome, id } = rows[0]!
  if (outcome === 'moved') return takeOver(ctx, input, ended)
  if (refusalOf(outcome)) throw await refuseEnded(ctx, token, ended)
  if (outcome === 'booked' && !alone) await record(ctx, 'queue.booked', id)
  return id
}

/** What nearly every booking is: the hold is there and its seat too. Null when there is more to it. */
async function bookSeated(
  ctx: Ctx,
  {
    token,
    person,
    booker,
    note,
  }: { token: string; person: string; booker: string | null; note: string | null },
): Promise<string | null> {
  try {
    const { rows } = await sql<{ id: string | null }>`select id from queue.book_seated(
      ${ctx.officeId}, ${token}, ${ctx.now}, ${person}, ${booker}, ${note}, ${newCodes()},
      ${writtenActor(ctx)}) as booked (id)`.execute(ctx.db)
    return rows[0]!.id
  } catch (error) {
    // Somebody else was given the same free code at this very moment; the other way tries the next.
    if ((error as { constraint?: string }).constraint === oneCode) return null
    throw error
  }
}

async function refuseEnded(ctx: Ctx, token: string, code: Refusal['code']): Promise<Refusal> {
  const refusal = new Refusal(code, { field: 'form' })
  const hold = await findAppointment(ctx, { token })
  if (!hold) return refusal
  const { serviceDayId, minutes, party: people, lanes } = hold
  return offerNearest(ctx, refusal, {
    serviceDayId,
    start: minuteOf(hold.start),
    minutes,
    people,
    lanes,
  })
}
