import type { Way } from '#src/modules/notices/index.ts'
import type { Filled } from '../read-form.ts'
import { useView } from '../view.ts'
import { Field, Radios } from './field.tsx'

type Props = {
  filled: Filled
  ways: readonly Way[]
  names: { way: string; email: string }
  initial?: Way | null | undefined
  /** Officers may leave it open. */
  mayStayOpen?: boolean
}

/** "Bà con muốn được báo tin qua đâu?": one press; an address only for e-mail. */
export function WayFields({ filled, ways, names, initial, mayStayOpen = false }: Props) {
  const { consent } = useView().w
  return (
    <>
      <Radios
        name={names.way}
        label={consent.question}
        hint={consent.hint}
        filled={filled}
        initial={initial ?? undefined}
        optional
        row
        options={[
          ...ways.map((value) => ({ value, label: consent.ways[value] })),
          ...(mayStayOpen ? [{ value: '', label: consent.notAsked }] : []),
        ]}
      />
      {ways.includes('email') && (
        <Field
          name={names.email}
          type="email"
          label={consent.email}
          hint={consent.emailHint}
          filled={filled}
          autocomplete="email"
          maxlength={254}
          spellcheck={false}
          optional
        />
      )}
    </>
  )
}
