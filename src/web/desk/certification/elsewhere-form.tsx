import type { Paper } from '#src/modules/papers/index.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Field, Radios, Select } from '../../ui/field.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { useView } from '../../view.ts'

export const systems = ['national', 'province', 'other'] as const

/** Of what, from where, under which number there, and the file. */
export function ElsewhereForm(props: { requestId: string; papers: Paper[]; filled: Filled }) {
  const { requestId, papers, filled } = props
  const { w, to } = useView()
  const words = w.verifyPages.elsewhere
  return (
    <form
      method="post"
      enctype="multipart/form-data"
      action={to(paths.requestElsewhere(requestId))}
      class="part"
    >
      <Field name="name" label={words.name} hint={words.nameHint} filled={filled} maxlength={200} />
      <Select
        name="paperId"
        label={words.paper}
        filled={filled}
        empty={words.noPaper}
        options={papers.map((it) => ({ value: it.id, label: it.name }))}
      />
      <Radios
        name="system"
        label={words.system}
        filled={filled}
        options={systems.map((value) => ({ value, label: words.systems[value] }))}
      />
      <div class="grid-2">
        <Field name="number" label={words.number} filled={filled} optional maxlength={40} />
        <Field name="book" label={words.book} filled={filled} optional maxlength={40} />
      </div>
      <FileField
        name="file"
        label={words.file}
        hint={words.fileHint}
        accept="application/pdf,.pdf"
        filled={filled}
      />
      <button class="button">{words.button}</button>
    </form>
  )
}
