import type { Context } from 'hono'
import { z } from 'zod'
import {
  askSubscription,
  confirmSubscription,
  endSubscription,
} from '#src/modules/outreach/index.ts'
import { findCredentials } from '#src/modules/deliveries/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, readBody, readForm, tryDeed, type Filled } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/pieces.tsx'
import { PublicPage } from '../../ui/public-page.tsx'

const shape = z.object({ address: z.string().max(200).default('') })

/** Who wants the weekly bulletin on their phone or in their mailbox asks here. */
export async function showSubscribe(c: Context<Env>, filled: Filled = blank) {
  const { ctx, office, w } = c.var
  const words = w.channels.subscribe
  const zalo = await findCredentials(ctx, { channel: 'zalo' })
  const oaId = zalo?.settings['oaId']
  return render(
    c,
    <PublicPage
      title={words.title}
      office={office}
      here={filled === blank ? here(c) : undefined}
      back={{ href: paths.news(office.slug), label: w.news.title }}
    >
      <Done said={readDone(c, words.done)} />
      <ErrorSummary filled={filled} />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <form method="post" action={to(c, paths.subscribe(office.slug))}>
        <Field name="address" label={words.address} hint={words.hint} filled={filled} />
        <button class="button">{words.ask}</button>
      </form>
      {oaId && /^\d+$/.test(oaId) && (
        <>
          <h2>{words.zalo}</h2>
          <p>
            <a href={`https://zalo.me/${oaId}`}>{words.zaloDoor({ name: office.name.vi })}</a>
          </p>
        </>
      )}
      <p>
        <a href={to(c, paths.leaveNews(office.slug))}>{words.leaveDoor}</a>
      </p>
    </PublicPage>,
    filled === blank ? 200 : 422,
  )
}

export async function doSubscribe(c: Context<Env>) {
  const { ctx, office, house, lang, w } = c.var
  const words = w.channels.subscribe
  const form = readForm(shape, await readBody(c))
  if (!form.data) return showSubscribe(c, form.filled)
  const { address } = form.data
  const write = (token: string) => ({
    title: words.mailTitle({ office: office.name[lang] }),
    text: words.mail({
      office: office.name[lang],
      link: house.publicUrl + to(c, paths.confirmNews(office.slug, token)),
    }),
  })
  const { done, filled } = await tryDeed(form.filled, lang, () =>
    askSubscription(ctx, { address, write }),
  )
  if (filled) return showSubscribe(c, filled)
  const key = done.how === 'desk' ? 'tai-ban' : done.channel === 'sms' ? 'sms' : 'thu'
  return c.redirect(to(c, `${paths.subscribe(office.slug)}?xong=${key}`), 303)
}

/** The link that was sent: one press confirms. A page that only was fetched changes nothing. */
export async function showConfirm(c: Context<Env>, filled: Filled = blank) {
  const { office, w } = c.var
  const words = w.channels.subscribe
  return render(
    c,
    <PublicPage
      title={words.confirmTitle}
      office={office}
      here={filled === blank ? here(c) : undefined}
      back={{ href: paths.news(office.slug), label: w.news.title }}
    >
      <ErrorSummary filled={filled} />
      <h1>{words.confirmTitle}</h1>
      <p>{words.confirmLead}</p>
      <form
        method="post"
        action={to(c, paths.confirmNews(office.slug, c.req.param('token') ?? ''))}
      >
        <button class="button">{words.confirm}</button>
      </form>
    </PublicPage>,
    filled === blank ? 200 : 422,
  )
}

export async function doConfirm(c: Context<Env>) {
  const { ctx, office, lang } = c.var
  const token = c.req.param('token') ?? ''
  const { filled } = await tryDeed(blank, lang, () => confirmSubscription(ctx, { token }))
  if (filled) return showConfirm(c, filled)
  return c.redirect(to(c, `${paths.subscribe(office.slug)}?xong=xac-nhan`), 303)
}

/** Who has had enough says so here; the answer is the same for an address that nobody knows. */
export async function showLeave(c: Context<Env>, filled: Filled = blank) {
  const { office, w } = c.var
  const words = w.channels.subscribe
  const done = readDone(c, words.done)
  return render(
    c,
    <PublicPage
      title={words.leaveTitle}
      office={office}
      here={filled === blank ? here(c) : undefined}
      back={{ href: paths.news(office.slug), label: w.news.title }}
    >
      <ErrorSummary filled={filled} />
      <h1>{words.leaveTitle}</h1>
      {done ? (
        <Notice>
          <p>{words.leaveDone}</p>
        </Notice>
      ) : (
        <form method="post" action={to(c, paths.leaveNews(office.slug))}>
          <Field name="address" label={words.leaveAddress} filled={filled} />
          <button class="button">{words.leave}</button>
        </form>
      )}
      <p>{words.leaveZalo}</p>
    </PublicPage>,
    filled === blank ? 200 : 422,
  )
}

export async function doLeave(c: Context<Env>) {
  const { ctx, office, lang } = c.var
  const form = readForm(shape, await readBody(c))
  if (!form.data) return showLeave(c, form.filled)
  const { address } = form.data
  const { filled } = await tryDeed(form.filled, lang, () => endSubscription(ctx, { address }))
  if (filled) return showLeave(c, filled)
  return c.redirect(to(c, `${paths.leaveNews(office.slug)}?xong=thoi`), 303)
}
