import type { Colleague } from '#src/modules/identity/index.ts'
import type { Venue } from '#src/modules/offices/index.ts'
import type { Filled } from '../../read-form.ts'
import { Checkboxes, Field, Select } from '../../ui/field.tsx'
import { useView } from '../../view.ts'

type VenueProps = {
  venues: Venue[]
  filled: Filled
  initial?: string | undefined
  /** What an empty choice means; without it a place must be chosen. */
  empty?: string
}

/** Where: the places in use, and the one that stands there already. */
export function VenueField({ venues, filled, initial, empty }: VenueProps) {
  const { fields } = useView().w.deskDays
  const offered = venues.filter((it) => it.inUse || it.id === initial)
  return (
    <Select
      name="venueId"
      label={fields.venue}
      hint={offered.length === 0 ? fields.noVenue : undefined}
      filled={filled}
      initial={initial}
      {...(empty === undefined ? {} : { empty })}
      options={offered.map((it) => ({ value: it.id, label: it.name }))}
    />
  )
}

type OfficersProps = { colleagues: Colleague[]; filled: Filled; ticked?: string[] }

/** Who sits there. What was sent counts, even when nobody was ticked. */
export function OfficerBoxes({ colleagues, filled, ticked = [] }: OfficersProps) {
  const { fields } = useView().w.deskDays
  const sent = Object.keys(filled.values).length > 0
  if (colleagues.length === 0) return null
  return (
    <Checkboxes
      name="officerIds"
      label={fields.officers}
      optional
      filled={filled}
      ticked={sent ? [] : ticked}
      options={colleagues.map((it) => ({ value: it.id, label: it.fullName, hint: it.title }))}
    />
  )
}

export function CapacityField({ filled, initial }: { filled: Filled; initial?: number | null }) {
  const { fields } = useView().w.deskDays
  return (
    <Field
      name="capacity"
      label={fields.capacity}
      hint={fields.capacityHint}
      width="short"
      inputmode="numeric"
      filled={filled}
      initial={initial === null || initial === undefined ? undefined : String(initial)}
    />
  )
}
