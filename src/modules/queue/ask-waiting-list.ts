import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { record } from '#src/modules/audit/index.ts'
import { getProcedure } from '#src/modules/catalogue/index.ts'
import { findWish } from './find-wish.ts'
import { lockDays } from './lock-days.ts'
import { newToken } from './new-code.ts'
import { readFrames } from './read-frames.ts'
import { requireClientKey, requireName } from './said.ts'
import { sealPhone } from './sealed-phone.ts'
import type { DayPart, Wish } from './wish.ts'

/**
 * Somebody would come if a seat of a full day became free, and is asked when one does. The same
 * command again is the same wish. Refuses a day that is over, closed or unknown, a phone that waits
 * for that day already, no name, no phone, and a procedure unknown or not in force (catalogue).
 */
export async function askWaitingList(
  ctx: Ctx,
  input: {
    clientKey: string
    serviceDayId: string
    part: DayPart
    procedureCodes: string[]
    name: string
    phone: string
  },
): Promise<Wish> {
  requireClientKey(input.clientKey)
  const name = requireName(input.name, 'name')
  const { sealed, mark } = sealPhone(ctx, input.phone)
  const { clientKey, serviceDayId, part } = input
  const procedureCodes = [...new Set(input.procedureCodes)]
  return inTransaction(ctx, async (ctx) => {
    const { frames, minutes } = await readFrames(ctx, { serviceDayId, procedureCodes })
    const [frame] = frames
    if (!frame) throw new Refusal('queue.day_unknown')
    await lockDays(ctx, [serviceDayId])
    const before = await findWish(ctx, { clientKey })
    if (before) return before
    const over = Temporal.PlainDate.compare(frame.date, vietnamDay(ctx.now)) < 0
    if (over || (frame.state !== 'planned' && frame.state !== 'open'))
      throw new Refusal('queue.day_closed')
    const known: string[] = []
    for (const code of procedureCodes) known.push((await getProcedure(ctx, { code })).code)
    const { id } = await refuseBreach(
      { wish_is_one_a_phone_and_day: ['queue.wish_already', { field: 'phone' }] },
      () =>
        ctx.db
          .insertInto('queue.wish')
          .values({
            office_id: ctx.officeId,
            service_day_id: serviceDayId,
            client_key: clientKey,
            token: newToken(),
            part,
            minutes,
            name,
            phone_sealed: sealed,
            phone_mark: mark,
            procedure_codes: known,
            asked_at: ctx.now,
          })
          .returning('id')
          .executeTakeFirstOrThrow(),
    )
    await record(ctx, 'queue.wish_asked', id)
    return (await findWish(ctx, { clientKey }))!
  })
}
