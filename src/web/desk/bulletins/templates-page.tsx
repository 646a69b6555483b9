import type { Context } from 'hono'
import { z } from 'zod'
import {
  changeTemplate,
  fillTemplate,
  readSampleFacts,
  readTemplates,
  templateVariables,
  type Template,
} from '#src/modules/outreach/index.ts'
import { typedNote } from '../../admin/typed.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Tag } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'
import { Paragraphs } from './bulletin-tags.tsx'

/** The words by which drafts are made. */
export async function showTemplates(c: Context<Env>) {
  const { ctx, session, w } = c.var
  const words = w.bulletins.templates
  const [templates, facts] = await Promise.all([readTemplates(ctx), readSampleFacts(ctx)])
  // As the next day would fill it; the bare words while there is none.
  const shown = (text: string) => (facts ? fillTemplate(text, facts.vi) : text)
  return render(
    c,
    <DeskPage
      title={words.title}
      session={session}
      door="bulletins"
      narrow
      here={here(c)}
      back={{ href: paths.bulletins(), label: w.bulletins.title }}
    >
      <Done said={readDone(c, w.bulletins.done)} />
      <h1>{words.title}</h1>
      <p>
        {words.lead} {facts && words.filled}
      </p>
      {templates.map((it) => (
        <section class="part">
          <h2>
            {w.outreach.kinds[it.kind]}{' '}
            <Tag tone="plain">
              {it.number === 0 ? words.shipped : words.number({ number: it.number })}
            </Tag>
          </h2>
          <div class="bulletin" lang="vi">
            <p>
              <b>{shown(it.titleVi)}</b>
            </p>
            <Paragraphs text={shown(it.bodyVi)} />
          </div>
          <p>
            <a href={to(c, paths.bulletinTemplate(it.kind))}>
              {words.change}
              <span class="unseen">: {w.outreach.kinds[it.kind]}</span>
            </a>
          </p>
        </section>
      ))}
    </DeskPage>,
  )
}

export async function showTemplate(c: Context<Env>) {
  const template = await readTemplate(c)
  return template ? answerTemplate(c, template, blank) : c.notFound()
}

export async function doTemplate(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const template = await readTemplate(c)
  if (!template) return c.notFound()
  const { titleTooLong, tooLong } = w.bulletins.form
  const shape = z.object({
    after: z.coerce.number(),
    titleVi: typedNote(titleTooLong, 200),
    bodyVi: typedNote(tooLong, 4000),
    titleEn: typedNote(titleTooLong, 200),
    bodyEn: typedNote(tooLong, 4000),
  })
  const form = readForm(shape, await readBody(c))
  if (!form.data) return answerTemplate(c, template, form.filled)
  const { after, ...text } = form.data
  const { filled } = await tryDeed(form.filled, lang, () =>
    changeTemplate(ctx, { kind: template.kind, after, text }),
  )
  if (filled) return answerTemplate(c, template, filled)
  return c.redirect(to(c, `${paths.bulletinTemplates()}?xong=mau`), 303)
}

async function readTemplate(c: Context<Env>): Promise<Template | undefined> {
  const kind = c.req.param('kind')
  return (await readTemplates(c.var.ctx)).find((it) => it.kind === kind)
}

async function answerTemplate(c: Context<Env>, template: Template, filled: Filled) {
  const { ctx, session, w } = c.var
  const facts = await readSampleFacts(ctx)
  const words = w.bulletins.templates
  const title = words.edit({ kind: w.outreach.kinds[template.kind] })
  return render(
    c,
    <DeskPage
      title={title}
      session={session}
      door="bulletins"
      narrow
      here={filled === blank ? here(c) : undefined}
      back={{ href: paths.bulletinTemplates(), label: words.title }}
    >
      <ErrorSummary filled={filled} />
      <h1>{title}</h1>
      <form method="post" action={to(c, paths.bulletinTemplate(template.kind))}>
        <input type="hidden" name="after" value={String(template.number)} />
        <TemplateFields template={template} filled={filled} />
        <button class="button">{words.save}</button>
      </form>
      <h2>{words.variables}</h2>
      <dl class="summary">
        {templateVariables.map((it) => (
          <div>
            <dt>
              <code>{`{${it}}`}</code>
            </dt>
            <dd>
              {w.bulletins.variables[it]}
              {facts?.vi[it] && (
                <span class="hint" lang="vi">
                  {facts.vi[it]}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </DeskPage>,
    filled === blank ? 200 : 422,
  )
}

function TemplateFields({ template, filled }: { template: Template; filled: Filled }) {
  const words = useView().w.bulletins.form
  return (
    <>
      <Field name="titleVi" label={words.titleVi} filled={filled} initial={template.titleVi} />
      <TextArea
        name="bodyVi"
        label={words.bodyVi}
        rows={9}
        filled={filled}
        initial={template.bodyVi}
      />
      <Field name="titleEn" label={words.titleEn} filled={filled} initial={template.titleEn} />
      <TextArea
        name="bodyEn"
        label={words.bodyEn}
        rows={9}
        filled={filled}
        initial={template.bodyEn}
      />
    </>
  )
}
