import type { Group } from '#src/modules/reports/index.ts'
import { sayNumber } from '../../dates.ts'
import { shorten } from '../../shorten.ts'
import { Bars } from '../../ui/pieces.tsx'
import { Told } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

type Props = { title: string; groups: (Group & { code?: string })[] }

/** Groups as bars with their numbers; a kind that nobody was of is left out. */
export function GroupBars({ title, groups }: Props) {
  const { lang } = useView()
  const asked = groups.filter((it) => it.requests > 0)
  // Two ages of one procedure bear one name and two codes.
  const twice = (group: Group) =>
    asked.some((it) => it !== group && it.label[lang] === group.label[lang])
  if (asked.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <Bars
        label={title}
        rows={asked.map((it) => ({
          name: (
            <>
              <Told said={shorten(it.label)} />
              {it.code && twice(it) && ` (${it.code})`}
            </>
          ),
          value: it.requests,
          said: sayNumber(lang, it.requests),
        }))}
      />
    </section>
  )
}
