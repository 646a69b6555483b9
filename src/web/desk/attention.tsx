import type { Child } from 'hono/jsx'
import type { DayList, RequestSummary } from '#src/modules/requests/index.ts'
import type { Lang, Words } from '#src/words/index.ts'
import { sayDate, today } from '../dates.ts'
import { paths } from '../paths.ts'
import { shorten } from '../shorten.ts'
import { Tag, type Tone } from '../ui/pieces.tsx'
import { Told } from '../ui/told.tsx'
import { useView } from '../view.ts'

type Heading = keyof DayList

/** In the order in which somebody would be sorry to have forgotten. */
const headings: { key: Heading; tone: Tone }[] = [
  { key: 'reopened', tone: 'hot' },
  { key: 'overdue', tone: 'hot' },
  { key: 'dueSoon', tone: 'sun' },
  { key: 'resultWaiting', tone: 'leaf' },
  { key: 'awaitingCitizen', tone: 'sun' },
  { key: 'notFiled', tone: 'sun' },
  { key: 'unrated', tone: 'plain' },
]

/** Under each heading so many are shown; the rest are in the list of requests. */
const most = 6

type Props = { list: DayList; now: Date; children?: Child }

/** What must not be forgotten today, and for whom each thing waits. */
export function Attention({ list, now, children }: Props) {
  const { lang, w, to } = useView()
  const { home } = w.desk
  const some = headings.filter(({ key }) => list[key].length > 0)
  return (
    <section class="column aside" aria-labelledby="de-y">
      <h2 id="de-y">{home.attention}</h2>
      {some.length === 0 && <p class="quiet-text">{home.nothingToMind}</p>}
      {some.map(({ key, tone }) => (
        <>
          {list[key].slice(0, most).map((request) => (
            <div class="due">
              <Tag tone={tone}>{reason(lang, w, key, request, now)}</Tag>
              <a href={to(paths.request(request.id))}>
                <Told said={shorten(request.procedureName, 60)} /> · {request.subjectName}
              </a>
              <small>
                {request.code} ·{' '}
                {key === 'reopened'
                  ? home.waitsForChairman
                  : w.requests.waitingFor[request.waitingFor]}
              </small>
            </div>
          ))}
          {list[key].length > most && (
            <p class="more">
              {home.more({ count: list[key].length - most, what: w.requests.dayList[key] })}
            </p>
          )}
        </>
      ))}
      {children}
      <p>
        <a href={to(`${paths.requests()}?tt=open`)}>{home.allOpen}</a>
      </p>
    </section>
  )
}

/** Overdue says by how many days, due soon says when; the other headings say it all. */
function reason(lang: Lang, w: Words, key: Heading, request: RequestSummary, now: Date): string {
  const { home } = w.desk
  if (request.dueOn === null) return w.requests.dayList[key]
  const days = today(now).until(request.dueOn).days
  if (key === 'overdue') return days < 0 ? home.lateDays({ days: -days }) : home.lateToday
  if (key !== 'dueSoon') return w.requests.dayList[key]
  if (days === 0) return home.dueToday
  return days === 1 ? home.dueTomorrow : home.dueOn({ date: sayDate(lang, request.dueOn) })
}
