import type { Context } from 'hono'
import { z } from 'zod'
import { Refusal } from '#src/base/refusal.ts'
import { rateRequest } from '#src/modules/ratings/index.ts'
import { trackRequest, type TrackedRequest } from '#src/modules/requests/index.ts'
import type { Words } from '#src/words/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { blank, type Filled, readBody, readForm, withRefusal } from '../read-form.ts'
import { here, render, to } from '../render.tsx'
import { shorten } from '../shorten.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PublicPage } from '../ui/public-page.tsx'
import { Sentence, Told } from '../ui/told.tsx'
import { RateForm } from './rate-form.tsx'

/** Five questions about one request, asked once. Whoever holds the slip's token may answer. */
export async function showRating(c: Context<Env>) {
  const request = await findRated(c)
  if (!request) return answerUnknown(c)
  if (request.ratingToken === null) return answerNotAsked(c, request)
  return answerForm(c, request, blank, 200)
}

export async function answerRating(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const request = await findRated(c)
  if (!request) return answerUnknown(c)
  if (request.ratingToken === null) return answerNotAsked(c, request)
  const { data, filled } = readForm(ratingOf(w), await readBody(c))
  if (!data) return answerForm(c, request, filled, 422)
  try {
    const key = { slipToken: request.ratingToken }
    const { low } = await rateRequest(ctx, { ...data, key })
    const { rate } = w.public
    return answerMessage(c, rate.thanks, low ? rate.thanksLow : rate.thanksHint, 200)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'requests.rated_already') return answerNotAsked(c, request)
    return answerForm(c, request, withRefusal(filled, error, lang), 422)
  }
}

async function findRated(c: Context<Env>): Promise<TrackedRequest | null> {
  try {
    return await trackRequest(c.var.ctx, { slipToken: c.req.param('token') ?? '' })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'requests.track_not_found') return null
    throw error
  }
}

/** The answers to the five questions, as the form sends them. */
export function ratingOf(w: Words) {
  const { choose, tooLong, anonymous } = w.public.rate
  const { questions } = w.ratings
  const oneOf = (question: string, answers: readonly string[]) =>
    z.enum(answers, choose({ question }))
  const stars = ['1', '2', '3', '4', '5']
  return z.object({
    guidance: oneOf(questions.guidance, stars).transform(Number),
    speed: oneOf(questions.speed, stars).transform(Number),
    attitude: oneOf(questions.attitude, stars).transform(Number),
    returns: oneOf(questions.returns, ['0', '1', '2', '3']).transform(Number),
    filedOnline: oneOf(questions.filedOnline, ['yes', 'no']).transform((it) => it === 'yes'),
    sentence: z.string().max(1000, tooLong).default(''),
    anonymous: oneOf(anonymous, ['yes', 'no']).transform((it) => it === 'yes'),
  })
}

function answerForm(c: Context<Env>, request: TrackedRequest, filled: Filled, status: 200 | 422) {
  const { office, w } = c.var
  const { rate } = w.public
  return render(
    c,
    <PublicPage
      title={status === 422 ? w.public.wrong({ title: rate.title }) : rate.title}
      office={office}
      here={here(c)}
    >
      <ErrorSummary filled={filled} />
      <h1>{rate.title}</h1>
      <p>
        <Sentence text={rate.about}>
          <Told said={shorten(request.procedureName)} />
        </Sentence>{' '}
        <b>{request.code}</b>
      </p>
      <p>{rate.lead}</p>
      <RateForm
        filled={filled}
        action={to(c, paths.rate(office.slug, request.ratingToken ?? ''))}
      />
    </PublicPage>,
    status,
  )
}

function answerNotAsked(c: Context<Env>, request: TrackedRequest) {
  const { rate } = c.var.w.public
  return request.stage === 'preparing' || request.stage === 'ready'
    ? answerMessage(c, rate.notYet, rate.notYetHint, 409)
    : answerMessage(c, rate.twice, rate.twiceHint, 409)
}

function answerUnknown(c: Context<Env>) {
  const { rate } = c.var.w.public
  return answerMessage(c, rate.unknown, rate.unknownHint, 404)
}

function answerMessage(c: Context<Env>, title: string, hint: string, status: 200 | 404 | 409) {
  const { office, w } = c.var
  return render(
    c,
    <PublicPage title={title} office={office}>
      <h1>{title}</h1>
      <p>{hint}</p>
      <p>
        <a href={to(c, paths.figures(office.slug))}>{w.public.figures.title}</a>
      </p>
    </PublicPage>,
    status,
  )
}
