import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { z } from 'zod'
import { listHamlets } from '#src/modules/offices/index.ts'
import { getBulletin, latestOf, logAiring } from '#src/modules/outreach/index.ts'
import type { Words } from '#src/words/index.ts'
import { typedDay } from '../../admin/typed.ts'
import { local, zone } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Checkboxes, Field, Radios, TextArea } from '../../ui/field.tsx'

/** When, over which clusters, or why not. */
export async function showLogAiring(c: Context<Env>, filled: Filled = blank) {
  const { ctx, session, w } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const [bulletin, hamlets] = await Promise.all([
    getBulletin(ctx, { bulletinId: id }),
    listHamlets(ctx),
  ])
  const { titleVi } = latestOf(bulletin)
  const { airing: words, speaker } = w.bulletins
  const now = local(ctx.now)
  return render(
    c,
    <DeskPage
      title={`${words.logTitle}: ${titleVi}`}
      session={session}
      door="bulletins"
      narrow
      here={filled === blank ? here(c) : undefined}
      back={{ href: paths.bulletin(id), label: titleVi }}
    >
      <ErrorSummary filled={filled} />
      <h1>{words.logTitle}</h1>
      <form method="post" action={to(c, paths.bulletinDo(id, 'phat'))}>
        <input type="hidden" name="clientKey" value={filled.values.clientKey ?? randomUUID()} />
        <Radios
          name="aired"
          label={words.result}
          row
          filled={filled}
          initial="yes"
          options={[
            { value: 'yes', label: speaker.aired },
            { value: 'no', label: speaker.notAired },
          ]}
        />
        <div class="grid-2">
          <Field
            name="date"
            type="date"
            label={words.date}
            filled={filled}
            initial={now.toPlainDate().toString()}
          />
          <Field
            name="time"
            type="time"
            label={words.time}
            filled={filled}
            initial={now.toPlainTime().toString({ smallestUnit: 'minute' })}
          />
        </div>
        {hamlets.length > 0 && (
          <Checkboxes
            name="hamletIds"
            label={words.clusters}
            hint={words.clustersHint}
            filled={filled}
            options={hamlets.map((it) => ({ value: it.id, label: it.name }))}
          />
        )}
        <TextArea
          name="reason"
          label={words.reason}
          rows={2}
          maxlength={300}
          filled={filled}
          optional
        />
        <button class="button">{words.logTitle}</button>
      </form>
    </DeskPage>,
    filled === blank ? 200 : 422,
  )
}

function shape(w: Words) {
  const words = w.bulletins.airing
  return z.object({
    clientKey: z.uuid(),
    aired: z.enum(['yes', 'no'], words.resultMissing),
    date: typedDay(w.bulletins.form.dayMissing),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, words.timeMissing),
    hamletIds: z.array(z.uuid()).default([]),
    reason: z.string().default(''),
    from: z.string().default(''),
  })
}

export async function doLogAiring(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const form = readForm(shape(w), await readBody(c, { all: true }))
  const { data } = form
  if (!data) return showLogAiring(c, form.filled)
  const { filled } = await tryDeed(form.filled, lang, () =>
    logAiring(ctx, {
      clientKey: data.clientKey,
      bulletinId: id,
      aired: data.aired === 'yes',
      at: instantOf(data.date, data.time),
      hamletIds: data.hamletIds,
      reason: data.reason,
    }),
  )
  if (filled) return showLogAiring(c, filled)
  const next = data.from === 'day' ? paths.airing() : paths.bulletin(id)
  return c.redirect(to(c, `${next}?xong=phat`), 303)
}

function instantOf(date: Temporal.PlainDate, time: string): Date {
  return new Date(date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds)
}
