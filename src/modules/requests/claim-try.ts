import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { forgetOldTracking } from './forget-old-tracking.ts'
import { pauseSeconds } from './track-pause.ts'

/**
 * Takes one try of a code, known or not, before anything is compared; refuses while its pause lasts.
 * A right answer gives it back (`giveBackTry`). Tries of codes left alone for a day are forgotten.
 */
export async function claimTry(ctx: Ctx, code: string): Promise<void> {
  const { officeId, now } = ctx
  await forgetOldTracking(ctx)
  // One statement counts the try and looks at the pause, so twenty guesses at once are not one guess.
  const claimed = await sql<{ wrong: number }>`
    insert into requests.track_try as t (office_id, code, wrong, wait_until)
      values (${officeId}, ${code}, 1, ${now})
    on conflict (office_id, code) do update
      set wrong = t.wrong + 1,
          wait_until = ${now}::timestamptz
            + (array[${sql.join(pauses)}])[least(t.wrong + 1, ${pauses.length})] * interval '1 second'
      where t.wait_until <= ${now}
    returning wrong`.execute(ctx.db)
  if (claimed.rows.length > 0) return
  const held = await ctx.db
    .selectFrom('requests.track_try')
    .select('wait_until')
    .where('office_id', '=', officeId)
    .where('code', '=', code)
    .executeTakeFirst()
  const left = held ? held.wait_until.getTime() - now.getTime() : 0
  throw new Refusal('requests.track_wait', {
    field: 'lastDigits',
    params: { minutes: Math.max(1, Math.ceil(left / 60_000)) },
  })
}

/** The pause after the first try, the second, and so on; from the last on it grows no more. */
const pauses = Array.from({ length: 12 }, (_, wrong) => sql.lit(pauseSeconds(wrong + 1)))

/** The answer was right: this try does not count, those before it still do. */
export async function giveBackTry(ctx: Ctx, code: string): Promise<void> {
  await ctx.db
    .updateTable('requests.track_try')
    .set((eb) => ({ wrong: eb('wrong', '-', 1), wait_until: ctx.now }))
    .where('office_id', '=', ctx.officeId)
    .where('code', '=', code)
    .where('wrong', '>', 0)
    .execute()
}
