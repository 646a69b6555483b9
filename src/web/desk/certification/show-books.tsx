import type { Context } from 'hono'
import { listBooks } from '#src/modules/certification/index.ts'
import { sayDay, sayNumber, today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Tag } from '../../ui/pieces.tsx'
import { doorOf } from './door-of.ts'
import { slugOf } from './medium-slug.ts'

/** The books by year, the newest first. */
export async function showBooks(c: Context<Env>) {
  const { ctx, session, w, lang } = c.var
  const words = w.deskCertification
  const books = (await listBooks(ctx)).toSorted((a, b) => b.year - a.year)
  return render(
    c,
    <DeskPage
      title={words.books.title}
      session={session}
      door={doorOf(session)}
      here={paths.copyBooks()}
      narrow
    >
      <h1>{words.books.title}</h1>
      <p>{words.books.lead}</p>
      {books.length === 0 && <p class="quiet-text">{words.books.none}</p>}
      <ul class="tasks requests">
        {books.map((book) => (
          <li>
            <div>
              <a href={to(c, paths.copyBook(book.year, slugOf[book.medium]))}>
                {words.books.book({ symbol: book.symbol, year: book.year })}
              </a>
              <span>
                {w.certification.media[book.medium]} · {words.books.numbers}:{' '}
                {sayNumber(lang, book.lastNumber)}
              </span>
            </div>
            {book.closed ? (
              <Tag tone="plain">
                {words.books.closed({ at: sayDay(lang, today(book.closed.at)) })}
              </Tag>
            ) : (
              <Tag>{words.books.open}</Tag>
            )}
          </li>
        ))}
      </ul>
    </DeskPage>,
  )
}
