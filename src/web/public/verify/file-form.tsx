import type { Filled } from '../../read-form.ts'
import { FileField } from '../../ui/file-field.tsx'
import { useView } from '../../view.ts'

/** What a citizen may send to be checked. */
export const mostMegabytes = 32

export function FileForm({ action, filled }: { action: string; filled: Filled }) {
  const { w, to } = useView()
  const said = w.verifyPages
  return (
    <form method="post" enctype="multipart/form-data" action={to(action)}>
      <FileField
        name="file"
        label={said.file}
        hint={said.fileHint(mostMegabytes)}
        filled={filled}
        accept="application/pdf,.pdf"
      />
      <button class="button">{said.checkFile}</button>
    </form>
  )
}
