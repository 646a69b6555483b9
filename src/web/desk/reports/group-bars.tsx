import type { Group } from '#src/modules/reports/index.ts'
import { sayNumber } from '../../dates.ts'
import { shorten } from '../../shorten.ts'
import { Bars } from '../../ui/pieces.tsx'
import { Told } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

/** Groups as bars with their numbers; a kind that nobody was of is left out. */
export function GroupBars({ title, groups }: { title: string; groups: Group[] }) {
  const { lang } = useView()
  const asked = groups.filter((it) => it.requests > 0)
  if (asked.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <Bars
        label={title}
        rows={asked.map((it) => ({
          name: <Told said={shorten(it.label)} />,
          value: it.requests,
          said: sayNumber(lang, it.requests),
        }))}
      />
    </section>
  )
}
