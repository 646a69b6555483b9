import type { Context } from 'hono'
import { getCopy } from '#src/modules/certification/index.ts'
import {
  fetchForAgent,
  openAgentErrand,
  takeFromAgent,
  type AgentErrand,
} from '#src/modules/signing/index.ts'
import { withSigning } from '../../desk/certification/with-signing.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, type Filled, readBody, tryDeed } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { sayTime, local } from '../../dates.ts'
import { DeskPage } from '../../ui/desk-page.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { answerCopies } from './show-copies.tsx'

/**
 * For a key that only a program on the official's own PC can use: fetch the file, sign it there, bring
 * it back. The same two addresses serve a program that does all three by itself.
 */
export async function openByProgram(c: Context<Env>) {
  const copyId = c.req.param('id') ?? ''
  if (!isUuid(copyId)) return c.notFound()
  const ctx = withSigning(c)
  const { signingJobId: jobId } = await getCopy(ctx, { copyId })
  if (!jobId) return c.notFound()
  const { done, filled } = await tryDeed(blank, c.var.lang, () =>
    openAgentErrand(ctx, { jobId, step: 'official' }),
  )
  return filled ? answerCopies(c, filled) : answerErrand(c, copyId, done, blank)
}

/** The file that the program signs; its address is good once. */
export async function fetchByHand(c: Context<Env>) {
  const { pdf, jobId } = await fetchForAgent(withSigning(c), { token: c.req.query('ma') ?? '' })
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'cache-control': 'no-store',
    'content-disposition': `attachment; filename="${jobId}.pdf"`,
  })
}

/** The signed file comes back: the bytes that went out must stand first in it, unchanged. */
export async function bringByHand(c: Context<Env>) {
  const copyId = c.req.param('id') ?? ''
  if (!isUuid(copyId)) return c.notFound()
  const body = await readBody(c)
  const [file, token] = [body['file'], String(body['token'] ?? '')]
  const pdf = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  const { filled } = await tryDeed(blank, c.var.lang, () =>
    takeFromAgent(withSigning(c), { token, pdf }),
  )
  // The errand stays open for the right file.
  if (filled) return answerErrand(c, copyId, { bringToken: token }, filled)
  return c.redirect(to(c, `${paths.chiefCopies()}?xong=ky`), 303)
}

type Errand = Pick<AgentErrand, 'bringToken'> & Partial<AgentErrand>

function answerErrand(c: Context<Env>, copyId: string, errand: Errand, filled: Filled) {
  const words = c.var.w.deskCertification.program
  const { fetchToken, bringToken, expiresAt } = errand
  const at = to(c, paths.chiefCopyDo(copyId, 'tep'))
  return render(
    c,
    <DeskPage
      title={words.title}
      session={c.var.session}
      door="chief"
      narrow
      back={{ href: paths.chiefCopies(), label: c.var.w.deskCertification.chief.back }}
    >
      <ErrorSummary filled={filled} />
      <h1>{words.title}</h1>
      {expiresAt && <p>{words.until({ time: sayTime(c.var.lang, local(expiresAt)) })}</p>}
      <ol>
        {fetchToken && (
          <li>
            <a href={`${at}?ma=${fetchToken}`}>{words.fetch}</a>
          </li>
        )}
        <li>{words.sign}</li>
        <li>{words.bring}</li>
      </ol>
      <form method="post" enctype="multipart/form-data" action={at}>
        <input type="hidden" name="token" value={bringToken} />
        <div class="field">
          <label for="o-file">{words.file}</label>
          <input id="o-file" type="file" name="file" accept="application/pdf" required />
        </div>
        <button class="button">{words.send}</button>
      </form>
    </DeskPage>,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}
