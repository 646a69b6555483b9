import type { Context } from 'hono'
import { z } from 'zod'
import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { forgetParts, receivePart, type TakenPage } from '#src/modules/papers/index.ts'
import { wordRefusal } from '#src/words/index.ts'
import type { Env } from '../../env.ts'
import { otherPaper } from './send-form.tsx'

/** One part of a file, small enough that a poor line brings it through. */
export const partMegabytes = 1

const Asked = z.object({
  from: z.coerce.number().int().min(0),
  total: z.coerce.number().int().min(0),
  which: z.string().max(200),
  name: z.string().max(1000).default(''),
})

const Key = z.string().regex(/^[\w.-]{8,80}$/)

type Whole = { bytes: Buffer; clientKey: string; listedAs: string | null; name: string }

/**
 * Takes the next part of a file and says how much of it is here; with the last one the page is taken.
 * Answers in JSON to the island `send-papers`; a refusal is worded and final.
 */
export async function answerPart(
  c: Context<Env>,
  to: { ctx: Ctx; requestId: string },
  take: (whole: Whole) => Promise<TakenPage>,
) {
  const asked = Asked.safeParse(c.req.query())
  const key = Key.safeParse(c.req.param('key'))
  if (!asked.success || !key.success) return c.json({ refused: c.var.w.site.errors.summary }, 400)
  const { from, total, which, name } = asked.data
  const clientKey = key.data
  const { ctx, requestId } = to
  try {
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const { received, whole } = await receivePart(ctx, { requestId, clientKey, total, from, bytes })
    if (!whole) return c.json({ received })
    const listedAs = which === otherPaper ? null : which
    const page = await take({ bytes: whole, clientKey, listedAs, name })
    await forgetParts(ctx, { clientKey })
    const told = page.troubles.map((it) => c.var.w.papers.troubles[it])
    return c.json({ received, taken: true, troubles: told })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // Whoever may try again with the same file begins anew.
    await forgetParts(ctx, { clientKey })
    return c.json({ refused: wordRefusal(c.var.lang, error) }, 409)
  }
}
