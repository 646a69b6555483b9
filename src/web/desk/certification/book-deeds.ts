import type { Context } from 'hono'
import { z } from 'zod'
import {
  bookToXlsx,
  closeBook,
  correctEntry,
  entryFields,
  readBook,
} from '#src/modules/certification/index.ts'
import { typedWhole } from '../../admin/typed.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { readBody, readForm, tryDeed, type Filled } from '../../read-form.ts'
import { to } from '../../render.tsx'
import { attachment } from '../reports/download.ts'
import { slugOf } from './medium-slug.ts'
import { answerBook, whichBook } from './show-book.tsx'

/** A correction beside one line. */
export async function doCorrect(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const which = whichBook(c)
  if (!which) return c.notFound()
  const { ask } = w.deskCertification
  const shape = z.object({
    number: typedWhole(ask.whole),
    field: z.enum(entryFields, ask.chooseOne),
    value: z.string().default(''),
    reason: z.string().default(''),
  })
  const { data, filled } = readForm(shape, await readBody(c))
  if (!data) return answerBook(c, filled)
  const { book } = await readBook(ctx, which)
  const refused = await tryDeed(filled, lang, () => correctEntry(ctx, { bookId: book.id, ...data }))
  if (refused.filled) return answerBook(c, refused.filled)
  return backTo(c, which, 'sua')
}

/** No more numbers from this book. */
export async function doClose(c: Context<Env>) {
  const which = whichBook(c)
  if (!which) return c.notFound()
  const missing = c.var.w.deskCertification.books.sureMissing
  const { data, filled } = readForm(z.object({ sure: z.literal('co', missing) }), await readBody(c))
  if (!data) return answerBook(c, filled)
  const refused = await tryDeed(filled, c.var.lang, () => closeBook(c.var.ctx, which))
  if (refused.filled) return answerBook(c, refused.filled)
  return backTo(c, which, 'dong')
}

/** The page with whole ID numbers, to be printed; asked for again each time. */
export async function doReveal(c: Context<Env>) {
  const { reason, filled } = await readReason(c)
  if (reason === '') return answerBook(c, filled)
  const { done, filled: refused } = await tryDeed(filled, c.var.lang, async () =>
    answerBook(c, filled, { reveal: { reason } }),
  )
  return refused ? answerBook(c, refused) : done
}

/** The same as a workbook. */
export async function downloadWhole(c: Context<Env>) {
  const { reason, filled } = await readReason(c)
  if (reason === '') return answerBook(c, filled)
  return sendBook(c, { reveal: { reason } })
}

async function readReason(c: Context<Env>): Promise<{ reason: string; filled: Filled }> {
  const { filled } = readForm(z.unknown(), await readBody(c))
  const reason = String(filled.values['why'] ?? '')
  const missing = c.var.w.deskCertification.books.revealMissing
  return { reason, filled: reason === '' ? { ...filled, errors: { why: missing } } : filled }
}

/** The book as a workbook, in the same columns. */
export async function downloadBook(c: Context<Env>) {
  return sendBook(c, {})
}

async function sendBook(c: Context<Env>, reveal: { reveal?: { reason: string } }) {
  const which = whichBook(c)
  if (!which) return c.notFound()
  const { book } = await readBook(c.var.ctx, which)
  const bytes = await bookToXlsx(c.var.ctx, { ...which, ...reveal, lang: c.var.lang })
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'cache-control': 'no-store',
    'content-disposition': attachment(
      c.var.w.deskCertification.books.book(book).replaceAll('/', '-'),
      'xlsx',
    ),
  })
}

function backTo(c: Context<Env>, which: NonNullable<ReturnType<typeof whichBook>>, done: string) {
  return c.redirect(to(c, `${paths.copyBook(which.year, slugOf[which.medium])}?xong=${done}`), 303)
}
