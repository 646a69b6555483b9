import type { Context } from 'hono'
import { z } from 'zod'
import { Refusal } from '#src/base/refusal.ts'
import { answerRating, listLowRatings, type Rating } from '#src/modules/ratings/index.ts'
import { getRequest } from '#src/modules/requests/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { isUuid } from '../public/is-uuid.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { here, render, to } from '../render.tsx'
import { DeskPage } from '../ui/desk-page.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TextArea } from '../ui/field.tsx'
import { Summary } from '../ui/pieces.tsx'
import { useView } from '../view.ts'
import { RatingCard } from './rating-card.tsx'

/** One unhappy word whole, and the form to answer it. */
export async function showAnswer(c: Context<Env>, filled: Filled = blank) {
  const { ctx, session, w } = c.var
  const words = w.deskReports.chief
  const id = c.req.param('id') ?? ''
  const rating = (await listLowRatings(ctx)).find((it) => it.id === id)
  if (!rating) throw new Refusal('ratings.not_found')
  const request = rating.requestId
    ? await getRequest(ctx, { requestId: rating.requestId })
    : undefined
  return render(
    c,
    <DeskPage
      title={words.answerTitle}
      session={session}
      door="chief"
      narrow
      here={filled === blank ? here(c) : undefined}
      back={{ href: paths.chief(), label: words.title }}
    >
      <ErrorSummary filled={filled} />
      <h1>{words.answerTitle}</h1>
      <article class="said">
        <RatingCard rating={rating} request={request} />
      </article>
      <Rest rating={rating} />
      <form method="post" action={to(c, paths.chiefAnswer(id))}>
        <TextArea
          name="answer"
          label={words.reply}
          hint={words.replyHint}
          rows={6}
          filled={filled}
          initial={rating.answer ?? undefined}
        />
        <button class="button">{words.save}</button>
      </form>
    </DeskPage>,
    filled === blank ? 200 : 422,
  )
}

/** The two questions without stars. */
function Rest({ rating }: { rating: Rating }) {
  const { w } = useView()
  const words = w.deskReports.chief
  const returns = ([0, 1, 2, 3] as const).find((it) => it === rating.returns) ?? 3
  return (
    <Summary
      rows={[
        [words.returned, w.ratings.returns[returns]],
        [words.online, rating.filedOnline ? w.ratings.filedOnline.yes : w.ratings.filedOnline.no],
      ]}
    />
  )
}

/** Keeps the answer; the request that the rating opened again is settled. */
export async function doAnswer(c: Context<Env>) {
  const { ctx, lang } = c.var
  const ratingId = c.req.param('id') ?? ''
  if (!isUuid(ratingId)) return c.notFound()
  const schema = z.object({ answer: z.string().default('') })
  const { data, filled } = readForm(schema, await readBody(c))
  if (!data) return showAnswer(c, filled)
  const { filled: again } = await tryDeed(filled, lang, () =>
    answerRating(ctx, { ratingId, answer: data.answer }),
  )
  if (again) return showAnswer(c, again)
  return c.redirect(to(c, `${paths.chief()}?xong=answered`), 303)
}
