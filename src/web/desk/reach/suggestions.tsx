import { airedInVain, type Suggestion } from '#src/modules/reach/index.ts'
import type { Lang, Words } from '#src/words/index.ts'
import { sayDay, sayNumber } from '../../dates.ts'
import { Notice } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'

/** What could be done next, each with the figures that say so. */
export function Suggestions({ suggestions }: { suggestions: Suggestion[] }) {
  const { lang, w } = useView()
  if (suggestions.length === 0) return null
  return (
    <Notice title={w.deskReach.picture.suggestions}>
      <ul>
        {suggestions.map((it) => (
          <li>{saySuggestion(it, lang, w)}</li>
        ))}
      </ul>
    </Notice>
  )
}

function saySuggestion(it: Suggestion, lang: Lang, w: Words): string {
  const says = w.reach.suggestions
  if (it.kind === 'ask')
    return says.askMore({ share: `${it.unplaced}/${sayNumber(lang, it.people)}` })
  if (it.kind === 'visit') {
    const { name: business, workers, visitedOn } = it.business
    const last = visitedOn ? says.lastVisited({ date: sayDay(lang, visitedOn) }) : says.neverVisited
    return `${says.visitBusiness({ business, workers: sayNumber(lang, workers ?? 0) })} ${last}`
  }
  const { name: hamlet, headName: head, airings } = it.hamlet
  if (it.kind === 'count') return says.countHouseholds({ hamlet })
  if (it.kind === 'tellHead') return says.tellHead({ hamlet, head })
  const households = sayNumber(lang, it.hamlet.households ?? 0)
  const air = it.never
    ? says.airNeverHeard({ hamlet, households })
    : says.airRarely({
        hamlet,
        rate: sayNumber(lang, it.hamlet.perHundred ?? 0, 1),
        usual: sayNumber(lang, it.usual ?? 0, 1),
      })
  if (airings === 0) return `${air} ${says.notAired}`
  return airings >= airedInVain ? `${air} ${says.airedInVain({ airings })}` : air
}
