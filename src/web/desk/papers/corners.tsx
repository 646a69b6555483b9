import type { Context } from 'hono'
import { z } from 'zod'
import { getPaper, straightenPage, type Corners, type Page } from '#src/modules/papers/index.ts'
import type { Words } from '#src/words/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Checkboxes, Field } from '../../ui/field.tsx'
import { useView } from '../../view.ts'
import { withFiles } from './with-files.ts'

const places = ['tl', 'tr', 'br', 'bl'] as const

/** The original with four corners to drag; without script, numbers to type. */
export async function showCorners(c: Context<Env>) {
  return answerCorners(c, blank)
}

export async function moveCorners(c: Context<Env>) {
  const [id, paperId, pageId] = idsOf(c)
  if (!isUuid(pageId)) return c.notFound()
  const { data, filled } = readForm(cornersForm(c.var.w), await readBody(c, { all: true }))
  if (!data) return answerCorners(c, filled)
  const percent = (x: number, y: number) => ({ x: x / 100, y: y / 100 })
  const corners: Corners =
    data.how === 'ca-anh'
      ? [percent(0, 0), percent(100, 0), percent(100, 100), percent(0, 100)]
      : [
          percent(data.tlx, data.tly),
          percent(data.trx, data.try),
          percent(data.brx, data.bry),
          percent(data.blx, data.bly),
        ]
  const evenLight = data.light.includes('yes')
  const done = await tryDeed(filled, c.var.lang, () =>
    straightenPage(withFiles(c), { pageId, corners, evenLight }),
  )
  if (done.filled) return answerCorners(c, done.filled)
  return c.redirect(to(c, `${paths.requestPaper(id, paperId)}?xong=goc`), 303)
}

/** A quarter to the right: a phone held flat above a paper does not know which way is up. */
export async function turn(c: Context<Env>) {
  const [id, paperId, pageId] = idsOf(c)
  if (![id, paperId, pageId].every(isUuid)) return c.notFound()
  const { pages } = await getPaper(c.var.ctx, { paperId })
  const page = pages.find((it) => it.id === pageId)
  if (!page?.corners) return c.notFound()
  const [tl, tr, br, bl] = page.corners
  const evenLight = page.steps.includes('light_evened')
  const { filled } = await tryDeed(blank, c.var.lang, () =>
    straightenPage(withFiles(c), { pageId, corners: [bl, tl, tr, br], evenLight }),
  )
  if (filled) return answerCorners(c, filled)
  return c.redirect(to(c, `${paths.requestPaper(id, paperId)}?xong=xoay#trang-${pageId}`), 303)
}

function idsOf(c: Context<Env>): [id: string, paper: string, page: string] {
  return [c.req.param('id') ?? '', c.req.param('paper') ?? '', c.req.param('page') ?? '']
}

function cornersForm(w: Words) {
  const wrong = w.papers.corners.percentWrong
  const percent = z
    .string()
    .transform((it) => (it === '' ? NaN : Number(it.replace(',', '.'))))
    .pipe(z.number(wrong).min(0, wrong).max(100, wrong))
  return z.object({
    ...{ tlx: percent, tly: percent, trx: percent, try: percent },
    ...{ brx: percent, bry: percent, blx: percent, bly: percent },
    light: z.array(z.string()).default([]),
    how: z.string().default(''),
  })
}

async function answerCorners(c: Context<Env>, filled: Filled) {
  const { ctx, session, w } = c.var
  const [id, paperId, pageId] = idsOf(c)
  if (![id, paperId, pageId].every(isUuid)) return c.notFound()
  const paper = await getPaper(ctx, { paperId })
  const page = paper.pages.find((it) => it.id === pageId)
  if (paper.requestId !== id || !page?.corners) return c.notFound()
  const words = w.papers.corners
  const src = to(c, paths.requestPageDo(id, paperId, pageId, 'anh-goc'))
  return render(
    c,
    <DeskPage
      title={words.title}
      session={session}
      door="requests"
      here={paths.requestPage(id, paperId, pageId)}
      islands={['page-corners.js']}
      back={{ href: paths.requestPaper(id, paperId), label: paper.name }}
    >
      <ErrorSummary filled={filled} />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <page-corners>
        <form method="post" action={to(c, paths.requestPage(id, paperId, pageId))} class="columns">
          <Original page={page} src={src} />
          <div class="column">
            <CornerFields page={page} filled={filled} />
            <button class="button" name="how" value="goc">
              {words.save}
            </button>{' '}
            <button class="button quiet" name="how" value="ca-anh">
              {words.whole}
            </button>
          </div>
        </form>
      </page-corners>
    </DeskPage>,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}

function Original({ page, src }: { page: Page; src: string }) {
  const { corners } = useView().w.papers
  const [width, height] = [page.width ?? 1, page.height ?? 1]
  const points = (page.corners ?? []).map(({ x, y }) => [x * width, y * height] as const)
  return (
    <div class="corner-picture">
      <img src={src} alt={corners.picture} width={width} height={height} />
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <polygon points={points.map((it) => it.join(',')).join(' ')} />
        {points.map(([x, y]) => (
          <circle cx={x} cy={y} r={width / 28} />
        ))}
      </svg>
    </div>
  )
}

function CornerFields({ page, filled }: { page: Page; filled: Filled }) {
  const { corners } = useView().w.papers
  const initial = (value: number) => String(Math.round(value * 1000) / 10)
  return (
    <>
      {places.map((place, i) => (
        <div class="corner-pair">
          <Field
            name={`${place}x`}
            label={corners.across({ corner: corners.names[place] })}
            filled={filled}
            initial={initial(page.corners![i]!.x)}
            width="short"
            inputmode="decimal"
          />
          <Field
            name={`${place}y`}
            label={corners.down({ corner: corners.names[place] })}
            filled={filled}
            initial={initial(page.corners![i]!.y)}
            width="short"
            inputmode="decimal"
          />
        </div>
      ))}
      <Checkboxes
        name="light"
        label={corners.evenLight}
        hint={corners.evenHint}
        filled={filled}
        ticked={page.steps.includes('light_evened') || page.troubles.length > 0 ? ['yes'] : []}
        options={[{ value: 'yes', label: corners.evenLight }]}
      />
    </>
  )
}
