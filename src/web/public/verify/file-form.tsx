import { useView } from '../../view.ts'
import type { Filled } from '../../read-form.ts'

/** What a citizen may send to be checked. */
export const mostMegabytes = 32

export function FileForm({ action, filled }: { action: string; filled: Filled }) {
  const { w, to } = useView()
  const said = w.verifyPages
  const error = filled.errors['file']
  return (
    <form method="post" enctype="multipart/form-data" action={to(action)}>
      <div class={error ? 'field wrong' : 'field'}>
        <label for="o-file">{said.file}</label>
        <span class="hint" id="o-file-hint">
          {said.fileHint(mostMegabytes)}
        </span>
        {error && (
          <span class="error" id="o-file-error">
            {error}
          </span>
        )}
        <input
          id="o-file"
          type="file"
          name="file"
          accept="application/pdf,.pdf"
          aria-describedby={error ? 'o-file-hint o-file-error' : 'o-file-hint'}
        />
      </div>
      <button class="button">{said.checkFile}</button>
    </form>
  )
}
