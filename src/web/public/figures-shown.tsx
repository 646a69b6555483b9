import type { Group, PublicFigures } from '#src/modules/reports/index.ts'
import { sayNumber } from '../dates.ts'
import { shorten } from '../shorten.ts'
import { Bars, Figures } from '../ui/pieces.tsx'
import { Told } from '../ui/told.tsx'
import { useView, type View } from '../view.ts'
import { ProcedureTable, sayShare } from './procedure-table.tsx'

/** The figures of a period: what was helped, how well, for whom, and how each is counted. */
export function FiguresShown({ figures }: { figures: PublicFigures }) {
  const view = useView()
  const words = view.w.public.figures
  if (figures.total.requests === 0 && figures.ratings.count === 0) return <p>{words.none}</p>
  return (
    <>
      <Figures rows={keyFigures(figures, view)} />
      <GroupBars title={words.byProcedure} groups={figures.procedures} />
      <GroupBars title={words.byAuthority} groups={figures.authorities} />
      <GroupBars title={words.byHome} groups={asked(figures.homeKinds)} />
      <GroupBars title={words.byWay} groups={asked(figures.coming)} />
      <GroupBars title={words.byMonth} groups={fromFirst(figures.months)} />
      <ProcedureTable figures={figures} />
      <RatingBars figures={figures} />
      <h2>{words.explain}</h2>
      <ul>
        <li>{words.explainTrips}</li>
        <li>{words.explainOnTime}</li>
        <li>{words.explainFirst}</li>
      </ul>
    </>
  )
}

function keyFigures({ total, ratings, serviceDaysHeld }: PublicFigures, view: View) {
  const { lang, w } = view
  const words = w.public.figures
  const rows: [string, string | null][] = [
    [words.requests, sayNumber(lang, total.requests)],
    [words.serviceDays, serviceDaysHeld > 0 ? sayNumber(lang, serviceDaysHeld) : null],
    [words.trips, sayNumber(lang, total.saved.trips)],
    [words.km, sayNumber(lang, total.saved.km)],
    [words.hours, sayNumber(lang, total.saved.hours)],
    [words.onTime, sayShare(view, total.onTime)],
    [words.firstTime, sayShare(view, total.firstTimeRight)],
    [
      words.rating,
      ratings.average === null
        ? null
        : w.public.home.ofFive({ stars: sayNumber(lang, ratings.average, 1) }),
    ],
  ]
  return rows.filter((row): row is [string, string] => row[1] !== null)
}

/** A kind that nobody was of says nothing. */
function asked(groups: Group[]): Group[] {
  return groups.filter((it) => it.requests > 0)
}

/** From the first month with a request to the last; a month without one between them is told. */
function fromFirst(months: Group[]): Group[] {
  const first = months.findIndex((it) => it.requests > 0)
  return months.slice(first, months.findLastIndex((it) => it.requests > 0) + 1)
}

function GroupBars({ title, groups }: { title: string; groups: Group[] }) {
  const { lang } = useView()
  if (groups.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <Bars
        label={title}
        rows={groups.map((it) => ({
          name: <Told said={shorten(it.label)} />,
          value: it.requests,
          said: sayNumber(lang, it.requests),
        }))}
      />
    </>
  )
}

function RatingBars({ figures: { ratings } }: { figures: PublicFigures }) {
  const { lang, w } = useView()
  const words = w.public.figures
  if (ratings.count === 0) return null
  return (
    <>
      <h2>{words.ratingsTitle}</h2>
      <p>{words.ratings({ count: ratings.count })}</p>
      <Bars
        label={words.ratingsTitle}
        rows={ratings.questions.map((it) => ({
          name: <Told said={shorten(it.label)} />,
          value: it.average ?? 0,
          said: w.public.home.ofFive({ stars: sayNumber(lang, it.average ?? 0, 1) }),
        }))}
        most={5}
      />
    </>
  )
}
