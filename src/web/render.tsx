import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Lang } from '#src/words/index.ts'
import { cameOf } from './came-from.ts'
import type { Env } from './env.ts'
import { ViewContext, viewIn } from './view.ts'

/** Answers with a whole page, in the language of the address. */
export function render(c: Context<Env>, page: Child, status: ContentfulStatusCode = 200) {
  const body = (
    <ViewContext.Provider value={viewIn(c.var.lang, cameOf(c))}>{page}</ViewContext.Provider>
  )
  return c.html(`<!doctype html>${body.toString()}`, status)
}

/** A part of a page alone, for pages that are open and get it anew. */
export function renderPart(lang: Lang, part: Child): string {
  return (<ViewContext.Provider value={viewIn(lang)}>{part}</ViewContext.Provider>).toString()
}

/** The address of another page in the language being read, for redirects. */
export function to(c: Context<Env>, path: string): string {
  return viewIn(c.var.lang, cameOf(c)).to(path)
}

/** The address of this page without its language and question, to offer the other language. */
export function here(c: Context<Env>): string {
  const url = new URL(c.req.url)
  return (url.pathname.replace(/^\/en(?=\/|$)/, '') || '/') + url.search
}
