import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { listPublished } from '#src/modules/outreach/index.ts'
import { asset, builtDir } from '../../assets.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { render, to } from '../../render.tsx'
import { Document } from '../../ui/document.tsx'
import { NewsList } from './news-list.tsx'

const shown = 5
const embedScript = readFileSync(join(builtDir, asset('commune-news.js')), 'utf8')

/** The newest bulletins as a block for the commune's own website: no script, always current. */
export async function showEmbed(c: Context<Env>) {
  const { ctx, office, lang, w } = c.var
  const items = await listPublished(ctx, { limit: shown })
  const name = office.name[lang]
  return render(
    c,
    // Its links leave the frame: another site's page is no place to book.
    <Document title={w.news.embed.title({ office: name })} surface="public" linksLeave>
      <main id="noi-dung" tabindex={-1}>
        <h1>{w.news.embed.title({ office: name })}</h1>
        {items.length === 0 ? (
          <p>{w.news.none}</p>
        ) : (
          <NewsList office={office} items={items} pictures />
        )}
        <p>
          <a href={to(c, paths.news(office.slug))}>{w.news.embed.more}</a>
        </p>
      </main>
    </Document>,
  )
}

/** The same for a page that lets script run: the block then looks like the page around it. */
export function answerEmbedScript(c: Context<Env>) {
  return c.body(embedScript, 200, {
    'content-type': 'text/javascript; charset=utf-8',
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=3600',
  })
}

/**
 * Lets other sites show this one page in a frame. It stands before the headers of all other pages, so
 * that it speaks last; nothing can be pressed here that changes anything.
 */
export const letEmbed = createMiddleware<Env>(async (c, next) => {
  await next()
  // Only the block itself: no error page, and nothing that an officer sees at an address that looks alike.
  if (c.res.status !== 200 || c.var.session) return
  const policy = c.res.headers.get('content-security-policy') ?? ''
  c.res.headers.set(
    'content-security-policy',
    policy.replace("frame-ancestors 'none'", 'frame-ancestors *'),
  )
  c.res.headers.delete('x-frame-options')
  c.res.headers.set('cross-origin-resource-policy', 'cross-origin')
})
