import { channels, type Channel } from '#src/modules/reach/index.ts'
import type { Filled } from '../../read-form.ts'
import { Radios } from '../../ui/field.tsx'
import { useView } from '../../view.ts'

/** Few people hear by these; they are offered to who came by such a link. */
const seldom: ReadonlySet<Channel> = new Set(['sms', 'email', 'business'])

/** "Bà con biết tin qua đâu?", one tap and never asked for; filled in from the link that was followed. */
export function HeardField({ filled, came }: { filled: Filled; came: Channel | null }) {
  const { w } = useView()
  const offered = channels.filter((it) => it === came || !seldom.has(it))
  return (
    <Radios
      name="biet"
      label={w.deskReach.heard.question}
      filled={filled}
      initial={came ?? undefined}
      optional
      row
      options={offered.map((value) => ({ value, label: w.reach.channels[value] }))}
    />
  )
}
