import type { SearchResult } from '#src/modules/catalogue/index.ts'
import { useView } from '../view.ts'
import { Told } from './told.tsx'

type Props = { asked: SearchResult['askBack']; pathOf: (code: string) => string }

/** "Khai sinh có nhiều loại. Bà con cần loại nào?"; nothing where the words mean one thing. */
export function AskBack({ asked, pathOf }: Props) {
  const { to } = useView()
  if (!asked) return null
  return (
    <section class="notice sun">
      <h2>
        <Told said={asked.question} />
      </h2>
      <ul>
        {asked.choices.map((choice) => (
          <li>
            <a href={to(pathOf(choice.code))}>
              <Told said={choice.text} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
