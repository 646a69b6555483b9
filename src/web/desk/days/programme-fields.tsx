import type { ProcedureItem } from '#src/modules/catalogue/index.ts'
import type { Colleague } from '#src/modules/identity/index.ts'
import type { Venue } from '#src/modules/offices/index.ts'
import type { Hours, Programme } from '#src/modules/service-days/index.ts'
import type { Filled } from '../../read-form.ts'
import { Field, Radios } from '../../ui/field.tsx'
import { useView } from '../../view.ts'
import { HoursFields } from './hours-fields.tsx'
import { CapacityField, OfficerBoxes, VenueField } from './place-fields.tsx'
import { holidayPolicies, partnerKinds } from './programme-said.ts'
import { PromisedBoxes } from './promised-boxes.tsx'

/** What there is to choose from. */
export type Choices = { venues: Venue[]; colleagues: Colleague[]; items: ProcedureItem[] }

type Props = Choices & { filled: Filled; programme?: Programme | undefined }

/** What most offices keep; a form begins with it. */
const usual: Hours = {
  morning: { from: '07:30', to: '11:30' },
  afternoon: { from: '13:30', to: '17:00' },
}

function onlyOne(venues: Venue[]): string | undefined {
  const inUse = venues.filter((it) => it.inUse)
  return inUse.length === 1 ? inUse[0]?.id : undefined
}

/** The terms of a programme, in the order in which people ask about them. */
export function ProgrammeFields({ venues, colleagues, items, filled, programme }: Props) {
  const { w } = useView()
  const words = w.deskDays.programme
  return (
    <>
      <VenueField venues={venues} filled={filled} initial={programme?.venueId ?? onlyOne(venues)} />
      <HoursFields filled={filled} initial={programme?.hours ?? usual} />
      <CapacityField filled={filled} initial={programme?.capacity ?? null} />
      <Radios
        name="holidayPolicy"
        label={words.holiday}
        filled={filled}
        initial={programme?.holidayPolicy ?? 'skip'}
        options={holidayPolicies.map((policy) => ({
          value: policy,
          label: w.serviceDays.holidayPolicies[policy],
          hint: words.holidayHints[policy],
        }))}
      />
      <OfficerBoxes colleagues={colleagues} filled={filled} ticked={programme?.officerIds ?? []} />
      <PromisedBoxes items={items} filled={filled} promised={programme?.procedures ?? []} />
      <PartnerFields filled={filled} programme={programme} />
    </>
  )
}

export function NameFields({ filled, programme }: Pick<Props, 'filled' | 'programme'>) {
  const words = useView().w.deskDays.programme
  return (
    <>
      <Field
        name="nameVi"
        label={words.nameVi}
        hint={words.nameViHint}
        filled={filled}
        initial={programme?.nameVi}
      />
      <Field
        name="nameEn"
        label={words.nameEn}
        optional
        filled={filled}
        initial={programme?.nameEn}
      />
    </>
  )
}

/** One line for each kind of partner; most programmes fill one or two. */
function PartnerFields({ filled, programme }: Pick<Props, 'filled' | 'programme'>) {
  const { w } = useView()
  const words = w.deskDays.programme
  return (
    <fieldset class="field">
      <legend>{words.partners}</legend>
      <span class="hint">{words.partnersHint}</span>
      <div class="grid-2">
        {partnerKinds.map((kind) => (
          <Field
            name={`partner_${kind}`}
            label={w.serviceDays.partnerKinds[kind]}
            filled={filled}
            initial={programme?.partners
              .filter((it) => it.kind === kind)
              .map((it) => it.name)
              .join('; ')}
          />
        ))}
      </div>
    </fieldset>
  )
}
