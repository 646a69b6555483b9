import type { Context } from 'hono'
import { z } from 'zod'
import {
  listElsewhere,
  readElsewhereFile,
  registerElsewhere,
} from '#src/modules/certification/index.ts'
import { listPapers } from '#src/modules/papers/index.ts'
import { getRequest } from '#src/modules/requests/index.ts'
import type { Words } from '#src/words/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, readBody, readForm, tryDeed, type Filled } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { attachment } from '../reports/download.ts'
import { ElsewhereForm, systems } from './elsewhere-form.tsx'
import { ElsewhereList } from './elsewhere-list.tsx'
import { withSigning } from './with-signing.ts'

/** Copies that were certified on another system, and the form by which one more is taken in. */
export async function showElsewhere(c: Context<Env>) {
  return answerElsewhere(c, blank)
}

export async function takeElsewhere(c: Context<Env>) {
  const requestId = c.req.param('id') ?? ''
  if (!isUuid(requestId)) return c.notFound()
  const body = await readBody(c)
  const { data, filled } = readForm(said(c.var.w), body)
  const file = body['file']
  const missing = !(file instanceof File) || file.name === '' || file.size === 0
  if (missing) filled.errors['file'] = c.var.w.verifyPages.fileMissing
  if (!data || missing) return answerElsewhere(c, filled)
  const pdf = new Uint8Array(await file.arrayBuffer())
  const { paperId, ...typed } = data
  const refused = await tryDeed(filled, c.var.lang, () =>
    registerElsewhere(withSigning(c), {
      ...{ ...typed, requestId, pdf },
      paperId: paperId === '' ? null : paperId,
    }),
  )
  if (refused.filled) return answerElsewhere(c, refused.filled)
  return c.redirect(to(c, `${paths.requestElsewhere(requestId)}?xong=nhan`), 303)
}

/** The file as it came. Kept nowhere by the browser: each look is asked for and logged. */
export async function sendElsewhere(c: Context<Env>) {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const { bytes, name } = await readElsewhereFile(withSigning(c), { id })
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'cache-control': 'no-store',
    'content-disposition': attachment(name, 'pdf'),
  })
}

function said(w: Words) {
  const words = w.verifyPages.elsewhere
  return z.object({
    name: z.string().min(1, words.nameMissing).max(200, words.nameMissing),
    system: z.enum(systems, words.systemMissing),
    paperId: z.union([z.uuid(), z.literal('')]),
    number: z.string().max(40),
    book: z.string().max(40),
  })
}

async function answerElsewhere(c: Context<Env>, filled: Filled) {
  const { ctx, session, w } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const [request, papers, copies] = await Promise.all([
    getRequest(ctx, { requestId: id }),
    listPapers(ctx, { requestId: id }),
    listElsewhere(ctx, { requestId: id }),
  ])
  const words = w.verifyPages.elsewhere
  return render(
    c,
    <DeskPage
      title={words.title(request.code)}
      session={session}
      door="certification"
      here={paths.requestElsewhere(id)}
      back={{ href: paths.request(id), label: request.code }}
    >
      <ErrorSummary filled={filled} />
      <Done said={readDone(c, words.done)} />
      <h1>{words.heading}</h1>
      <p>{request.endedAt ? words.ended : words.lead}</p>
      <div class="columns">
        {!request.endedAt && (
          <div class="column">
            <ElsewhereForm
              requestId={id}
              papers={papers.filter((it) => !it.erasedAt)}
              filled={filled}
            />
          </div>
        )}
        <div class="column">
          <h2>{words.list}</h2>
          <ElsewhereList copies={copies} />
        </div>
      </div>
    </DeskPage>,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}
