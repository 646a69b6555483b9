import type { ProcedureItem } from '#src/modules/catalogue/index.ts'
import { paths } from '../paths.ts'
import { sayTimeLimit } from '../say-time-limit.ts'
import { shorten } from '../shorten.ts'
import { Sentence, Told } from '../ui/told.tsx'
import { useView } from '../view.ts'

/** Procedures by the name that people use, each with what it is for and how long it takes. */
export function ProcedureList({ office, items }: { office: string; items: ProcedureItem[] }) {
  const { to } = useView()
  return (
    <ul class="paths">
      {items.map((item) => (
        <li>
          <a href={to(paths.procedure(office, item.code))}>
            <Told said={shorten(item.plainName, 220)} />
          </a>
          <About item={item} />
        </li>
      ))}
    </ul>
  )
}

function About({ item }: { item: ProcedureItem }) {
  const { lang, w } = useView()
  const { purpose, authority, time } = item
  const parts = [
    purpose && <Told said={{ vi: ended(purpose.vi), en: ended(purpose.en) }} />,
    !purpose && authority && (
      <Sentence text={w.public.procedures.decides}>
        <Told said={authority} />
      </Sentence>
    ),
    time && sayTimeLimit(lang, time),
  ].filter((it) => it !== null && it !== false)
  if (parts.length === 0) return null
  return (
    <span>
      {parts[0]}
      {parts.length > 1 && <> · {parts[1]}</>}
    </span>
  )
}

/** A purpose is a sentence; before a dot in the middle its own full stop goes. */
function ended(sentence: string): string {
  return sentence.replace(/\.$/, '')
}
