import type { Filled } from '../../read-form.ts'
import { Field } from '../../ui/field.tsx'
import { useView } from '../../view.ts'

export function PhoneField({ filled }: { filled: Filled }) {
  const said = useView().w.bookingPages.time
  return (
    <Field
      name="dien-thoai"
      type="tel"
      label={said.phone}
      hint={said.phoneHint}
      filled={filled}
      width="mid"
      autocomplete="tel"
      maxlength={40}
    />
  )
}
