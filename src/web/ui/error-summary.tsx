import type { Filled } from '../read-form.ts'
import { useView } from '../view.ts'
import { fieldId } from './field.tsx'

/** What is wrong with the form, above it, each line leading to its field. Nothing when all is right. */
export function ErrorSummary({ filled }: { filled: Filled }) {
  const { w } = useView()
  const errors = Object.entries(filled.errors)
  if (errors.length === 0) return null
  return (
    <div class="error-summary" role="alert" aria-labelledby="loi" tabindex={-1} id="o-form">
      <h2 id="loi">{w.site.errors.summary}</h2>
      <ul>
        {errors.map(([name, message]) => (
          <li>
            {name === 'form' ? (
              <strong>{message}</strong>
            ) : (
              <a href={`#${fieldId(name)}`}>{message}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
