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
      : { ...beginFacebookConnect({ ...versionOf(typed), appId, redirectUri }), verifier: '' }
  await beginConnecting(ctx, {
    ...{ channel, state: way.state },
    typed: { typed: JSON.stringify(typed), verifier: way.verifier },
  })
  const step = (
    <Notice tone="sun" title={words.next}>
      <p>{words.nextHint[channel]}</p>
      <p>
        <a class="button" href={way.url}>
          {words.nextDoor[channel]}
        </a>
      </p>
    </Notice>
  )
  return answerAdmin(c, {
    title: words.doors[channel],
    filled: blank,
    back: { href: paths.adminChannel(channel), label: words.doors[channel] },
    children: step,
  })
}

/** Back from the service with its answer. The address is one for all offices: the session says whose. */
export async function answerBack(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const channel = c.req.param('door') === 'facebook' ? 'facebook' : 'zalo'
  const { notAllowed } = w.channels.admin
  const { code = '', state = '' } = c.req.query()
  const back = await tryDeed(blank, lang, () => takeConnecting(ctx, { channel, state }))
  if (back.filled) return showChannel(c, code ? back.filled : withTrouble(notAllowed))
  if (!code) return showChannel(c, withTrouble(notAllowed, typedOf(back.done)))
  return channel === 'zalo' ? finishZalo(c, back.done, code) : finishFacebook(c, back.done, code)
}

async function finishZalo(c: Context<Env>, kept: Connecting, code: string) {
  const { ctx, house, lang } = c.var
  const typed = typedOf(kept)
  const services = house.services ?? serviceAddresses
  const answer = await finishZaloConnect(
    typed,
    { code, verifier: kept['verifier'] ?? '' },
    AbortSignal.timeout(patience),
    services.zalo,
  )
  if (answer.outcome !== 'refreshed') return showRefused(c, 'zalo', answer.why, typed)
  const { name, keptBy, settings, secrets } = typed
  const { filled } = await tryDeed(filledOf(typed), lang, () =>
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
  const typed = typedOf(kept)
  const services = house.services ?? serviceAddresses
  const pages = await finishFacebookConnect(
    {
      ...versionOf(typed),
      appId: typed.settings['appId'] ?? '',
      appSecret: typed.secrets['appSecret'] ?? '',
    },
    { code, redirectUri: house.publicUrl + paths.adminChannelBack('facebook') },
    AbortSignal.timeout(patience),
    services.facebook,
  )
  if (!Array.isArray(pages)) return showRefused(c, 'facebook', pages.trouble.why, typed)
  const [only] = pages
  if (!only) return showChannel(c, withTrouble(w.channels.admin.noPages, typed))
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
  const typed = typedOf(back.done)
  if (!chosen) return showChannel(c, withTrouble(w.channels.admin.pageMissing, typed))
  return keepPage(c, typed, chosen)
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
  const { filled } = await tryDeed(filledOf(typed), lang, () =>
    connectAccount(ctx, {
      ...{ channel: 'facebook', provider: 'facebook', name, keptBy },
      ...{ settings, secrets },
      // Somebody is told before it ends, where Facebook says that it does.
      expiresAt: 'trouble' in token ? null : token.expiresAt,
    }),
  )
  return filled ? showChannel(c, filled) : redirectDone(c, paths.adminChannel('facebook'), 'noi')
}

const passing: ReadonlySet<string> = new Set(['unreachable', 'slow', 'garbled', 'too_fast'])

/** The service would not let us in. Of the account itself it says so; else it is the app or its secret. */
function showRefused(c: Context<Env>, channel: PostChannel, why: string, typed: Typed) {
  const words = c.var.w.channels.admin
  if (passing.has(why)) return showChannel(c, withTrouble(words.notReached, typed))
  // Zalo says it of a code that is over, or was used.
  if (why === 'token_revoked') return showChannel(c, withTrouble(words.notAllowed, typed))
  const { values } = filledOf(typed)
  return showChannel(c, { values, errors: { appSecret: words.keysRefused[channel] } })
}

/** Of the Graph API; the usual one where the office names none. */
function versionOf({ settings }: Typed): { version?: string } {
  return settings['version'] ? { version: settings['version'] } : {}
}

function typedOf(kept: Connecting): Typed {
  return JSON.parse(kept['typed'] ?? '{}') as Typed
}

/** The form as it was, without its secrets: those are typed again. */
function filledOf({ name, keptBy, settings }: Typed): Filled {
  return { values: { ...settings, name, keptBy }, errors: {} }
}

function withTrouble(said: string, typed?: Typed): Filled {
  return { values: typed ? filledOf(typed).values : {}, errors: { form: said } }
}
