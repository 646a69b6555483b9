import type { Context } from 'hono'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, type Filled } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import { FileForm } from './file-form.tsx'

/** Asks for a code or a file. A code typed here, `?ma=`, leads to its page. */
export function showVerify(c: Context<Env>) {
  const { office, w } = c.var
  const typed = c.req.query('ma')
  if (typed === undefined) return answerVerify(c, blank)
  const code = readCode(typed)
  if (code) return c.redirect(to(c, paths.verifyCode(office.slug, code)), 303)
  return answerVerify(c, { values: { ma: typed }, errors: { ma: w.verifyPages.codeMissing } }, 422)
}

/** As typed from paper: in small letters, with spaces or dashes. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return code.length > 0 && code.length <= 40 ? code : null
}

export function answerVerify(c: Context<Env>, filled: Filled, status: 200 | 404 | 413 | 422 = 200) {
  const { office, w } = c.var
  const said = w.verifyPages
  return render(
    c,
    <PublicPage
      title={status === 200 ? said.title : w.public.wrong({ title: said.title })}
      office={office}
      here={paths.verify(office.slug)}
      description={said.lead}
    >
      <ErrorSummary filled={filled} />
      <h1>{said.title}</h1>
      <p>{said.lead}</p>
      <h2>{said.byCode}</h2>
      <form method="get" action={to(c, paths.verify(office.slug))}>
        <Field
          name="ma"
          label={said.code}
          hint={said.codeHint}
          filled={filled}
          width="mid"
          maxlength={40}
          spellcheck={false}
        />
        <button class="button">{said.seeCode}</button>
      </form>
      <h2>{said.byFile}</h2>
      <p>{said.byFileLead}</p>
      <FileForm action={paths.verify(office.slug)} filled={filled} />
    </PublicPage>,
    status,
  )
}
