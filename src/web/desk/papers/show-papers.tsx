import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { getProcedureVersion } from '#src/modules/catalogue/index.ts'
import {
  addPage,
  countSheets,
  listPapers,
  listReusable,
  readKeepDays,
  reusePaper,
  type Paper,
} from '#src/modules/papers/index.ts'
import { getRequest, type WholeRequest } from '#src/modules/requests/index.ts'
import { sayDay, sayInstant, sayNumber, today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, tryDeed, type Filled } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Tag } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { chosenBefore, readSent, takeFiles } from './read-sent.ts'
import { SendForm } from './send-form.tsx'
import { answerPart } from './take-part.ts'
import { ruleOf } from './upload-rule.ts'
import { withFiles } from './with-files.ts'

/** The papers of a request, and how more are added. */
export async function showPapers(c: Context<Env>) {
  return answerPapers(c, chosenBefore(c))
}

/** Files chosen without script. */
export async function addPages(c: Context<Env>) {
  const requestId = c.req.param('id') ?? ''
  if (!isUuid(requestId)) return c.notFound()
  const mostMegabytes = await readMegabytes(c, requestId)
  const sent = await readSent(c)
  const { listedAs, name } = sent
  const { filled } = await takeFiles(c, sent, (file) =>
    addPage(withFiles(c), { requestId, listedAs, name, mostMegabytes, ...file }),
  )
  if (filled) return answerPapers(c, filled)
  return c.redirect(to(c, `${paths.requestPapers(requestId)}?xong=them`), 303)
}

export async function addPart(c: Context<Env>) {
  const requestId = c.req.param('id') ?? ''
  if (!isUuid(requestId)) return c.notFound()
  return answerPart(c, { ctx: c.var.ctx, requestId }, async (whole) =>
    addPage(withFiles(c), {
      ...{ requestId, mostMegabytes: await readMegabytes(c, requestId), ...whole },
    }),
  )
}

/** A paper that was compared on an earlier visit is taken over. */
export async function takeOver(c: Context<Env>) {
  const [requestId, paperId] = [c.req.param('id') ?? '', c.req.param('paper') ?? '']
  if (!isUuid(requestId) || !isUuid(paperId)) return c.notFound()
  const { filled } = await tryDeed(blank, c.var.lang, () =>
    reusePaper(c.var.ctx, { requestId, paperId }),
  )
  if (filled) return answerPapers(c, filled)
  return c.redirect(to(c, `${paths.requestPapers(requestId)}?xong=dung-lai`), 303)
}

async function readMegabytes(c: Context<Env>, requestId: string): Promise<number> {
  const request = await getRequest(c.var.ctx, { requestId })
  const version = await getProcedureVersion(c.var.ctx, { id: request.procedureVersionId })
  return ruleOf(version.uploadRule).maxMegabytes
}

async function answerPapers(c: Context<Env>, filled: Filled) {
  const { ctx, session, lang, w } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const request = await getRequest(ctx, { requestId: id })
  const papers = await listPapers(ctx, { requestId: id })
  const reusable = await listReusable(ctx, { requestId: id })
  const version = await getProcedureVersion(ctx, { id: request.procedureVersionId })
  const days = await readKeepDays(ctx)
  const { maxMegabytes, types } = ruleOf(version.uploadRule)
  const mayAdd = session.officer.rights.includes('requests.work') && !request.endedAt
  const words = w.papers
  return render(
    c,
    <DeskPage
      title={words.of({ code: request.code })}
      session={session}
      door="requests"
      here={paths.requestPapers(id)}
      islands={['send-papers.js']}
      back={{ href: paths.request(id), label: words.back }}
    >
      <ErrorSummary filled={filled} />
      <div data-arrived>
        <Done said={readDone(c, words.done)} />
      </div>
      <h1>{words.title}</h1>
      <p class="hint">
        {request.code} · {request.procedureName[lang]} ·{' '}
        <Vietnamese text={request.subject.fullName} />
      </p>
      <p>
        {words.lead} {words.keptAfter({ days })}
      </p>
      <div class="columns">
        <div class="column">
          <PaperList papers={papers} />
          {session.officer.rights.includes('certification.work') && (
            <p>
              <a href={to(c, paths.requestCopies(id))}>{w.deskCertification.open}</a>
            </p>
          )}
          {mayAdd && <Reusable papers={reusable} request={request} />}
        </div>
        {mayAdd && (
          <div class="column">
            <section class="part">
              <h2>{words.send.title}</h2>
              <SendForm
                action={to(c, paths.requestPapers(id))}
                parts={to(c, paths.requestPapersDo(id, 'gui/'))}
                done={to(c, `${paths.requestPapers(id)}?xong=them`)}
                clientKey={randomUUID()}
                items={request.items}
                filled={filled}
                rule={words.send.rule({
                  megabytes: sayNumber(lang, maxMegabytes, 1),
                  types: types.map((it) => it.toUpperCase()).join(', '),
                })}
              />
            </section>
            <section class="part">
              <h2>{words.phone.title}</h2>
              <p>{words.phone.lead}</p>
              <form method="post" action={to(c, paths.requestPapersDo(id, 'dien-thoai'))}>
                <button class="button quiet">{words.phone.button}</button>
              </form>
            </section>
          </div>
        )}
      </div>
    </DeskPage>,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}

export function PaperList({ papers }: { papers: Paper[] }) {
  const { lang, w, to } = useView()
  const words = w.papers
  if (papers.length === 0) return <p>{words.none}</p>
  return (
    <ul class="papers check">
      {papers.map((paper) => (
        <li>
          <div>
            <a href={to(paths.requestPaper(paper.requestId, paper.id))}>
              <Vietnamese text={paper.name} />
            </a>{' '}
            {paper.erasedAt ? (
              <Tag tone="plain">{words.paper.erased({ at: sayInstant(lang, paper.erasedAt) })}</Tag>
            ) : (
              <Tag tone={paper.verifiedAt ? 'leaf' : 'plain'}>
                {paper.verifiedAt ? words.verified : words.notVerified}
              </Tag>
            )}{' '}
            {!paper.erasedAt &&
              !paper.verifiedAt &&
              paper.pages.some((it) => it.troubles.length > 0) && (
                <Tag tone="sun">
                  {words.look({ count: paper.pages.filter((it) => it.troubles.length > 0).length })}
                </Tag>
              )}
            <span class="hint">
              {words.pages({ count: countSheets(paper) })}
              {paper.reusedFrom && ` · ${words.paper.reused}`}
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Reusable({ papers, request }: { papers: Paper[]; request: WholeRequest }) {
  const { lang, w, to } = useView()
  const words = w.papers.reuse
  if (papers.length === 0) return null
  return (
    <section aria-labelledby="dung-lai">
      <h2 id="dung-lai">{words.title}</h2>
      <p>{words.lead}</p>
      <ul class="papers check">
        {papers.map((paper) => (
          <li>
            <div>
              <b>
                <Vietnamese text={paper.name} />
              </b>
              <span class="hint">
                {w.papers.pages({ count: countSheets(paper) })},{' '}
                {words.compared({ date: sayDay(lang, today(paper.verifiedAt!)) })}
              </span>
            </div>
            <form method="post" action={to(paths.requestPaperDo(request.id, paper.id, 'dung-lai'))}>
              <button class="pick" aria-label={`${words.button}: ${paper.name}`}>
                {words.button}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
