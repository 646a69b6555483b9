import type { Context } from 'hono'
import { z } from 'zod'
import {
  annulCopy,
  deliverCopy,
  getCopy,
  markCompared,
  returnCopy,
  revokeCopy,
} from '#src/modules/certification/index.ts'
import { getPaper } from '#src/modules/papers/index.ts'
import { typedWhole } from '../../admin/typed.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { readBody, readForm, tryDeed, type Filled } from '../../read-form.ts'
import { to } from '../../render.tsx'
import { answerCopy } from './show-copy.tsx'
import { withSigning } from './with-signing.ts'

/** Held beside the original, page by page; each page must have been ticked. */
export async function doCompare(c: Context<Env>) {
  const { w, lang, ctx } = c.var
  const copyId = c.req.param('id') ?? ''
  if (!isUuid(copyId)) return c.notFound()
  const words = w.deskCertification
  const shape = z.object({
    same: z.array(z.string()).default([]),
    originalPages: typedWhole(words.ask.whole),
  })
  const { data, filled } = readForm(shape, await readBody(c, { all: true }))
  if (!data) return answerCopy(c, filled)
  const copy = await getCopy(ctx, { copyId })
  const pages = copy.paperId ? (await getPaper(ctx, { paperId: copy.paperId })).pages.length : 1
  if (new Set(data.same).size < pages)
    return answerCopy(c, { ...filled, errors: { same: words.compare.every } })
  const { originalPages } = data
  const refused = await tryDeed(filled, lang, () => markCompared(ctx, { copyId, originalPages }))
  if (refused.filled) return answerCopy(c, refused.filled)
  return c.redirect(to(c, `${paths.copies()}?xong=doichieu`), 303)
}

export async function doDeliver(c: Context<Env>) {
  const { w, lang, ctx } = c.var
  const copyId = c.req.param('id') ?? ''
  if (!isUuid(copyId)) return c.notFound()
  const { chooseOne } = w.deskCertification.ask
  const shape = z.object({
    how: z.enum(['citizen_store', 'email', 'file', 'paper'], chooseOne),
    to: z.string().default(''),
    way: z.enum(['cash', 'transfer'], chooseOne).optional(),
    receiptNo: z.string().max(40).default(''),
  })
  const { data, filled } = readForm(shape, await readBody(c))
  if (!data) return answerCopy(c, filled)
  const { way, receiptNo, ...said } = data
  const { feeVnd } = await getCopy(ctx, { copyId })
  if (feeVnd > 0 && !way) return answerCopy(c, { ...filled, errors: { way: chooseOne } })
  const paid = way ? { amountVnd: feeVnd, way, receiptNo: receiptNo || null } : null
  const refused = await tryDeed(filled, lang, () => deliverCopy(ctx, { ...said, copyId, paid }))
  if (refused.filled) return answerCopy(c, refused.filled)
  return c.redirect(to(c, `${paths.copy(copyId)}?xong=trao`), 303)
}

const ends = {
  'tra-lai': { run: returnCopy, done: 'tralai' },
  huy: { run: annulCopy, done: 'huy' },
  'thu-hoi': { run: revokeCopy, done: 'thuhoi' },
} as const

/** Returned, annulled or revoked, with the reason that stands in the form of that deed. */
export function doEnd(deed: keyof typeof ends) {
  return async (c: Context<Env>) => {
    const copyId = c.req.param('id') ?? ''
    if (!isUuid(copyId)) return c.notFound()
    const field = `${deed}.reason`
    const { filled } = readForm(z.unknown(), await readBody(c))
    const reason = String(filled.values[field] ?? '')
    const refused = await tryDeed(filled, c.var.lang, () =>
      ends[deed].run(withSigning(c), { copyId, reason }),
    )
    if (refused.filled) return answerCopy(c, beside(refused.filled, field))
    return c.redirect(to(c, `${paths.copy(copyId)}?xong=${ends[deed].done}`), 303)
  }
}

/** Three forms of the page ask for a reason; what is wrong stands in the one that was sent. */
function beside({ values, errors: { reason, ...errors } }: Filled, field: string): Filled {
  return { values, errors: reason ? { ...errors, [field]: reason } : errors }
}
