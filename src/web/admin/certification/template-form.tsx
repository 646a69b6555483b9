import {
  statementVariables,
  type Medium,
  type StatementTemplate,
} from '#src/modules/certification/index.ts'
import { sayInstant } from '../../dates.ts'
import { slugOf } from '../../desk/certification/medium-slug.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

type Props = {
  medium: Medium
  /** Newest first; never empty: the sample that ships is the last. */
  templates: readonly StatementTemplate[]
  names: ReadonlyMap<string, string>
  filled: Filled
}

/** The wording in force, to be changed or tried; the earlier ones below. */
export function TemplateForm({ medium, templates, names, filled }: Props) {
  const { w, to } = useView()
  const words = w.deskCertification
  const [now] = templates
  const at = (deed: string) => `${to(paths.adminCopiesDo(deed))}?loai=${slugOf[medium]}`
  const variables = statementVariables.map((it) => (
    <>
      <code>{`{${it}}`}</code> {w.certification.statementVariables[it]};{' '}
    </>
  ))
  return (
    <section class="part">
      <h2>{words.admin.template}</h2>
      <p>{words.admin.templateLead}</p>
      {now?.number === 0 && (
        <Notice tone="sun">
          <p>{w.certification.sampleStatement}</p>
        </Notice>
      )}
      <p class="pair">
        {(['electronic', 'paper'] as const).map((it) => (
          <a
            class="pick"
            href={`${to(paths.adminCopies())}?loai=${slugOf[it]}`}
            aria-current={it === medium ? 'page' : undefined}
          >
            {w.certification.media[it]}
          </a>
        ))}
      </p>
      <form method="post" action={at('loi-chung')}>
        <input type="hidden" name="after" value={String(now?.number ?? 0)} />
        <TextArea
          name="body"
          label={words.admin.body}
          rows={8}
          filled={filled}
          initial={now?.body}
        />
        <details>
          <summary>{words.admin.variables}</summary>
          <p class="hint">{variables}</p>
        </details>
        <p class="pair">
          <button class="button">{words.admin.saveTemplate}</button>
          <button class="button quiet" formaction={at('xem-thu')}>
            {words.admin.preview}
          </button>
        </p>
      </form>
      <details>
        <summary>{words.admin.versions}</summary>
        {templates.map((it) => (
          <Version template={it} name={names.get(it.writtenBy ?? '') ?? ''} />
        ))}
      </details>
    </section>
  )
}

function Version({ template, name }: { template: StatementTemplate; name: string }) {
  const { lang, w } = useView()
  const words = w.deskCertification.admin
  const { number, body, writtenAt } = template
  return (
    <>
      <h3>
        {number === 0 ? words.sample : words.version({ number })}{' '}
        {writtenAt && (
          <span class="quiet-text">
            · {words.writtenBy({ name, at: sayInstant(lang, writtenAt) })}
          </span>
        )}
      </h3>
      <p class="block">
        <Vietnamese text={body} />
      </p>
    </>
  )
}
