import type { Context } from 'hono'
import { fold } from '#src/base/fold.ts'
import { readBook, type BookRow, type Medium } from '#src/modules/certification/index.ts'
import { sayDay, today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, type Filled } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { TableWrap } from '../../ui/table-wrap.tsx'
import { BookTable } from './book-table.tsx'
import { BookTotals } from './book-totals.tsx'
import { CloseForm } from './close-form.tsx'
import { CorrectForm } from './correct-form.tsx'
import { doorOf } from './door-of.ts'
import { mediumOf, slugOf } from './medium-slug.ts'
import { RevealForm } from './reveal-form.tsx'

/** One book in the official columns; `?tim=` shows only some lines of it. */
export async function showBook(c: Context<Env>) {
  return answerBook(c, blank)
}

/** The year and medium of the address; null for one that cannot be. */
export function whichBook(c: Context<Env>): { year: number; medium: Medium } | null {
  const year = Number(c.req.param('year'))
  const medium = mediumOf(c.req.param('medium'))
  return medium && Number.isInteger(year) && year > 1900 && year < 3000 ? { year, medium } : null
}

/** Whole ID numbers, shown once on this answer: the reason stands in the trail. */
type Reveal = { reveal?: { reason: string } }

export async function answerBook(c: Context<Env>, filled: Filled, reveal: Reveal = {}) {
  const { ctx, session, w, lang } = c.var
  const which = whichBook(c)
  if (!which) return c.notFound()
  const { book, rows, totals } = await readBook(ctx, { ...which, ...reveal })
  const asked = (c.req.query('tim') ?? '').normalize('NFC').trim()
  const shown = asked === '' ? rows : rows.filter((row) => speaksOf(row, asked))
  const words = w.deskCertification.books
  const slug = slugOf[book.medium]
  const may = session.officer.rights
  return render(
    c,
    <DeskPage
      title={words.book(book)}
      session={session}
      door={doorOf(session)}
      here={paths.copyBook(book.year, slug, asked)}
      back={{ href: paths.copyBooks(), label: words.title }}
    >
      <ErrorSummary filled={filled} />
      <Done said={readDone(c, w.deskCertification.done)} />
      <h1>{words.book(book)}</h1>
      <p class="book-head">
        {w.certification.media[book.medium]}.{' '}
        {book.closed ? words.closed({ at: sayDay(lang, today(book.closed.at)) }) : words.open}
      </p>
      <form class="toolbar noprint" method="get" action={to(c, paths.copyBook(book.year, slug))}>
        <Field
          name="tim"
          label={words.search}
          type="search"
          filled={{ values: { tim: asked }, errors: {} }}
          width="mid"
        />
        <button class="button quiet">{words.searchButton}</button>
        <a class="button quiet" href={to(c, paths.copyBookXlsx(book.year, slug))}>
          {words.xlsx}
        </a>
        <span class="hint">{words.printHint}</span>
      </form>
      {shown.length === 0 ? (
        <p class="quiet-text">{words.noneFound}</p>
      ) : (
        <TableWrap label={words.book(book)}>
          <BookTable rows={shown} mayOpen={may.includes('requests.read')} />
        </TableWrap>
      )}
      {asked === '' && <BookTotals totals={totals} closed={book.closed !== null} />}
      <div class="noprint">
        {may.includes('requests.reveal') && <RevealForm book={book} filled={filled} />}
        {may.includes('certification.work') && <CorrectForm book={book} filled={filled} />}
        {may.includes('certification.sign') && !book.closed && (
          <CloseForm book={book} filled={filled} />
        )}
      </div>
    </DeskPage>,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}

/** By number, or by a part of a name, whatever its marks. */
function speaksOf(row: BookRow, asked: string): boolean {
  if (/^\d+$/.test(asked)) return row.number === Number(asked)
  const text = [row.requesterName, row.originalName, row.signerName, row.note ?? ''].join(' ')
  return fold(text).includes(fold(asked))
}
