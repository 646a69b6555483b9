import type { Context } from 'hono'
import { findByToken, stopMessages } from '#src/modules/notices/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { here, render, to } from '../render.tsx'
import { Notice } from '../ui/pieces.tsx'
import { PublicPage } from '../ui/public-page.tsx'
import { readBody } from '../read-form.ts'

/** Where the link at the foot of a message leads: looking ends nothing, since mailboxes look at links too. */
export async function showStop(c: Context<Env>) {
  const { ctx, office, w } = c.var
  const words = w.consent.stop
  const token = c.req.param('token') ?? ''
  const found = await findByToken(ctx, { token })
  const done = c.req.query('xong') === 'thoi'
  const title = found ? words.title : words.unknownTitle
  return render(
    c,
    <PublicPage title={title} office={office} here={here(c)}>
      <h1>{title}</h1>
      {!found && <p>{words.unknown}</p>}
      {found && done && (
        <div role="status">
          <Notice>
            <p>{words.done}</p>
          </Notice>
        </div>
      )}
      {found && !done && <p>{words.lead}</p>}
      {found && <p>{words.mustKnow}</p>}
      {found && !done && (
        <form method="post" action={to(c, paths.stopMessages(office.slug, token))}>
          <p>
            <button class="button" name="tat-ca" value="">
              {words.one}
            </button>
          </p>
          <p>
            <button class="button quiet" name="tat-ca" value="co">
              {words.all}
            </button>
          </p>
        </form>
      )}
    </PublicPage>,
    found ? 200 : 404,
  )
}

export async function answerStop(c: Context<Env>) {
  const { ctx, office } = c.var
  const token = c.req.param('token') ?? ''
  const body = await readBody(c)
  if (!(await findByToken(ctx, { token }))) return showStop(c)
  await stopMessages(ctx, { token, everywhere: body['tat-ca'] === 'co' })
  return c.redirect(`${to(c, paths.stopMessages(office.slug, token))}?xong=thoi`, 303)
}
