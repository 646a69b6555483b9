import type { Appointment } from '#src/modules/queue/index.ts'
import { Qr } from '../../ui/qr.tsx'
import { useView } from '../../view.ts'

/** The code to say at the door, and the same as a picture for the kiosk: it leads to this page. */
export function AppointmentCode({ it, address }: { it: Appointment; address: string }) {
  const said = useView().w.bookingPages.hen
  return (
    <section class="day">
      <div>
        <h1>{said.heading}</h1>
        <p>{said.code}</p>
        <p class="code big">{spaced(it.code)}</p>
        <p>{said.codeHint}</p>
      </div>
      <Qr text={address} label={said.qr({ code: it.code })} />
    </section>
  )
}

/** `123 456`: two groups are read aloud without losing one's place. */
function spaced(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}
