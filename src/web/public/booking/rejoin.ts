import type { Context } from 'hono'
import { z } from 'zod'
import { rejoin } from '#src/modules/queue/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { readBody, readForm } from '../../read-form.ts'
import { to } from '../../render.tsx'
import { tryBooking } from './try-booking.ts'
import { answerTurn, tokenOf } from './turn.tsx'

/** Whoever missed their turn and is still there takes their place again. */
export async function answerRejoin(c: Context<Env>) {
  const { ctx, office } = c.var
  const token = tokenOf(c)
  const { data, filled } = readForm(z.object({ khoa: z.string() }), await readBody(c))
  if (!data) return answerTurn(c, filled, 422)
  const { refused } = await tryBooking(c, filled, () =>
    rejoin(ctx, { clientKey: data.khoa, token }),
  )
  if (refused) return answerTurn(c, refused.filled, 422)
  return c.redirect(to(c, paths.turn(office.slug, token)), 303)
}
