import { sql, type Selectable } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { QueueWish } from '#src/base/database.generated.ts'
import { instantOf } from './clock.ts'
import type { DayFrame } from './day-frame.ts'
import { newToken } from './new-code.ts'
import type { Rules } from './rules.ts'
import { takeSeats } from './take-seats.ts'

export type WaitingWish = Selectable<QueueWish>

/** Keeps the seat at this minute for who wishes it, for as long as the rules say, and not longer than
 * until its time. The day is held by who calls. */
export async function makeOffer(
  ctx: Ctx,
  wish: WaitingWish,
  frame: DayFrame,
  start: number,
  rules: Rules,
): Promise<{ lane: number; until: Date }> {
  const { minutes } = wish
  const { serviceDayId } = frame
  const longest = ctx.now.getTime() + rules.offerMinutes * 60_000
  const until = new Date(Math.min(longest, instantOf(frame.date, start).getTime()))
  const id = await takeSeats(
    ctx,
    { serviceDayId, start, minutes, lanes: 1, people: 1 },
    async () => {
      const { id } = await ctx.db
        .insertInto('queue.appointment')
        .values({
          office_id: ctx.officeId,
          service_day_id: serviceDayId,
          state: 'held',
          through: 'waiting_list',
          client_key: `offer-${wish.id}`,
          token: newToken(),
          held_until: until,
          made_at: ctx.now,
          from_minute: start,
          minutes,
          phone_sealed: wish.phone_sealed,
          phone_mark: wish.phone_mark,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await sql`
        insert into queue.appointment_procedure (office_id, appointment_id, position, procedure_code)
        select ${ctx.officeId}, ${id}, nth, code
          from unnest(${wish.procedure_codes}::text[]) with ordinality named (code, nth)`.execute(
        ctx.db,
      )
      return id
    },
  )
  await ctx.db
    .updateTable('queue.wish')
    .set({ state: 'offered', appointment_id: id, offered_until: until })
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', wish.id)
    .execute()
  const { lane } = await ctx.db
    .selectFrom('queue.seat')
    .select('lane')
    .where('office_id', '=', ctx.officeId)
    .where('appointment_id', '=', id)
    .executeTakeFirstOrThrow()
  return { lane, until }
}
