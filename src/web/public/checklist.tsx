import type { Context } from 'hono'
import {
  buildChecklist,
  getProcedure,
  type Answers,
  type ProcedureVersion,
} from '#src/modules/catalogue/index.ts'
import { findNextServiceDay } from '#src/modules/service-days/index.ts'
import { getVenue } from '#src/modules/offices/index.ts'
import { today } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import type { Filled } from '../read-form.ts'
import { here, render, to } from '../render.tsx'
import { shorten } from '../shorten.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Radios } from '../ui/field.tsx'
import { PublicPage } from '../ui/public-page.tsx'
import { useView } from '../view.ts'
import { BringList } from './bring-list.tsx'
import { readFees } from './read-fees.ts'

/**
 * Two or three questions on one page, then exactly the papers that this person must bring. The
 * answers stand in the address, so that the list can be sent on; they say nothing of who asks.
 */
export async function showChecklist(c: Context<Env>) {
  const { ctx, office, lang, w } = c.var
  const version = await getProcedure(ctx, { code: c.req.param('code') ?? '' })
  const answers = answersOf(version, (id) => c.req.query(id))
  const { papers, open } = buildChecklist(version, answers)
  const { checklist } = w.public
  const name = shorten(version.plainName)[lang]
  const title = checklist.title({ name })
  const asked = c.req.query('xem') !== undefined
  const page = {
    office,
    here: here(c),
    back: { href: paths.procedure(office.slug, version.code), label: name },
  }

  if (open.length > 0) {
    const errors = open.map((it) => [it.id, checklist.missing({ question: it.text[lang] })])
    const filled: Filled = { values: answers, errors: asked ? Object.fromEntries(errors) : {} }
    return render(
      c,
      <PublicPage {...page} title={asked ? w.public.wrong({ title }) : title}>
        <ErrorSummary filled={filled} />
        <h1>{title}</h1>
        <Questions version={version} filled={filled} action={to(c, checklistPath(c, version))} />
      </PublicPage>,
      asked ? 422 : 200,
    )
  }

  const next = await findNextServiceDay(ctx)
  const [venue, fees] = await Promise.all([
    next && getVenue(ctx, { venueId: next.venueId }),
    readFees(ctx, version, today(ctx.now)),
  ])
  return render(
    c,
    <PublicPage {...page} title={checklist.sheetTitle({ name })}>
      <BringList
        office={office}
        version={version}
        answers={answers}
        papers={papers}
        fees={fees}
        next={next}
        venue={venue}
        change={to(c, checklistPath(c, version))}
      />
    </PublicPage>,
  )
}

type QuestionsProps = { version: ProcedureVersion; filled: Filled; action: string }

function Questions({ version, filled, action }: QuestionsProps) {
  const { lang, w } = useView()
  const { checklist } = w.public
  return (
    <form action={action}>
      <p>{checklist.ask}</p>
      {version.questions.map((question) => (
        <Radios
          name={question.id}
          label={question.text[lang]}
          filled={filled}
          options={question.answers.map((it) => ({ value: it.id, label: it.text[lang] }))}
        />
      ))}
      <button class="button" name="xem" value="1">
        {checklist.see}
      </button>
    </form>
  )
}

function answersOf(version: ProcedureVersion, given: (id: string) => string | undefined): Answers {
  return Object.fromEntries(
    version.questions.flatMap((question) => {
      const answer = given(question.id)
      return answer !== undefined && question.answers.some((it) => it.id === answer)
        ? [[question.id, answer]]
        : []
    }),
  )
}

function checklistPath(c: Context<Env>, version: ProcedureVersion): string {
  return paths.checklist(c.var.office.slug, version.code)
}
