import { X509Certificate } from 'node:crypto'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Refusal } from '#src/base/refusal.ts'
import { logCheck, type Issued } from '#src/modules/certification/index.ts'
import { readTrust } from '#src/modules/signing/index.ts'
import type { Report } from '#src/outside/pades/inspect/finding.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { render, to } from '../../render.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import { mostMegabytes } from './file-form.tsx'
import { FileReport } from './file-report.tsx'
import { judgeFile } from './judge-file.ts'
import { lookUpFile } from './look-up-file.ts'
import { answerIssued, findByCode } from './show-issued.tsx'
import { answerVerify } from './show-verify.tsx'
import { answerBusy } from './take-turns.tsx'
import { readBody } from '../../read-form.ts'

/** What arrives is counted as it comes; a form around the file takes a little more. */
export const takesOneFile = bodyLimit({
  maxSize: mostMegabytes * 2 ** 20 + 4096,
  onError: (c: Context<Env>) => {
    const errors = { file: c.var.w.verifyPages.fileTooLarge }
    return answerVerify(c, { values: {}, errors }, 413)
  },
})

/**
 * Examines the file that was sent: is it in the register, who signed it, what was done to it since. The
 * file is read beside the thread that answers people, and forgotten.
 */
export async function checkFile(c: Context<Env>) {
  const { ctx, w, house } = c.var
  const asked = await findByCode(c, c.req.param('code') ?? '')
  const { file } = await readBody(c)
  if (!(file instanceof File) || file.name === '' || file.size === 0) {
    const filled = { values: {}, errors: { file: w.verifyPages.fileMissing } }
    return asked ? answerIssued(c, asked, filled, 422) : answerVerify(c, filled, 422)
  }
  const pades = house.publicPades ?? house.pades
  if (!pades) throw new Error('this house examines no files')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { roots } = await readTrust(ctx)
  const measure = { roots: roots.map((it) => new X509Certificate(it)), now: ctx.now }
  let report: Report
  try {
    report = await pades.inspect(bytes, measure)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'signing.busy') return answerBusy(c)
    throw error
  }
  return answerReport(c, { bytes, report, asked })
}

type Checked = { bytes: Uint8Array; report: Report; asked: Issued | null }

async function answerReport(c: Context<Env>, { bytes, report, asked }: Checked) {
  const { ctx, office, w } = c.var
  const said = w.verifyPages
  const found = await lookUpFile(ctx, bytes, report)
  const judgement = judgeFile(report, { ...found, asked })
  const copyId = judgement.copy?.copyId ?? null
  await logCheck(ctx, { how: 'file', copyId, outcome: judgement.answer })
  c.header('Cache-Control', 'no-store')
  return render(
    c,
    <PublicPage
      title={said.resultTitle}
      office={office}
      back={{ href: paths.verify(office.slug), label: said.title }}
    >
      <h1>{said.resultTitle}</h1>
      <FileReport judgement={judgement} report={report} office={office} />
      <p>
        <a class="button quiet" href={to(c, paths.verify(office.slug))}>
          {said.again}
        </a>
      </p>
    </PublicPage>,
  )
}
