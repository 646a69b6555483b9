import type { BookedPerson } from '#src/modules/queue/index.ts'
import { Notice } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'
import type { Deed } from './deed-page.tsx'

type Props = { deed: Deed; booked: BookedPerson[] }

/** How many are booked on the day, and what becomes of them, before it is done. */
export function BookedNotice({ deed, booked }: Props) {
  const { w } = useView()
  const words = w.deskDays.booked
  if (booked.length === 0) return null
  const people = booked.reduce((sum, it) => sum + it.party, 0)
  return (
    <Notice tone={deed === 'nghi' ? 'hot' : 'sun'}>
      <p>
        <strong>{words.count({ count: booked.length, people })}</strong> {words.becomes[deed]}
      </p>
    </Notice>
  )
}
