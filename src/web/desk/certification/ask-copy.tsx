import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import {
  askForCopy,
  listCopies,
  readNeed,
  readTariff,
  type Need,
} from '#src/modules/certification/index.ts'
import { countSheets, listPapers, type Paper } from '#src/modules/papers/index.ts'
import { getRequest } from '#src/modules/requests/index.ts'
import { readReadiness } from '#src/modules/signing/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, readBody, readForm, tryDeed, type Filled } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { answersOf, askShape, unanswered } from './ask-form.ts'
import { AskForm } from './ask-parts.tsx'
import { ChoosePaper } from './choose-paper.tsx'
import { CopyList } from './copy-list.tsx'

/** For what is copied by hand: there is no scan of it. */
export const noScan = 'khac'

/** Which paper, is a copy needed, may it be certified, how is it made: one question after another. */
export async function showAsk(c: Context<Env>) {
  return answerAsk(c, c.req.query('giay') ?? '', blank)
}

export async function doAsk(c: Context<Env>) {
  const requestId = c.req.param('id') ?? ''
  if (!isUuid(requestId)) return c.notFound()
  const { data, filled } = readForm(askShape(c.var.w), await readBody(c))
  const answers = answersOf(filled.values)
  const typed = {
    values: filled.values,
    errors: { ...unanswered(c.var.w, answers), ...filled.errors },
  }
  const chosen = String(filled.values['paperId'] ?? '')
  if (filled.values['deed'] === 'tinh') return answerAsk(c, chosen, onlyFigures(typed))
  if (!data || Object.keys(typed.errors).length > 0) return answerAsk(c, chosen, typed)
  const { paperId, onVneid, still, exemptReason, deed: _, ...said } = data
  const refused = await tryDeed(typed, c.var.lang, () =>
    askForCopy(c.var.ctx, {
      ...{ ...said, requestId, answers },
      paperId: paperId === noScan ? null : paperId,
      onVneid: onVneid === 'co',
      notNeededTold: still === 'co',
      exemptReason: exemptReason === '' ? null : exemptReason,
    }),
  )
  if (refused.filled) return answerAsk(c, chosen, refused.filled)
  return c.redirect(to(c, `${paths.requestCopies(requestId)}?xong=yeucau`), 303)
}

/** While the fee is being worked out nothing else is asked for yet. */
function onlyFigures({ values, errors }: Filled): Filled {
  const figures = new Set(['originalPages', 'copies'])
  const kept = Object.entries(errors).filter(([name]) => figures.has(name))
  return { values, errors: Object.fromEntries(kept) }
}

async function answerAsk(c: Context<Env>, chosen: string, filled: Filled) {
  const { ctx, session, w } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const request = await getRequest(ctx, { requestId: id })
  const papers = (await listPapers(ctx, { requestId: id })).filter((it) => !it.erasedAt)
  const paper = papers.find((it) => it.id === chosen)
  if (chosen !== '' && chosen !== noScan && !paper) return c.notFound()
  const words = w.deskCertification
  return render(
    c,
    <DeskPage
      title={words.ofRequest({ code: request.code })}
      session={session}
      door="certification"
      here={paths.requestCopies(id, chosen)}
      back={{ href: paths.request(id), label: request.code }}
    >
      <ErrorSummary filled={filled} />
      <Done said={readDone(c, words.done)} />
      <h1>{words.ask.title}</h1>
      {request.endedAt ? (
        <p>{words.ask.ended}</p>
      ) : chosen === '' ? (
        <ChoosePaper requestId={id} papers={await withNeed(c, id, papers)} />
      ) : (
        <AskForm
          requestId={id}
          paper={paper ?? null}
          need={await readNeed(ctx, {
            ...{ requestId: id, listedAs: paper?.listedAs ?? null },
            onVneid: filled.values['onVneid'] === 'co',
          })}
          canSign={await mayBeSigned(c)}
          tariff={await readTariff(ctx)}
          sheets={paper ? countSheets(paper) : 1}
          clientKey={randomUUID()}
          filled={filled}
        />
      )}
      <p>
        <a href={to(c, paths.requestElsewhere(id))}>{w.verifyPages.elsewhere.open}</a>
      </p>
      <h2>{words.ask.list}</h2>
      <CopyList copies={await listCopies(ctx, { requestId: id })} empty={words.ask.none} />
    </DeskPage>,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}

/** Whether an electronic copy could be signed and sealed as things stand. */
async function mayBeSigned(c: Context<Env>): Promise<boolean> {
  const { canSign, canSeal } = await readReadiness(c.var.ctx)
  return canSign && canSeal
}

async function withNeed(
  c: Context<Env>,
  requestId: string,
  papers: Paper[],
): Promise<{ paper: Paper; need: Need }[]> {
  return Promise.all(
    papers.map(async (paper) => ({
      paper,
      need: await readNeed(c.var.ctx, { requestId, listedAs: paper.listedAs }),
    })),
  )
}
