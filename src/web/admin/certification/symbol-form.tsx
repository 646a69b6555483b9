import type { Setting } from '#src/modules/certification/index.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Field } from '../../ui/field.tsx'
import { useView } from '../../view.ts'

/** How the books are called, and who certifies. */
export function SymbolForm({ setting, filled }: { setting: Setting; filled: Filled }) {
  const { w, to } = useView()
  const words = w.deskCertification.admin
  return (
    <section class="part">
      <h2>{words.symbols}</h2>
      <form method="post" action={to(paths.adminCopiesDo('ky-hieu'))}>
        <div class="grid-2">
          <Field
            name="symbolElectronic"
            label={words.symbolElectronic}
            filled={filled}
            initial={setting.symbolElectronic}
            maxlength={20}
          />
          <Field
            name="symbolPaper"
            label={words.symbolPaper}
            filled={filled}
            initial={setting.symbolPaper}
            maxlength={20}
          />
        </div>
        <Field
          name="agencyName"
          label={words.agencyName}
          hint={words.agencyHint}
          filled={filled}
          initial={setting.agencyName ?? ''}
          optional
          maxlength={200}
        />
        <button class="button">{words.saveSymbols}</button>
      </form>
    </section>
  )
}
