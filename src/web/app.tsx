import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { except } from 'hono/combine'
import { csrf } from 'hono/csrf'
import { createMiddleware } from 'hono/factory'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { words } from '#src/words/index.ts'
import { api } from './api/api.ts'
import { builtDir, publicStyleHash } from './assets.ts'
import { compressPages } from './compress-pages.ts'
import { admin } from './admin/admin.tsx'
import { chief } from './chief/chief.tsx'
import { desk } from './desk/desk.tsx'
import type { Env, House } from './env.ts'
import { answerError, answerNotFound } from './errors.tsx'
import { health } from './health.ts'
import { kiosk } from './kiosk/kiosk.ts'
import { logRequests } from './log-requests.ts'
import { letEmbed } from './public/news/embed.tsx'
import { publicSite } from './public/public-site.tsx'
import { signingErrands } from './signing-agent/open-errand.ts'
import { signingAgent } from './signing-agent/signing-agent.ts'
import { account } from './account/account.tsx'
import { webhooks } from './webhooks/webhooks.ts'

const tooBig = 512 * 1024
/** Sounds and pictures are larger than any form; these set a limit of their own. */
const larger = [
  '/ban/tin/:id/thu-am',
  '/ban/tin/:id/hinh',
  '/ban/tin/:id/kenh',
  '/ban/yeu-cau/:id/anh',
  '/lanh-dao/chung-thuc/:id/tep',
  '/ban/yeu-cau/:id/anh/gui/:key',
  '/ban/yeu-cau/:id/ban-sao-noi-khac',
  '/:office/xem-anh',
  '/:office/xac-minh',
  '/:office/xac-minh/:code',
  '/:office/chup/:token',
  '/:office/chup/:token/gui/:key',
].flatMap((path) => [path, `/en${path}`])

/** The whole site, in the order a request passes through it. */
export function createApp(house: House) {
  const app = new Hono<Env>()

  app.use(async (c, next) => {
    c.set('house', house)
    c.set('lang', /^\/en(\/|$)/.test(c.req.path) ? 'en' : 'vi')
    c.set('w', words[c.var.lang])
    await next()
  })
  app.use(requestId())
  app.use(logRequests)
  // Before the headers, so that it has the last word on its one page.
  app.use('/:office/nhung', letEmbed)
  app.use('/en/:office/nhung', letEmbed)
  app.use(securityHeaders())
  app.use(compressPages)
  app.route('/', health)
  app.use('/assets/*', keptForever())
  app.route('/api/v1', api)
  app.route('/', signingAgent)
  // Services carry no session and no form of ours: they prove themselves each in their own way.
  app.route('/', webhooks)
  app.use(smallForms())
  app.use(csrf())
  app.route('/en', site())
  app.route('/', site())
  app.onError(answerError)
  app.notFound(answerNotFound)
  return app
}

/** Most posts say that they are short; only the others are looked at, and counted as they arrive. */
function smallForms() {
  const onError = (c: Context) => c.text(words.vi.site.errors.tooBig, 413)
  const counted = except(larger, bodyLimit({ maxSize: tooBig, onError }))
  return createMiddleware<Env>((c, next) => (saysShort(c) ? next() : counted(c, next)))
}

function saysShort(c: Context<Env>): boolean {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return true
  const length = c.req.header('content-length')
  const chunked = c.req.header('transfer-encoding') !== undefined
  return length !== undefined && !chunked && Number(length) <= tooBig
}

/** Every page, once for each language; the officers' doors come before the offices' slugs. */
function site() {
  const pages = new Hono<Env>()
  pages.route('/', account)
  pages.route('/', desk)
  pages.route('/', chief)
  pages.route('/', admin)
  pages.route('/', signingErrands)
  pages.route('/', kiosk)
  pages.route('/', publicSite)
  return pages
}

/** No script and no style but our own; no frame; nothing said to the sites that we link to. */
function securityHeaders() {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", publicStyleHash],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      mediaSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: { camera: ['self'], microphone: [], geolocation: [] },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    // Browsers heed it over HTTPS only.
    strictTransportSecurity: 'max-age=31536000',
  })
}

/** Built files are named by their content: what was fetched once is never asked for again. */
function keptForever() {
  return serveStatic<Env>({
    root: builtDir,
    precompressed: true,
    onFound: (_, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
  })
}
