import type { Context } from 'hono'
import { findIssued, logCheck, type Issued } from '#src/modules/certification/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, type Filled } from '../../read-form.ts'
import { render } from '../../render.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import { FileForm } from './file-form.tsx'
import { Ended, IssuedFacts } from './issued-facts.tsx'
import { answerVerify, readCode } from './show-verify.tsx'

/** Where the QR of a copy leads: which copy that is, and the way to compare the file itself. */
export async function showIssued(c: Context<Env>) {
  const { ctx, w } = c.var
  const typed = c.req.param('code') ?? ''
  const copy = await findByCode(c, typed)
  await logCheck(ctx, {
    how: 'code',
    copyId: copy?.copyId ?? null,
    outcome: copy?.state ?? 'unknown_code',
  })
  if (copy) return answerIssued(c, copy, blank)
  const errors = { ma: w.verifyPages.codeUnknown }
  return answerVerify(c, { values: { ma: typed }, errors }, 404)
}

export async function findByCode(c: Context<Env>, typed: string): Promise<Issued | null> {
  const code = readCode(typed)
  return code === null ? null : findIssued(c.var.ctx, { code })
}

export function answerIssued(
  c: Context<Env>,
  copy: Issued,
  filled: Filled,
  status: 200 | 413 | 422 = 200,
) {
  const { office, w } = c.var
  const said = w.verifyPages
  const address = paths.verifyCode(office.slug, copy.code)
  // Codes are for whoever holds the copy, not for a search engine.
  c.header('X-Robots-Tag', 'noindex')
  c.header('Cache-Control', 'no-store')
  return render(
    c,
    <PublicPage
      title={said.copyTitle(copy.number)}
      office={office}
      here={address}
      back={{ href: paths.verify(office.slug), label: said.title }}
    >
      <ErrorSummary filled={filled} />
      <h1>{said.copyTitle(copy.number)}</h1>
      <Ended copy={copy} />
      <IssuedFacts copy={copy} office={office} />
      {copy.medium === 'paper' ? (
        <p>{said.onPaper}</p>
      ) : (
        <>
          <h2>{said.compare}</h2>
          <p>{said.compareLead}</p>
          <FileForm action={address} filled={filled} />
        </>
      )}
    </PublicPage>,
    status,
  )
}
