import type { Answers, Paper, ProcedureVersion } from '#src/modules/catalogue/index.ts'
import type { Office, Venue } from '#src/modules/offices/index.ts'
import type { ServiceDay } from '#src/modules/service-days/index.ts'
import { sayDate } from '../dates.ts'
import { paths } from '../paths.ts'
import { sayHours } from '../say-hours.ts'
import { sayTimeLimit } from '../say-time-limit.ts'
import { shorten } from '../shorten.ts'
import { Summary } from '../ui/pieces.tsx'
import { Told, Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { Papers } from './papers.tsx'
import { ByMethod, FeeFact } from './procedure-facts.tsx'
import type { Fees } from './read-fees.ts'

type Props = {
  office: Office
  version: ProcedureVersion
  answers: Answers
  papers: Paper[]
  fees: Fees
  next: ServiceDay | null
  venue: Venue | null
  /** Where the answers are changed. */
  change: string
}

/** The sheet to take along: the papers to tick off, what to say at the desk, when and where. */
export function BringList(props: Props) {
  const { office, version, answers, papers, change } = props
  const { lang, w, to } = useView()
  const { checklist } = w.public
  return (
    <>
      <h1>{checklist.sheetTitle({ name: shorten(version.plainName)[lang] })}</h1>
      <h2>{w.public.procedure.papers}</h2>
      <p>{papers.length > 0 ? checklist.count({ count: papers.length }) : checklist.nothing}</p>
      <Papers papers={papers} tick />
      <h2>{checklist.always}</h2>
      <ul class="papers tick">
        <li>
          <b>{checklist.identity}</b>
        </li>
        {version.vneidLevel !== 0 && (
          <li>
            <b>{checklist.phone}</b>
          </li>
        )}
      </ul>
      <h2>{checklist.say}</h2>
      <p class="say">
        <Said version={version} answers={answers} />
      </p>
      <When {...props} />
      <p class="quiet-text noprint">{checklist.print}</p>
      {version.questions.length > 0 && (
        <p class="noprint">
          <a href={change}>{checklist.change}</a>
        </p>
      )}
      <p class="noprint">
        <a href={to(paths.tryPhoto(office.slug))}>{w.papers.check.link}</a>
      </p>
      {office.phone && (
        <p class="onlyprint">
          {w.site.callUs} {office.phone}.
        </p>
      )}
    </>
  )
}

/** What to read out: at the desk it is said in Vietnamese, so the English page shows both. */
function Said({ version, answers }: Pick<Props, 'version' | 'answers'>) {
  const { lang, w } = useView()
  const name = shorten(version.plainName)
  const answered = version.questions.flatMap((question) => {
    const answer = question.answers.find((it) => it.id === answers[question.id])
    return answer ? [{ question, answer }] : []
  })
  return (
    <>
      <b>{w.public.checklist.sentence({ name: name[lang] })}</b>
      {lang === 'en' && (
        <>
          <br />
          <span lang="vi">“Tôi cần làm: {name.vi}.”</span>
        </>
      )}
      {answered.map(({ question, answer }) => (
        <>
          <br />
          <Told said={question.text} /> <b>{answer.text[lang]}</b>
        </>
      ))}
    </>
  )
}

function When({ office, version, fees, next, venue }: Props) {
  const { lang, w } = useView()
  const { checklist, procedure, day } = w.public
  return (
    <>
      <h2>{next ? checklist.nextDay : checklist.cost}</h2>
      <Summary
        rows={[
          [day.when, next && `${sayDate(lang, next.date)}, ${sayHours(lang, next.hours)}`],
          [
            day.where,
            <Vietnamese
              text={[venue?.name, venue?.address || office.address].filter(Boolean).join(', ')}
            />,
          ],
          [procedure.fee, <FeeFact fees={fees} />],
          [
            procedure.time,
            <ByMethod
              rows={version.channels.map((it) => [it.method, sayTimeLimit(lang, it.time)])}
            />,
          ],
        ]}
      />
    </>
  )
}
