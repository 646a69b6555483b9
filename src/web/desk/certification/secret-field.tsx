import type { KeyKind } from '#src/modules/signing/index.ts'
import type { Filled } from '../../read-form.ts'
import { Field } from '../../ui/field.tsx'
import { useView } from '../../view.ts'

type Props = { kind: KeyKind; label: string; isDemo: boolean; filled: Filled }

/** A PIN, password or code: never shown again, never kept, not offered to the browser's own store. */
export function SecretField({ kind, label, isDemo, filled }: Props) {
  const { w } = useView()
  const words = w.deskCertification.secret
  if (kind === 'agent') return null
  return (
    <Field
      name="secret"
      type="password"
      label={label}
      hint={`${kind === 'csc' ? words.onPhone : words.once}${isDemo ? ` ${words.demo}` : ''}`}
      filled={filled}
      autocomplete="one-time-code"
      width="mid"
    />
  )
}
