import { z } from 'zod'
import type { Filled } from '../read-form.ts'
import { Checkboxes, Field } from '../ui/field.tsx'
import { useView } from '../view.ts'

/** What the form says of a contact's phone. */
export const phoneSchema = {
  contactPhone: z.string().max(40).default(''),
  dropPhone: z.array(z.string()).default([]),
}

/** An empty field leaves the number that is kept, unless it was asked to be dropped. */
export function saidPhone(said: { contactPhone: string; dropPhone: string[] }): string | null {
  if (said.contactPhone !== '') return said.contactPhone
  return said.dropPhone.includes('yes') ? '' : null
}

type FieldProps = { label: string; filled: Filled; kept: boolean }

/** The number itself is not shown in the field: it is seen only when somebody asks for it. */
export function PhoneField({ label, filled, kept }: FieldProps) {
  const { register } = useView().w.deskReach
  const hint = kept ? { hint: register.phoneKept } : {}
  return (
    <div>
      <Field name="contactPhone" type="tel" label={label} {...hint} filled={filled} optional />
      {kept && (
        <Checkboxes
          name="dropPhone"
          label={register.dropPhone}
          filled={filled}
          options={[{ value: 'yes', label: register.dropPhone }]}
        />
      )}
    </div>
  )
}

type DoorProps = { action: string; kept: boolean; phone: string | null | undefined }

/** One press shows the whole number once, and the trail says who pressed. */
export function PhoneDoor({ action, kept, phone }: DoorProps) {
  const { w, to } = useView()
  const { register } = w.deskReach
  if (phone)
    return (
      <p role="status">
        <b>{register.phone({ phone })}</b>
      </p>
    )
  if (!kept) return null
  return (
    <form method="post" action={to(action)}>
      <button class="button quiet">{register.showPhone}</button>
    </form>
  )
}
