import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { blank, type Filled } from '../read-form.ts'
import { here, render, to } from '../render.tsx'
import { DeskPage } from '../ui/desk-page.tsx'
import { Done, readDone } from '../ui/done.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'

type Page = {
  title: string
  /** What was typed and refused; the answer is then 422. */
  filled?: Filled | undefined
  back?: { href: string; label: string }
  wide?: boolean
  children?: Child
}

/** A page of settings: what was done or what is wrong above, then the settings. */
export function answerAdmin(c: Context<Env>, page: Page) {
  const { session, w } = c.var
  const { filled = blank } = page
  const wrong = Object.keys(filled.errors).length > 0
  const mayAll = session.officer.rights.includes('offices.edit')
  const home = { href: paths.admin(), label: w.admin.home.title }
  return render(
    c,
    <DeskPage
      title={page.title}
      session={session}
      door={mayAll ? 'admin' : undefined}
      narrow={!page.wide}
      here={c.req.method === 'GET' ? here(c) : undefined}
      back={page.back ?? (mayAll ? home : undefined)}
    >
      <h1>{page.title}</h1>
      <Done said={readDone(c, w.admin.done)} />
      <ErrorSummary filled={filled} />
      {page.children}
    </DeskPage>,
    wrong ? 422 : 200,
  )
}

/** Back to a page that now shows the change, and says so. */
export function redirectDone(c: Context<Env>, path: string, done: string) {
  return c.redirect(`${to(c, path)}${path.includes('?') ? '&' : '?'}xong=${done}`, 303)
}
