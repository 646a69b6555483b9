import type { Context } from 'hono'
import { z } from 'zod'
import { findStory, writeStory } from '#src/modules/outreach/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/pieces.tsx'

/** What went well, told without anybody's name: it stands in the next bulletin of a day. */
export async function showStory(c: Context<Env>, filled: Filled = blank) {
  const { ctx, session, w } = c.var
  const words = w.channels.story
  const waits = await findStory(ctx)
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
      <Done said={readDone(c, w.channels.done)} />
      <ErrorSummary filled={filled} />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {waits && (
        <Notice title={words.waits}>
          <p lang="vi">{waits.vi}</p>
          {waits.en && <p lang="en">{waits.en}</p>}
        </Notice>
      )}
      <form method="post" action={to(c, paths.bulletinStory())}>
        <TextArea
          name="storyVi"
          label={words.textVi}
          hint={words.hint}
          rows={3}
          filled={filled}
          initial={waits?.vi}
        />
        <TextArea
          name="storyEn"
          label={words.textEn}
          rows={3}
          filled={filled}
          initial={waits?.en}
          optional
        />
        <button class="button">{words.save}</button>
      </form>
    </DeskPage>,
    filled === blank ? 200 : 422,
  )
}

const text = z.string().default('')

export async function doStory(c: Context<Env>) {
  const { ctx, lang } = c.var
  const form = readForm(z.object({ storyVi: text, storyEn: text }), await readBody(c))
  const { data } = form
  if (!data) return showStory(c, form.filled)
  const { filled } = await tryDeed(form.filled, lang, () =>
    writeStory(ctx, { textVi: data.storyVi, textEn: data.storyEn }),
  )
  if (filled) return showStory(c, filled)
  return c.redirect(to(c, `${paths.bulletinStory()}?xong=chuyen`), 303)
}
