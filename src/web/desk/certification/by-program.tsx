import type { Context } from 'hono'
import { getCopy } from '#src/modules/certification/index.ts'
import {
  fetchForAgent,
  openAgentErrand,
  requireErrand,
  takeFromAgent,
  type AgentErrand,
} from '#src/modules/signing/index.ts'
import { sayTime, local } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, readBody, tryDeed, type Filled } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { DeskPage, type Door } from '../../ui/desk-page.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { withSigning } from './with-signing.ts'

/** Whose program signs: the official's, or that of the office's seal. Both pages are the same but for this. */
export type ProgramStep = {
  step: 'official' | 'seal'
  door: Door
  /** The list that the copy stands in, and what it says once the file is back. */
  list: string
  done: string
  /** Where the file is fetched and brought back. */
  at: (copyId: string) => string
  answerList: (c: Context<Env>, filled: Filled) => Promise<Response>
  /** The file came back; what follows at once. */
  afterwards?: (c: Context<Env>) => Promise<unknown>
}

/**
 * For a key that only a program on the officer's own PC can use: fetch the file, sign it there, bring
 * it back. The same two addresses serve a program that does all three by itself.
 */
export function byProgram(it: ProgramStep) {
  return { open: open(it), fetch: fetchFile, bring: bring(it) }
}

function open(it: ProgramStep) {
  return async (c: Context<Env>) => {
    const copyId = c.req.param('id') ?? ''
    if (!isUuid(copyId)) return c.notFound()
    const ctx = withSigning(c)
    const { signingJobId: jobId } = await getCopy(ctx, { copyId })
    if (!jobId) return c.notFound()
    const { done, filled } = await tryDeed(blank, c.var.lang, () =>
      openAgentErrand(ctx, { jobId, step: it.step }),
    )
    return filled ? it.answerList(c, filled) : answerErrand(c, it, done, blank)
  }
}

/** The file that the program signs; its address is good once. */
async function fetchFile(c: Context<Env>) {
  const { pdf, jobId } = await fetchForAgent(withSigning(c), { token: c.req.query('ma') ?? '' })
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'cache-control': 'no-store',
    'content-disposition': `attachment; filename="${jobId}.pdf"`,
  })
}

/** The signed file comes back: the bytes that went out must stand first in it, unchanged. */
function bring(it: ProgramStep) {
  return async (c: Context<Env>) => {
    const { lang, w } = c.var
    const copyId = c.req.param('id') ?? ''
    if (!isUuid(copyId)) return c.notFound()
    const ctx = withSigning(c)
    const token = c.req.query('ma') ?? ''
    // Sixty megabytes are read into memory for nobody else.
    const over = await tryDeed(blank, lang, () => requireErrand(ctx, { token }))
    if (over.filled) return it.answerList(c, over.filled)
    const { file } = await readBody(c)
    const errand = { bringToken: token }
    if (!(file instanceof File) || file.size === 0)
      return answerErrand(c, it, errand, besideFile(w.deskCertification.program.fileMissing))
    const pdf = new Uint8Array(await file.arrayBuffer())
    const { filled } = await tryDeed(blank, lang, () => takeFromAgent(ctx, { token, pdf }))
    // The errand stays open for the right file.
    if (filled) return answerErrand(c, it, errand, besideFile(Object.values(filled.errors)[0]!))
    await it.afterwards?.(c)
    return c.redirect(to(c, `${it.list}?xong=${it.done}`), 303)
  }
}

const besideFile = (file: string): Filled => ({ values: {}, errors: { file } })

type Errand = Pick<AgentErrand, 'bringToken'> & Partial<AgentErrand>

function answerErrand(c: Context<Env>, it: ProgramStep, errand: Errand, filled: Filled) {
  const { program, chief, queue } = c.var.w.deskCertification
  const official = it.step === 'official'
  const { fetchToken, bringToken, expiresAt } = errand
  const at = to(c, it.at(c.req.param('id') ?? ''))
  const title = official ? program.title : program.sealTitle
  return render(
    c,
    <DeskPage
      title={title}
      session={c.var.session}
      door={it.door}
      here={it.list}
      narrow
      back={{ href: it.list, label: official ? chief.back : queue.title }}
    >
      <ErrorSummary filled={filled} />
      <h1>{title}</h1>
      {expiresAt && <p>{program.until({ time: sayTime(c.var.lang, local(expiresAt)) })}</p>}
      <ol>
        {fetchToken && (
          <li>
            <a href={`${at}?ma=${fetchToken}`}>{program.fetch}</a>
          </li>
        )}
        <li>{program.sign}</li>
        <li>{program.bring}</li>
      </ol>
      <form method="post" enctype="multipart/form-data" action={`${at}?ma=${bringToken}`}>
        <FileField name="file" label={program.file} accept="application/pdf,.pdf" filled={filled} />
        <button class="button">{program.send}</button>
      </form>
    </DeskPage>,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}
