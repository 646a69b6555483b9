import type { Book } from '#src/modules/certification/index.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { useView } from '../../view.ts'
import { slugOf } from './medium-slug.ts'

/** Closing cannot be taken back, so it asks to be ticked first. */
export function CloseForm({ book, filled }: { book: Book; filled: Filled }) {
  const { w, to } = useView()
  const words = w.deskCertification.books
  const error = filled.errors['sure']
  return (
    <details open={error !== undefined || undefined}>
      <summary>{words.close}</summary>
      <form
        class="part"
        method="post"
        action={to(paths.copyBookDo(book.year, slugOf[book.medium], 'dong'))}
      >
        <p>{words.closeLead}</p>
        <div class={error ? 'field wrong' : 'field'}>
          {error && (
            <span class="error" id="o-sure-error">
              {error}
            </span>
          )}
          <div class="choice">
            <input
              id="o-sure"
              type="checkbox"
              name="sure"
              value="co"
              aria-describedby={error ? 'o-sure-error' : undefined}
            />
            <label for="o-sure">{words.sure}</label>
          </div>
        </div>
        <button class="button danger">{words.closeButton}</button>
      </form>
    </details>
  )
}
