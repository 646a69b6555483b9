import type { Book } from '#src/modules/certification/index.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Field } from '../../ui/field.tsx'
import { useView } from '../../view.ts'
import { slugOf } from './medium-slug.ts'

/** The printed book bears whole ID numbers; on the screen they are shown once, for a reason. */
export function RevealForm({ book, filled }: { book: Book; filled: Filled }) {
  const { w, to } = useView()
  const words = w.deskCertification.books
  const at = (deed: string) => to(paths.copyBookDo(book.year, slugOf[book.medium], deed))
  return (
    <details open={filled.errors['why'] !== undefined || undefined}>
      <summary>{words.reveal}</summary>
      <form class="part" method="post" action={at('xem-so')}>
        <p>{words.revealLead}</p>
        <Field name="why" label={words.reason} filled={filled} maxlength={300} />
        <p class="pair">
          <button class="button">{words.revealButton}</button>
          <button class="button quiet" formaction={at('xem-so/so.xlsx')}>
            {words.xlsx}
          </button>
        </p>
      </form>
    </details>
  )
}
