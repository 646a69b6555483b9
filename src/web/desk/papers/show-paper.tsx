import type { Context } from 'hono'
import { getProcedureVersion } from '#src/modules/catalogue/index.ts'
import { readOfficerNames } from '#src/modules/identity/index.ts'
import {
  exportPaper,
  getPaper,
  movePage,
  removePage,
  verifyPaper,
  type Page,
  type Paper,
} from '#src/modules/papers/index.ts'
import { getRequest } from '#src/modules/requests/index.ts'
import { sayInstant, sayNumber } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, tryDeed, type Filled } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Notice, Tag } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { sendFile } from './send-file.ts'
import { bindRuleOf, ruleOf } from './upload-rule.ts'
import { withFiles } from './with-files.ts'

/** One paper with its pages, large enough to hold the original beside. */
export async function showPaper(c: Context<Env>) {
  return answerPaper(c, blank)
}

export async function verify(c: Context<Env>) {
  const [id, paperId] = [c.req.param('id') ?? '', c.req.param('paper') ?? '']
  if (!isUuid(paperId)) return c.notFound()
  const { filled } = await tryDeed(blank, c.var.lang, () => verifyPaper(c.var.ctx, { paperId }))
  if (filled) return answerPaper(c, filled)
  return c.redirect(to(c, `${paths.requestPaper(id, paperId)}?xong=doi-chieu`), 303)
}

/** The page is taken out; the list of papers follows, since the paper may be gone with it. */
export async function remove(c: Context<Env>) {
  const [id, pageId] = [c.req.param('id') ?? '', c.req.param('page') ?? '']
  if (!isUuid(pageId)) return c.notFound()
  const { filled } = await tryDeed(blank, c.var.lang, () => removePage(withFiles(c), { pageId }))
  if (filled) return answerPaper(c, filled)
  return c.redirect(to(c, `${paths.requestPapers(id)}?xong=bo`), 303)
}

/** One place up or down; the page follows at its new place. */
export async function move(c: Context<Env>) {
  const [id, paperId] = [c.req.param('id') ?? '', c.req.param('paper') ?? '']
  const pageId = c.req.param('page') ?? ''
  if (!isUuid(pageId)) return c.notFound()
  const way = c.req.param('way') === 'len' ? 'up' : 'down'
  const { filled } = await tryDeed(blank, c.var.lang, () => movePage(c.var.ctx, { pageId, way }))
  if (filled) return answerPaper(c, filled)
  return c.redirect(to(c, `${paths.requestPaper(id, paperId)}#trang-${pageId}`), 303)
}

/** The whole paper as one file that the portal takes. */
export async function download(c: Context<Env>) {
  const [id, paperId] = [c.req.param('id') ?? '', c.req.param('paper') ?? '']
  if (!isUuid(id) || !isUuid(paperId)) return c.notFound()
  const request = await getRequest(c.var.ctx, { requestId: id })
  const version = await getProcedureVersion(c.var.ctx, { id: request.procedureVersionId })
  const rule = bindRuleOf(version.uploadRule)
  const { done, filled } = await tryDeed(blank, c.var.lang, () =>
    exportPaper(withFiles(c), { paperId, rule }),
  )
  if (filled) return answerPaper(c, filled)
  const paper = await getPaper(c.var.ctx, { paperId })
  return sendFile(c, done, { download: `${request.code} ${paper.name}` })
}

async function answerPaper(c: Context<Env>, filled: Filled) {
  const { ctx, session, lang, w } = c.var
  const [id, paperId] = [c.req.param('id') ?? '', c.req.param('paper') ?? '']
  if (!isUuid(id) || !isUuid(paperId)) return c.notFound()
  const paper = await getPaper(ctx, { paperId })
  if (paper.requestId !== id) return c.notFound()
  const request = await getRequest(ctx, { requestId: id })
  const version = await getProcedureVersion(ctx, { id: request.procedureVersionId })
  const names = await readOfficerNames(ctx, paper.verifiedBy ? [paper.verifiedBy] : [])
  const mayWork = session.officer.rights.includes('requests.work') && !paper.erasedAt
  const words = w.papers.paper
  return render(
    c,
    <DeskPage
      title={`${paper.name} · ${request.code}`}
      session={session}
      door="requests"
      here={paths.requestPaper(id, paperId)}
      back={{ href: paths.requestPapers(id), label: w.papers.title }}
    >
      <ErrorSummary filled={filled} />
      <Done said={readDone(c, w.papers.done)} />
      <h1>
        <Vietnamese text={paper.name} />
      </h1>
      {paper.erasedAt && <p>{words.erased({ at: sayInstant(lang, paper.erasedAt) })}</p>}
      {paper.verifiedAt && (
        <p>
          {words.verifiedBy({
            name: names.get(paper.verifiedBy ?? '')?.fullName ?? '',
            at: sayInstant(lang, paper.verifiedAt),
          })}
        </p>
      )}
      {!paper.erasedAt && (
        <p>
          <a class="button quiet" href={to(c, paths.requestPaperDo(id, paperId, 'tai-ve'))}>
            {words.export}
          </a>{' '}
          <span class="hint">
            {words.exportHint({
              megabytes: sayNumber(lang, ruleOf(version.uploadRule).maxMegabytes, 1),
            })}
          </span>
        </p>
      )}
      {!paper.erasedAt && (
        <ol class="scans">
          {paper.pages.map((page, i) => (
            <PageShown
              page={page}
              paper={paper}
              number={i + 1}
              open={mayWork && !paper.verifiedAt}
            />
          ))}
        </ol>
      )}
      {mayWork && !paper.verifiedAt && (
        <form method="post" action={to(c, paths.requestPaperDo(id, paperId, 'doi-chieu'))}>
          <p>{words.verifyHint}</p>
          <button class="button">{words.verify}</button>
        </form>
      )}
    </DeskPage>,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}

type Shown = { page: Page; paper: Paper; number: number; open: boolean }

function PageShown({ page, paper, number, open }: Shown) {
  const { w, to } = useView()
  const words = w.papers.paper
  const at = (deed: string) => to(paths.requestPageDo(paper.requestId, paper.id, page.id, deed))
  return (
    <li id={`trang-${page.id}`}>
      <h2>
        {words.page({ number })}{' '}
        {page.kind === 'pdf' && <Tag tone="plain">{words.pdf({ count: page.sheets })}</Tag>}
      </h2>
      {open && page.troubles.length > 0 && (
        <Notice tone="sun">
          {page.troubles.map((it) => (
            <p>{w.papers.troubles[it]}</p>
          ))}
        </Notice>
      )}
      {page.kind === 'pdf' ? (
        <p>
          <a href={at('goc')}>{words.openPdf}</a>
        </p>
      ) : (
        <img src={at('xem')} alt={words.picture({ number, name: paper.name })} loading="lazy" />
      )}
      {page.steps.length > 0 && (
        <p class="hint">
          {words.done} {page.steps.map((it) => w.papers.steps[it]).join(', ')}.
        </p>
      )}
      <div class="scan-doors">
        {page.kind === 'picture' && <a href={at('goc')}>{words.original}</a>}
        {open && page.kind === 'picture' && (
          <a href={to(paths.requestPage(paper.requestId, paper.id, page.id))}>{words.corners}</a>
        )}
        {open && page.kind === 'picture' && (
          <form method="post" action={at('xoay')}>
            <button class="link-button" aria-label={words.turnRight({ number })}>
              {words.turn}
            </button>
          </form>
        )}
        {open && number > 1 && (
          <form method="post" action={at('len')}>
            <button class="link-button" aria-label={words.moveUp({ number })}>
              {words.up}
            </button>
          </form>
        )}
        {open && number < paper.pages.length && (
          <form method="post" action={at('xuong')}>
            <button class="link-button" aria-label={words.moveDown({ number })}>
              {words.down}
            </button>
          </form>
        )}
        {open && (
          <form method="post" action={at('bo')}>
            <button class="link-button">{words.remove}</button>
          </form>
        )}
      </div>
    </li>
  )
}
