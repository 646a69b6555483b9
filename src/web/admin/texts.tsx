import type { Context } from 'hono'
import { z } from 'zod'
import {
  changeTemplate,
  messageKinds,
  previewTemplate,
  readTemplates,
  variables,
  type Preview,
  type Template,
} from '#src/modules/notices/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { to } from '../render.tsx'
import { fieldsOf } from '../desk/request-deeds.ts'
import { Checkboxes, Field, TextArea } from '../ui/field.tsx'
import { useView } from '../view.ts'
import { answerAdmin, redirectDone } from './admin-page.tsx'

/** What messages to one person say: each kind with its text, how it looks and what it costs. */
export async function showTexts(c: Context<Env>) {
  return answer(c, blank, null)
}

/** Shows one text as it was typed, filled and with its cost; or saves it. */
export async function answerTexts(c: Context<Env>) {
  const { ctx, lang } = c.var
  const kind = messageKinds.find((it) => it === c.req.param('kind'))
  if (!kind) return c.notFound()
  const body = await readBody(c)
  const { data } = readForm(form, fieldsOf(body, kind))
  const { filled } = readForm(z.unknown(), body)
  const plain = body[`${kind}.plain[]`] !== undefined
  if (!data) return answer(c, filled, null)
  const typed = { ...data, kind, znsId: data.znsId || null, plain }
  if (data.do === 'xem') return answer(c, filled, typed)
  const { filled: refused } = await tryDeed(filled, lang, () => changeTemplate(ctx, typed))
  if (!refused) return redirectDone(c, paths.adminTexts(), 'da-sua')
  const errors = Object.entries(refused.errors).map(([name, said]) => [
    ['text', 'znsId'].includes(name) ? `${kind}.${name}` : name,
    said,
  ])
  return answer(c, { ...refused, errors: Object.fromEntries(errors) }, typed)
}

const text = z.string().default('')
const form = z.object({
  text,
  znsId: text,
  version: z.coerce.number().int().min(0),
  do: text,
})

async function answer(c: Context<Env>, filled: Filled, typed: Template | null) {
  const { ctx, w } = c.var
  const words = w.consent.texts
  const templates = await readTemplates(ctx)
  const shown = templates.map((it) => (it.kind === typed?.kind ? typed : it))
  const previews = await Promise.all(shown.map((it) => previewTemplate(ctx, it)))
  return answerAdmin(c, {
    title: words.title,
    filled,
    children: (
      <>
        <p>{words.lead}</p>
        <p>{words.connect}</p>
        {shown.map((it, i) => (
          <TextForm
            template={it}
            preview={previews[i]!}
            filled={it.kind === typed?.kind ? filled : blank}
            action={to(c, paths.adminText(it.kind))}
            open={it.kind === typed?.kind}
          />
        ))}
      </>
    ),
  })
}

type Props = {
  template: Template
  preview: Preview
  filled: Filled
  action: string
  open: boolean
}

function TextForm({ template, preview, filled, action, open }: Props) {
  const { lang, w } = useView()
  const words = w.consent.texts
  const { kind, version } = template
  const number = new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB')
  const names = variables[kind].map((it) => `{${it}}`).join(' ')
  return (
    <section class="tell" id={kind} aria-labelledby={`${kind}-la`}>
      <h2 id={`${kind}-la`}>{w.notices.kinds[kind]}</h2>
      <blockquote lang="vi">{preview.text}</blockquote>
      <p class="hint">
        {words.parts({ parts: preview.parts, letters: preview.letters })} ·{' '}
        {preview.cost === null
          ? words.costUnknown
          : words.cost({ cost: number.format(preview.cost) })}{' '}
        · {version === 0 ? words.usual : words.version({ version })}
      </p>
      <details class="field" open={open}>
        <summary>{words.edit}</summary>
        <form method="post" action={`${action}#${kind}`}>
          <input type="hidden" name={`${kind}.version`} value={String(version)} />
          <TextArea
            name={`${kind}.text`}
            label={words.text}
            hint={words.names({ names })}
            filled={filled}
            initial={template.text}
            rows={3}
            maxlength={500}
          />
          <Checkboxes
            name={`${kind}.plain`}
            label="SMS"
            hint={words.plainHint}
            filled={filled}
            ticked={template.plain ? ['yes'] : []}
            options={[{ value: 'yes', label: words.plain }]}
          />
          <Field
            name={`${kind}.znsId`}
            label={words.zns}
            hint={words.znsHint}
            filled={filled}
            initial={template.znsId ?? ''}
            inputmode="numeric"
            width="mid"
            maxlength={12}
            optional
          />
          <p class="pair">
            <button class="button" name="do" value="luu">
              {words.save}
            </button>
            <button class="button quiet" name="do" value="xem">
              {words.see}
            </button>
          </p>
        </form>
      </details>
    </section>
  )
}
