import type { Context } from 'hono'
import { getCopy, readDraftStatement } from '#src/modules/certification/index.ts'
import { readOfficerNames } from '#src/modules/identity/index.ts'
import { getPaper } from '#src/modules/papers/index.ts'
import { listKeys, readReadiness } from '#src/modules/signing/index.ts'
import { sayInstant } from '../../dates.ts'
import { CopyLine } from '../../desk/certification/copy-list.tsx'
import { JobTag } from '../../desk/certification/job-tag.tsx'
import { Pictures } from '../../desk/certification/pictures.tsx'
import { Problems } from '../../desk/certification/problems.tsx'
import { withJob } from '../../desk/certification/read-queue.ts'
import { StatementSheet } from '../../desk/certification/statement-sheet.tsx'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, type Filled } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { readToSign } from './read-to-sign.ts'
import { SignBox } from './sign-box.tsx'

/** One copy before the signature: each page, the statement as it will read, then the two answers. */
export async function showOne(c: Context<Env>) {
  return answerOne(c, blank)
}

export async function answerOne(c: Context<Env>, filled: Filled, problems: string[] = []) {
  const { ctx, session, w, lang } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const { copy, job } = await withJob(ctx, await getCopy(ctx, { copyId: id }))
  const [{ waiting }, readiness, keys, paper, names] = await Promise.all([
    readToSign(ctx, session.officer.id),
    readReadiness(ctx),
    listKeys(ctx),
    copy.paperId ? getPaper(ctx, { paperId: copy.paperId }) : null,
    readOfficerNames(ctx, copy.compared ? [copy.compared.by] : []),
  ])
  const mine = waiting.some((it) => it.copy.id === id)
  // What is signed, returned or ended already is shown as everybody sees it.
  if (!mine && problems.length === 0) return c.redirect(to(c, paths.copy(id)), 303)
  const next = waiting.find((it) => it.copy.id !== id)
  const words = w.deskCertification.chief
  return render(
    c,
    <DeskPage
      title={words.pick({ name: copy.originalName })}
      session={session}
      door="chief"
      here={paths.chiefCopy(id)}
      back={{ href: paths.chiefCopies(), label: words.back }}
    >
      <ErrorSummary filled={filled} />
      <Problems said={problems} />
      <h1>
        <Vietnamese text={copy.originalName} />
      </h1>
      <p>
        <CopyLine copy={copy} />
      </p>
      <p class="tags">
        <JobTag job={job} />
        {copy.compared && (
          <span>
            {words.compared({
              name: names.get(copy.compared.by)?.fullName ?? '',
              at: sayInstant(lang, copy.compared.at),
            })}
          </span>
        )}
      </p>
      <div class="columns wide-aside">
        <div class="column">
          {paper && !paper.erasedAt ? <Pictures paper={paper} /> : <p>{words.paperLead}</p>}
        </div>
        <div class="column aside">
          <p class="hint">{words.statement}</p>
          <StatementSheet statement={await readDraftStatement(ctx, { copyId: id })} />
          <form method="post" action={to(c, paths.chiefCopiesDo('ky'))}>
            <input type="hidden" name="ids[]" value={id} />
            <input type="hidden" name="one" value={id} />
            <SignBox
              readiness={readiness}
              own={keys.find((it) => it.holderId === session.officer.id) ?? null}
              paper={copy.medium === 'paper' ? 'all' : 'none'}
              isDemo={session.office.isDemo}
              label={words.signOne}
              filled={filled}
            />
          </form>
          {copy.state === 'compared' && <ReturnForm id={id} filled={filled} />}
          {next && (
            <p>
              <a href={to(c, paths.chiefCopy(next.copy.id))}>
                {words.next}: <Vietnamese text={next.copy.originalName} />
              </a>
            </p>
          )}
        </div>
      </div>
    </DeskPage>,
    Object.keys(filled.errors).length > 0 || problems.length > 0 ? 422 : 200,
  )
}

function ReturnForm({ id, filled }: { id: string; filled: Filled }) {
  const { w, to } = useView()
  const words = w.deskCertification.chief
  return (
    <details open={filled.errors['reason'] !== undefined || undefined}>
      <summary>{words.return}</summary>
      <form method="post" action={to(paths.chiefCopyDo(id, 'tra-lai'))}>
        <TextArea
          name="reason"
          label={words.returnReason}
          rows={3}
          maxlength={600}
          filled={filled}
        />
        <button class="button quiet">{words.return}</button>
      </form>
    </details>
  )
}
