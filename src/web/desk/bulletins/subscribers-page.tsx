import type { Context } from 'hono'
import { z } from 'zod'
import { countFollowers } from '#src/modules/deliveries/index.ts'
import { countSubscribers, subscribeAtDesk } from '#src/modules/outreach/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, readBody, readForm, tryDeed, type Filled } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Figures } from '../../ui/pieces.tsx'

/** How many get the bulletins, and a place to write down who asks for them at the desk. */
export async function showSubscribers(c: Context<Env>, filled: Filled = blank) {
  const { ctx, session, w } = c.var
  const words = w.channels.subscribers
  const { sms, email } = await countSubscribers(ctx)
  const { follow, optedOut } = await countFollowers(ctx, { channel: 'zalo' })
  return render(
    c,
    <DeskPage
      title={words.title}
      session={session}
      door="bulletins"
      narrow
      here={filled === blank ? here(c) : undefined}
      back={{ href: paths.bulletins(), label: w.bulletins.title }}
    >
      <Done said={readDone(c, words.done)} />
      <ErrorSummary filled={filled} />
      <h1>{words.title}</h1>
      <Figures
        rows={[
          [w.outreach.channels.sms, String(sms)],
          [w.outreach.channels.email, String(email)],
          [words.zaloSince, String(follow - optedOut)],
        ]}
      />
      <h2>{words.add}</h2>
      <form method="post" action={to(c, paths.subscribers())}>
        <Field
          name="address"
          label={w.channels.subscribe.address}
          hint={words.hint}
          filled={filled}
        />
        <button class="button">{words.save}</button>
      </form>
      <p>
        {words.page} <a href={to(c, paths.subscribe(session.office.slug))}>{words.pageDoor}</a>
      </p>
    </DeskPage>,
    filled === blank ? 200 : 422,
  )
}

export async function doSubscriber(c: Context<Env>) {
  const { ctx, lang } = c.var
  const shape = z.object({ address: z.string().max(200).default('') })
  const form = readForm(shape, await readBody(c))
  if (!form.data) return showSubscribers(c, form.filled)
  const { address } = form.data
  const { filled } = await tryDeed(form.filled, lang, () => subscribeAtDesk(ctx, { address }))
  if (filled) return showSubscribers(c, filled)
  return c.redirect(to(c, `${paths.subscribers()}?xong=ghi`), 303)
}
