import type { Context } from 'hono'
import { countOpening, findLink, type Target } from '#src/modules/reach/index.ts'
import { sayCame } from '../came-from.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { to } from '../render.tsx'
import { withCame } from '../with-came.ts'

/** Machines that look before anybody has pressed: search engines, and chats that draw a preview. */
const robots =
  /bot\b|crawl|spider|slurp|preview|facebookexternalhit|facebookcatalog|whatsapp|telegram|skype|zalopc-link|headless|curl|wget|python-|^$/i

const pages: Record<Target, (office: string) => string> = {
  book: paths.book,
  procedures: paths.procedures,
  news: paths.news,
  home: paths.home,
}

/**
 * A short link from paper or a post: counts that it was opened and leads on, saying by which channel
 * and from where. Nothing of who opened it is kept, and no cookie is set. A code that nobody knows,
 * misread or from another office, leads to the home page: whoever scanned it wanted to come here.
 */
export async function followLink(c: Context<Env>) {
  const { ctx, office } = c.var
  c.header('Cache-Control', 'no-store')
  c.header('X-Robots-Tag', 'noindex')
  const link = await findLink(ctx, { code: c.req.param('code') ?? '' })
  if (!link) return c.redirect(to(c, paths.home(office.slug)), 302)
  if (isPerson(c)) await countOpening(ctx, { linkId: link.id })
  const path = withCame(pages[link.target](office.slug), sayCame(link))
  return c.redirect(to(c, path), 302)
}

function isPerson(c: Context<Env>): boolean {
  if (c.req.method !== 'GET') return false
  // A browser that fetches ahead of a press says so: https://w3c.github.io/resource-hints/
  const ahead = `${c.req.header('sec-purpose') ?? ''}${c.req.header('purpose') ?? ''}`
  return !/prefetch|preview/.test(ahead) && !robots.test(c.req.header('user-agent') ?? '')
}
