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
import { readBody, readForm, tryDeed } from '../../read-form.ts'
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

/** The book as a workbook, in the same columns. */
export async function downloadBook(c: Context<Env>) {
  const which = whichBook(c)
  if (!which) return c.notFound()
  const { book } = await readBook(c.var.ctx, which)
  const bytes = await bookToXlsx(c.var.ctx, { ...which, lang: c.var.lang })
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
