import { entryFields, type Book } from '#src/modules/certification/index.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Field, Select } from '../../ui/field.tsx'
import { useView } from '../../view.ts'
import { slugOf } from './medium-slug.ts'

/** A mistake is written beside its line, never over it. */
export function CorrectForm({ book, filled }: { book: Book; filled: Filled }) {
  const { w, to } = useView()
  const words = w.deskCertification.books
  const open = ['number', 'field', 'value', 'reason'].some((it) => filled.errors[it] !== undefined)
  return (
    <details open={open || undefined}>
      <summary>{words.correct}</summary>
      <form
        class="part"
        method="post"
        action={to(paths.copyBookDo(book.year, slugOf[book.medium], 'sua'))}
      >
        <p>{words.correctLead}</p>
        <div class="grid-2">
          <Field
            name="number"
            label={words.number}
            filled={filled}
            inputmode="numeric"
            width="short"
          />
          <Select
            name="field"
            label={words.field}
            filled={filled}
            options={entryFields.map((value) => ({
              value,
              label: w.certification.entryFields[value],
            }))}
          />
          <Field name="value" label={words.value} filled={filled} maxlength={300} />
          <Field name="reason" label={words.reason} filled={filled} maxlength={600} />
        </div>
        <button class="button">{words.correctButton}</button>
      </form>
    </details>
  )
}
