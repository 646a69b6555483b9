import type { Context } from 'hono'
import { z } from 'zod'
import {
  changeSetting,
  closeSpeakerFeed,
  listSpeakerFeeds,
  openSpeakerFeed,
  readAbbreviations,
  readSetting,
  setAbbreviation,
} from '#src/modules/outreach/index.ts'
import type { Words } from '#src/words/index.ts'
import { typedWhole } from '../../admin/typed.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { FeedPart, NewFeed, SettingPart, ShortForms } from './settings-parts.tsx'
import { splitList } from './write-form.ts'

const voices = ['north', 'central', 'south'] as const
const text = z.string().default('')

/** How the loudspeaker reads, which phones may be named, and who may fetch. */
export async function showSettings(
  c: Context<Env>,
  filled: Filled = blank,
  made?: { token: string },
) {
  const { ctx, session, w, house } = c.var
  const words = w.bulletins.settings
  const [setting, own, feeds] = await Promise.all([
    readSetting(ctx),
    readAbbreviations(ctx),
    listSpeakerFeeds(ctx),
  ])
  return render(
    c,
    <DeskPage
      title={words.title}
      session={session}
      door="bulletins"
      narrow
      here={filled === blank && !made ? here(c) : undefined}
      back={{ href: paths.bulletins(), label: w.bulletins.title }}
    >
      <Done said={readDone(c, w.bulletins.done)} />
      <ErrorSummary filled={filled} />
      <h1>{words.title}</h1>
      {made && (
        <NewFeed
          list={house.publicUrl + paths.speakerFeed(session.office.slug, made.token)}
          playlist={house.publicUrl + paths.speakerPlaylist(session.office.slug, made.token)}
        />
      )}
      <SettingPart setting={setting} filled={filled} voices={voices} />
      <ShortForms own={own} filled={filled} />
      <FeedPart feeds={feeds} filled={filled} />
    </DeskPage>,
    filled === blank ? 200 : 422,
  )
}

function settingShape(w: Words) {
  const { number } = w.bulletins.form
  return z.object({
    voice: z.enum(voices),
    times: text,
    repeats: typedWhole(number),
    wordsPerMinute: typedWhole(number),
    publicPhones: text,
  })
}

export async function doSettings(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const form = readForm(settingShape(w), await readBody(c))
  const { data } = form
  if (!data) return showSettings(c, form.filled)
  const { times, publicPhones, ...rest } = data
  const setting = { ...rest, airTimes: splitList(times), publicPhones: splitList(publicPhones) }
  const { filled } = await tryDeed(form.filled, lang, () => changeSetting(ctx, setting))
  return filled ? showSettings(c, filled) : done(c, 'cai-dat')
}

export async function doShortForm(c: Context<Env>) {
  const { ctx, lang } = c.var
  const form = readForm(z.object({ written: text, spoken: text }), await readBody(c))
  const { filled } = await tryDeed(form.filled, lang, () => setAbbreviation(ctx, form.data!))
  return filled ? showSettings(c, filled) : done(c, 'chu-tat')
}

/** The token is shown on the very page that answers: it is kept nowhere, so no other page could. */
export async function doOpenFeed(c: Context<Env>) {
  const { ctx, lang } = c.var
  const form = readForm(z.object({ name: text }), await readBody(c))
  const { done: made, filled } = await tryDeed(form.filled, lang, () =>
    openSpeakerFeed(ctx, form.data!),
  )
  return filled ? showSettings(c, filled) : showSettings(c, blank, made)
}

export async function doCloseFeed(c: Context<Env>) {
  const { id } = await readBody(c)
  if (typeof id !== 'string' || !isUuid(id)) return c.notFound()
  await closeSpeakerFeed(c.var.ctx, { feedId: id })
  return done(c, 'dong-nguon')
}

function done(c: Context<Env>, key: string) {
  return c.redirect(to(c, `${paths.bulletinSettings()}?xong=${key}`), 303)
}
