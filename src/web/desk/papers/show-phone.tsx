import type { Context } from 'hono'
import type { Ctx } from '#src/base/ctx.ts'
import { listPapers, openCapture, type Paper } from '#src/modules/papers/index.ts'
import { buildMark } from '../../assets.ts'
import { sayInstant } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { clockOf } from '../../live-clock.ts'
import { streamLive, type Subject } from '../../live.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { render, renderPart, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Qr } from '../../ui/qr.tsx'
import { useView } from '../../view.ts'
import { PaperList } from './show-papers.tsx'

/** A code for the officer's phone; the page shows what arrives while it arrives. */
export async function showPhone(c: Context<Env>) {
  const { ctx, session, house, office, lang, w } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const { token, endsAt } = await openCapture(ctx, { requestId: id })
  const papers = await listPapers(ctx, { requestId: id })
  const words = w.papers.phone
  const address = to(c, paths.capture(office.slug, token))
  return render(
    c,
    <DeskPage
      title={words.title}
      session={session}
      door="requests"
      islands={['live-region.js']}
      back={{ href: paths.requestPapers(id), label: w.papers.title }}
      narrow
    >
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <p class="capture-code" data-capture={address}>
        <Qr text={house.publicUrl + address} label={words.qr} />
      </p>
      <p>{words.until({ time: sayInstant(lang, endsAt) })}</p>
      <live-region
        data-src={to(c, paths.requestPapersDo(id, 'luong'))}
        data-build={buildMark}
        data-now={ctx.now.getTime()}
        data-at={clockOf(lang, ctx.now).at}
        data-cut={words.cut}
      >
        <div data-live-part role="status">
          <Arrived papers={papers} />
        </div>
        <p data-live-cut></p>
      </live-region>
      <p>
        <a class="button" href={to(c, paths.requestPapers(id))}>
          {words.done}
        </a>
      </p>
    </DeskPage>,
  )
}

export async function streamPapers(c: Context<Env>) {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  await listPapers(c.var.ctx, { requestId: id })
  return streamLive(c, subjectOf(c.var.ctx, id))
}

function subjectOf({ officeId }: Ctx, requestId: string): Subject<Paper[]> {
  return {
    name: `papers:${requestId}`,
    officeId,
    // Whoever opened the stream was asked for the right.
    read: (ctx) => listPapers({ ...ctx, actor: { kind: 'system', job: 'papers' } }, { requestId }),
    topics: () => [['papers', requestId]],
    render: (papers, lang) => renderPart(lang, <Arrived papers={papers} />),
  }
}

function Arrived({ papers }: { papers: Paper[] }) {
  const { phone } = useView().w.papers
  const count = papers.flatMap((it) => it.pages).filter((it) => it.cameBy === 'phone').length
  return (
    <>
      <p>
        <b>{phone.arrived({ count })}</b>
      </p>
      <PaperList papers={papers} />
    </>
  )
}
