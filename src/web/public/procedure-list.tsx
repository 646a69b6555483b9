import type { ProcedureItem } from '#src/modules/catalogue/index.ts'
import { paths } from '../paths.ts'
import { sayTimeLimit } from '../say-time-limit.ts'
import { shorten } from '../shorten.ts'
import { Told } from '../ui/told.tsx'
import { useView } from '../view.ts'

/** Procedures by the name that people use, each with what it is for and how long it takes. */
export function ProcedureList({ office, items }: { office: string; items: ProcedureItem[] }) {
  const { to } = useView()
  return (
    <ul class="paths">
      {items.map((item) => (
        <li>
          <a href={to(paths.procedure(office, item.code))}>
            <Told said={shorten(item.plainName)} />
          </a>
          <About item={item} />
        </li>
      ))}
    </ul>
  )
}

function About({ item }: { item: ProcedureItem }) {
  const { lang, w } = useView()
  const time = item.time && sayTimeLimit(lang, item.time)
  if (!item.purpose && !time && !item.authority) return null
  return (
    <span>
      {item.purpose ? (
        <Told said={{ vi: ended(item.purpose.vi), en: ended(item.purpose.en) }} />
      ) : (
        item.authority && w.public.procedures.decides({ authority: item.authority[lang] })
      )}
      {time && ` · ${time}`}
    </span>
  )
}

/** A purpose is a sentence; before a dot in the middle its own full stop goes. */
function ended(sentence: string): string {
  return sentence.replace(/\.$/, '')
}
