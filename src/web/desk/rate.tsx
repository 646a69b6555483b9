import type { Context } from 'hono'
import { rateRequest } from '#src/modules/ratings/index.ts'
import { getRequest } from '#src/modules/requests/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { isUuid } from '../public/is-uuid.ts'
import { RateForm } from '../public/rate-form.tsx'
import { ratingOf } from '../public/rate.tsx'
import { blank, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { render, to } from '../render.tsx'
import { shorten } from '../shorten.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Told } from '../ui/told.tsx'

/** The five questions on the desk's screen, turned to the person. */
export async function showDeskRating(c: Context<Env>) {
  return answer(c, blank, 200)
}

export async function takeDeskRating(c: Context<Env>) {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const { data, filled } = readForm(ratingOf(c.var.w), await readBody(c))
  if (!data) return answer(c, filled, 422)
  const rated = await tryDeed(filled, c.var.lang, () =>
    rateRequest(c.var.ctx, { ...data, key: { requestId: id } }),
  )
  if (rated.filled) return answer(c, rated.filled, 422)
  return c.redirect(to(c, `${paths.request(id)}?xong=rated`), 303)
}

async function answer(c: Context<Env>, filled: Filled, status: 200 | 422) {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const { ctx, session, w } = c.var
  const request = await getRequest(ctx, { requestId: id })
  const { rate } = w.public
  return render(
    c,
    <DeskPage
      title={status === 422 ? w.desk.wrong({ title: rate.title }) : rate.title}
      session={session}
      door="requests"
      here={paths.requestRate(id)}
      narrow
      back={{ href: paths.request(id), label: request.code }}
    >
      <ErrorSummary filled={filled} />
      <h1>{rate.title}</h1>
      <p>
        <b>
          <Told said={shorten(request.procedureName)} />
        </b>{' '}
        {request.code}
      </p>
      <p>{w.deskRequest.rated.turnScreen}</p>
      <RateForm filled={filled} action={to(c, paths.requestRate(id))} />
    </DeskPage>,
    status,
  )
}
