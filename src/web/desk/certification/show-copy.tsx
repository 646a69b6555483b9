import type { Context } from 'hono'
import {
  copyCan,
  getCopy,
  readPaperStatement,
  type Copy,
} from '#src/modules/certification/index.ts'
import { readOfficerNames } from '#src/modules/identity/index.ts'
import { getPaper } from '#src/modules/papers/index.ts'
import { getRequest } from '#src/modules/requests/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, type Filled } from '../../read-form.ts'
import { render } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Tag } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { CompareForm } from './compare-form.tsx'
import { CopyFacts } from './copy-facts.tsx'
import { StateTag } from './copy-list.tsx'
import { DeliverForm } from './deliver-form.tsx'
import { EndForms } from './end-forms.tsx'
import { JobTag } from './job-tag.tsx'
import { Pictures } from './pictures.tsx'
import { StatementSheet } from './statement-sheet.tsx'
import { withJob } from './read-queue.ts'
import { verifyUrlOf } from './with-signing.ts'

/** One certified copy whole: what it is, what was done, what may be done now. */
export async function showCopy(c: Context<Env>) {
  return answerCopy(c, blank)
}

/** The page of a copy, after a deed too: what was refused stays in its form. */
export async function answerCopy(c: Context<Env>, filled: Filled) {
  const { ctx, session, w } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const { copy, job } = await withJob(ctx, await getCopy(ctx, { copyId: id }))
  const [request, paper, names, statement] = await Promise.all([
    getRequest(ctx, { requestId: copy.requestId }),
    copy.paperId ? getPaper(ctx, { paperId: copy.paperId }) : null,
    readOfficerNames(ctx, officersOf(copy)),
    copy.medium === 'paper' && copy.state === 'issued'
      ? readPaperStatement(ctx, { copyId: id })
      : null,
  ])
  const may = (right: 'certification.work' | 'certification.sign' | 'audit.read') =>
    session.officer.rights.includes(right)
  const comparing = may('certification.work') && copyCan('compare', copy)
  const words = w.deskCertification
  const back = may('certification.work')
    ? { href: paths.copies(), label: words.queue.title }
    : { href: paths.chiefCopies(), label: words.chief.title }
  return render(
    c,
    <DeskPage
      title={words.copy.title({ name: copy.originalName })}
      session={session}
      door={may('certification.work') ? 'certification' : 'chief'}
      here={paths.copy(id)}
      back={back}
    >
      <ErrorSummary filled={filled} />
      <Done said={readDone(c, words.done)} />
      <h1>
        <Vietnamese text={copy.originalName} />
      </h1>
      <p class="tags">
        <StateTag copy={copy} />
        <Tag tone="plain">{w.certification.media[copy.medium]}</Tag>
        {copy.state === 'approved' && <JobTag job={job} />}
      </p>
      <div class="columns wide-aside">
        <div class="column">
          {comparing && <CompareForm copy={copy} paper={paper} filled={filled} />}
          {statement && <StatementSheet statement={statement} printed />}
          {may('certification.work') && copyCan('deliver', copy) && (
            <DeliverForm copy={copy} filled={filled} />
          )}
          {!comparing && paper && !paper.erasedAt && (
            // Opened only by who wants to look: each look at a page is written in the trail.
            <details class="noprint">
              <summary>{words.copy.pictures}</summary>
              <Pictures paper={paper} />
            </details>
          )}
        </div>
        <div class="column aside">
          <CopyFacts
            copy={copy}
            job={job}
            requestCode={request.code}
            mayWork={may('certification.work')}
            mayAudit={may('audit.read')}
            names={new Map([...names].map(([key, it]) => [key, it.fullName]))}
            verifyUrl={verifyUrlOf(c)(copy.code)}
          />
          <EndForms
            copy={copy}
            mayWork={may('certification.work')}
            maySign={may('certification.sign')}
            filled={filled}
          />
        </div>
      </div>
    </DeskPage>,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}

function officersOf(copy: Copy): string[] {
  const deeds = [copy.asked, copy.compared, copy.numbered, copy.delivered, copy.ended]
  return [...new Set(deeds.flatMap((it) => (it ? [it.by] : [])))]
}
