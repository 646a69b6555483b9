import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import {
  addCapturedPage,
  findCapture,
  type Capture,
  type PageTrouble,
} from '#src/modules/papers/index.ts'
import { chosenBefore, readSent, takeFiles } from '../desk/papers/read-sent.ts'
import { SendForm } from '../desk/papers/send-form.tsx'
import { answerPart } from '../desk/papers/take-part.ts'
import { withFiles } from '../desk/papers/with-files.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import type { Filled } from '../read-form.ts'
import { render, to } from '../render.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Notice } from '../ui/pieces.tsx'
import { PublicPage } from '../ui/public-page.tsx'

/** The camera page on an officer's phone: sends to one request, shows nothing of it. */
export async function showCapture(c: Context<Env>) {
  const capture = await findCapture(c.var.ctx, tokenOf(c))
  if (!capture) return answerEnded(c)
  return answerCapture(c, capture, chosenBefore(c), c.req.query('xong') === 'gui' ? [] : null)
}

export async function addCaptured(c: Context<Env>) {
  const capture = await findCapture(c.var.ctx, tokenOf(c))
  if (!capture) return answerEnded(c)
  const sent = await readSent(c)
  const { listedAs, name } = sent
  const { taken, filled } = await takeFiles(c, sent, (file) =>
    addCapturedPage(withFiles(c), { token: tokenOf(c), listedAs, name, ...file }),
  )
  const troubles = [...new Set(taken.flatMap((it) => it.troubles))]
  return answerCapture(c, capture, filled ?? sent.filled, filled ? null : troubles)
}

export async function addCapturedPart(c: Context<Env>) {
  const capture = await findCapture(c.var.ctx, tokenOf(c))
  const { 'papers.capture_ended': ended } = c.var.w.papers.refusals
  if (!capture) return c.json({ refused: ended }, 409)
  const { requestId } = capture
  return answerPart(c, { ctx: c.var.ctx, requestId }, (whole) =>
    addCapturedPage(withFiles(c), { token: tokenOf(c), ...whole }),
  )
}

const tokenOf = (c: Context<Env>) => c.req.param('token') ?? ''

function answerCapture(
  c: Context<Env>,
  capture: Capture,
  filled: Filled,
  /** What is wrong with the pages that have just arrived; null when none have. */
  arrived: PageTrouble[] | null,
) {
  const { office, w } = c.var
  const words = w.papers.capture
  const here = to(c, paths.capture(office.slug, tokenOf(c)))
  c.header('Cache-Control', 'no-store')
  return render(
    c,
    <PublicPage title={words.title} office={office} islands={['send-papers.js']}>
      <ErrorSummary filled={filled} />
      {arrived && (
        <div role="status" data-arrived>
          <Notice tone={arrived.length > 0 ? 'sun' : 'leaf'}>
            {arrived.length === 0 && <p>{words.done}</p>}
            {arrived.map((it) => (
              <p>{words.look({ why: w.papers.troubles[it] })}</p>
            ))}
          </Notice>
        </div>
      )}
      <h1>
        {words.title} · {capture.code}
      </h1>
      <p>{words.lead}</p>
      <SendForm
        action={here}
        parts={`${here}/gui/`}
        done={`${here}?xong=gui`}
        clientKey={randomUUID()}
        items={capture.items}
        filled={filled}
        camera
      />
    </PublicPage>,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}

function answerEnded(c: Context<Env>) {
  const { office, w } = c.var
  return render(
    c,
    <PublicPage title={w.papers.capture.ended} office={office}>
      <h1>{w.papers.capture.ended}</h1>
      <p>{w.papers.capture.endedHint}</p>
    </PublicPage>,
    404,
  )
}
