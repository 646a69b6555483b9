import type { Context } from 'hono'
import { z } from 'zod'
import { connectAccount } from '#src/modules/deliveries/index.ts'
import {
  beginConnecting,
  takeConnecting,
  type Connecting,
  type PostChannel,
} from '#src/modules/outreach/index.ts'
import {
  beginFacebookConnect,
  finishFacebookConnect,
  type FacebookPage,
} from '#src/outside/facebook/connect-facebook.ts'
import { readFacebookToken } from '#src/outside/facebook/read-facebook-token.ts'
import { serviceAddresses } from '#src/outside/messages/open-drivers.ts'
import { beginZaloConnect, finishZaloConnect } from '#src/outside/zalo/connect-zalo.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, readBody, readForm, tryDeed, type Filled } from '../../read-form.ts'
import { to } from '../../render.tsx'
import { Radios } from '../../ui/field.tsx'
import { Notice } from '../../ui/pieces.tsx'
import { answerAdmin, redirectDone } from '../admin-page.tsx'
import type { Typed } from './channel-deeds.tsx'
import { showChannel } from './channel-page.tsx'

const patience = 20_000

/**
 * What was typed waits here while the administrator allows it at the service. A form of ours may not
 * lead to another site (Content-Security-Policy, form-action), so that a link does.
 */
export async function beginWay(c: Context<Env>, channel: PostChannel, typed: Typed) {
  const { ctx, house, w } = c.var
  const words = w.channels.admin
  const services = house.services ?? serviceAddresses
  const redirectUri = house.publicUrl + paths.adminChannelBack(channel)
  const appId = typed.settings['appId'] ?? ''
  const way =
    channel === 'zalo'
      ? beginZaloConnect({ appId, redirectUri }, services.zalo)
      : { ...beginFacebookConnect({ appId, redirectUri }), verifier: '' }
  await beginConnecting(ctx, {
    ...{ channel, state: way.state },
    typed: { typed: JSON.stringify(typed), verifier: way.verifier },
  })
  return showChannel(
    c,
    blank,
    <Notice tone="sun" title={words.next}>
      <p>{words.nextHint[channel]}</p>
      <p>
        <a class="button" href={way.url}>
          {words.nextDoor[channel]}
        </a>
      </p>
    </Notice>,
  )
}

/** Back from the service with its answer. The address is one for all offices: the session says whose. */
export async function answerBack(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const channel = c.req.param('door') === 'facebook' ? 'facebook' : 'zalo'
  const words = w.channels.admin
  const { code, state } = c.req.query()
  if (!code || !state) return showChannel(c, withTrouble(words.notAllowed))
  const back = await tryDeed(blank, lang, () => takeConnecting(ctx, { channel, state }))
  if (back.filled) return showChannel(c, back.filled)
  return channel === 'zalo' ? finishZalo(c, back.done, code) : finishFacebook(c, back.done, code)
}

async function finishZalo(c: Context<Env>, kept: Connecting, code: string) {
  const { ctx, house, lang } = c.var
  const typed = JSON.parse(kept['typed'] ?? '{}') as Typed
  const services = house.services ?? serviceAddresses
  const answer = await finishZaloConnect(
    typed,
    { code, verifier: kept['verifier'] ?? '' },
    AbortSignal.timeout(patience),
    services.zalo,
  )
  if (answer.outcome !== 'refreshed') return showChannel(c, withTrouble(sayWhat(c, answer.why)))
  const { name, keptBy, settings, secrets } = typed
  const { filled } = await tryDeed(blank, lang, () =>
    connectAccount(ctx, {
      ...{ channel: 'zalo', provider: 'zalo', name, keptBy, settings, secrets },
      tokens: answer.pair,
    }),
  )
  if (filled) return showChannel(c, filled)
  return redirectDone(c, paths.adminChannel('zalo'), 'noi')
}

async function finishFacebook(c: Context<Env>, kept: Connecting, code: string) {
  const { ctx, house, w } = c.var
  const typed = JSON.parse(kept['typed'] ?? '{}') as Typed
  const services = house.services ?? serviceAddresses
  const pages = await finishFacebookConnect(
    { appId: typed.settings['appId'] ?? '', appSecret: typed.secrets['appSecret'] ?? '' },
    { code, redirectUri: house.publicUrl + paths.adminChannelBack('facebook') },
    AbortSignal.timeout(patience),
    services.facebook,
  )
  if (!Array.isArray(pages)) return showChannel(c, withTrouble(sayWhat(c, pages.trouble.why)))
  const [only] = pages
  if (!only) return showChannel(c, withTrouble(w.channels.admin.noPages))
  if (pages.length === 1) return keepPage(c, typed, only)
  const state = crypto.randomUUID()
  await beginConnecting(ctx, {
    ...{ channel: 'facebook', state },
    typed: { typed: JSON.stringify(typed), pages: JSON.stringify(pages) },
  })
  return choosePage(c, pages, state, blank)
}

function choosePage(c: Context<Env>, pages: FacebookPage[], state: string, filled: Filled) {
  const words = c.var.w.channels.admin
  return answerAdmin(c, {
    title: words.choosePage,
    filled,
    back: { href: paths.adminChannel('facebook'), label: words.doors.facebook },
    children: (
      <form method="post" action={to(c, paths.adminChannelDo('facebook', 'trang'))}>
        <input type="hidden" name="state" value={state} />
        <Radios
          name="page"
          label={words.choosePage}
          options={pages.map((it) => ({ value: it.id, label: it.name }))}
          filled={filled}
        />
        <button class="button">{words.connect}</button>
      </form>
    ),
  })
}

/** Of several pages, the commune's own. */
export async function answerPage(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const text = z.string().default('')
  const form = readForm(z.object({ state: text, page: text }), await readBody(c))
  const { state = '', page } = form.data ?? {}
  const back = await tryDeed(blank, lang, () => takeConnecting(ctx, { channel: 'facebook', state }))
  if (back.filled) return showChannel(c, back.filled)
  const pages = JSON.parse(back.done['pages'] ?? '[]') as FacebookPage[]
  const chosen = pages.find((it) => it.id === page)
  if (!chosen) return showChannel(c, withTrouble(w.channels.admin.notAllowed))
  return keepPage(c, JSON.parse(back.done['typed'] ?? '{}') as Typed, chosen)
}

async function keepPage(c: Context<Env>, typed: Typed, page: FacebookPage) {
  const { ctx, house, lang } = c.var
  const { name, keptBy } = typed
  const settings = { ...typed.settings, pageId: page.id }
  const secrets = { ...typed.secrets, pageToken: page.token }
  const { facebook } = house.services ?? serviceAddresses
  const token = await readFacebookToken(
    { settings, secrets },
    AbortSignal.timeout(patience),
    facebook,
  )
  const { filled } = await tryDeed(blank, lang, () =>
    connectAccount(ctx, {
      ...{ channel: 'facebook', provider: 'facebook', name, keptBy },
      ...{ settings, secrets },
      // Somebody is told before it ends, where Facebook says that it does.
      expiresAt: 'trouble' in token ? null : token.expiresAt,
    }),
  )
  return filled ? showChannel(c, filled) : redirectDone(c, paths.adminChannel('facebook'), 'noi')
}

function sayWhat(c: Context<Env>, why: string): string {
  const whys: Record<string, { what: string; todo: string }> = c.var.w.deliveries.whys
  const said = whys[why]
  return said ? `${said.what} ${said.todo}` : why
}

function withTrouble(said: string): Filled {
  return { values: {}, errors: { form: said } }
}
