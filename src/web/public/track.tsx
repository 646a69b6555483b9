import type { Context } from 'hono'
import { z } from 'zod'
import { Refusal } from '#src/base/refusal.ts'
import { trackRequest } from '#src/modules/requests/index.ts'
import type { Words } from '#src/words/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { type Filled, readBody, readForm, withRefusal } from '../read-form.ts'
import { render, to } from '../render.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { PublicPage } from '../ui/public-page.tsx'
import { useView } from '../view.ts'
import { Tracked } from './tracked.tsx'

/** Asks for the code of the slip; the slip's QR brings it along as `?ma=`. */
export function showTrack(c: Context<Env>) {
  return answerForm(c, { values: { code: c.req.query('ma') ?? '' }, errors: {} }, 200)
}

/** Shows where a request stands. Posted, so that neither code nor digits stay in an address. */
export async function answerTrack(c: Context<Env>) {
  const { ctx, office, w } = c.var
  const { data, filled } = readForm(followed(w), await readBody(c))
  if (!data) return answerForm(c, filled, 422)
  try {
    const request = await trackRequest(ctx, data)
    return render(
      c,
      <PublicPage
        title={w.public.track.resultTitle({ code: request.code })}
        office={office}
        back={{ href: paths.track(office.slug), label: w.public.track.again }}
      >
        <Tracked office={office} request={request} />
      </PublicPage>,
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const status = error.code === 'requests.track_wait' ? 429 : 422
    return answerForm(c, withRefusal(filled, error, c.var.lang), status)
  }
}

/** Somebody who types the whole number means its end. */
function followed(w: Words) {
  const { track } = w.public
  return z.object({
    code: z.string().min(1, track.codeMissing).max(40, track.codeMissing),
    lastDigits: z
      .string()
      .transform((typed) => typed.replace(/\D/g, ''))
      .transform((digits) => (digits.length >= 9 ? digits.slice(-4) : digits))
      .refine((digits) => digits.length === 4, track.phoneMissing),
  })
}

function answerForm(c: Context<Env>, filled: Filled, status: 200 | 422 | 429) {
  const { office, w } = c.var
  const { track } = w.public
  return render(
    c,
    <PublicPage
      title={status === 200 ? track.title : w.public.wrong({ title: track.title })}
      office={office}
      here={paths.track(office.slug)}
      description={track.lead}
    >
      <ErrorSummary filled={filled} />
      <h1>{track.title}</h1>
      <p>{track.lead}</p>
      <TrackForm
        action={to(c, paths.track(office.slug))}
        filled={filled}
        prefix={office.requestCodePrefix}
      />
      <p>{track.lost}</p>
    </PublicPage>,
    status,
  )
}

function TrackForm(props: { action: string; filled: Filled; prefix: string }) {
  const { track } = useView().w.public
  return (
    <form method="post" action={props.action}>
      <Field
        name="code"
        label={track.code}
        hint={track.codeHint({ prefix: props.prefix })}
        filled={props.filled}
        width="mid"
        maxlength={40}
        spellcheck={false}
      />
      <Field
        name="lastDigits"
        label={track.phone}
        hint={track.phoneHint}
        filled={props.filled}
        width="short"
        inputmode="numeric"
        maxlength={16}
      />
      <button class="button">{track.see}</button>
    </form>
  )
}
