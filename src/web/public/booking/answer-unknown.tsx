import type { Context } from 'hono'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { render, to } from '../../render.tsx'
import { PublicPage } from '../../ui/public-page.tsx'

/** No such hold, appointment, wish or number: what to do instead of looking on. */
export function answerUnknown(c: Context<Env>, said: { unknown: string; unknownHint: string }) {
  const { office, w } = c.var
  return render(
    c,
    <PublicPage title={said.unknown} office={office}>
      <h1>{said.unknown}</h1>
      <p>{said.unknownHint}</p>
      <p>
        <a class="button" href={to(c, paths.book(office.slug))}>
          {w.bookingPages.book}
        </a>
      </p>
    </PublicPage>,
    404,
  )
}
