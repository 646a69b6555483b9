import type { Context } from 'hono'
import { z } from 'zod'
import { setOfficeFee } from '#src/modules/catalogue/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { readBody, readForm, tryDeed } from '../../read-form.ts'
import { to } from '../../render.tsx'
import { daySaid } from '../day-said.ts'
import { showProcedure } from './show-procedure.tsx'

/** Takes what the province has set for a procedure. */
export async function doSetFee(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const code = c.req.param('code') ?? ''
  const words = w.deskReports.procedures.fee
  const schema = z.object({
    method: z.enum(['online', 'in_person', 'post'], words.methodMissing),
    feeVnd: z.string().default('').transform(dongSaid),
    validFrom: daySaid(words.fromMissing),
    decidedBy: z.string().default(''),
  })
  const { data, filled } = readForm(schema, await readBody(c))
  if (!data) return showProcedure(c, filled)
  const { filled: again } = await tryDeed(filled, lang, () => setOfficeFee(ctx, { code, ...data }))
  if (again) return showProcedure(c, again)
  return c.redirect(to(c, `${paths.deskProcedure(code)}?xong=fee`), 303)
}

/** `15.000` and `15 000 đ` as people write money; the deed refuses what is no number. */
function dongSaid(text: string): number {
  const digits = text
    .replace(/\s*(đ|đồng|vnd)$/i, '')
    .replaceAll(/(?<=\d)[.,\s](?=\d{3}(?!\d))/g, '')
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN
}
