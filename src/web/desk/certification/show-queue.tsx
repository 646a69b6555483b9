import type { Context } from 'hono'
import { listStuckCopies } from '#src/modules/certification/index.ts'
import { listKeys, readReadiness } from '#src/modules/signing/index.ts'
import { sayInstant } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, type Filled } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Problems } from './problems.tsx'
import { QueueGroup } from './queue-group.tsx'
import { readQueue } from './read-queue.ts'
import { ReturnedCopies } from './returned-copies.tsx'
import { SealForm } from './seal-form.tsx'
import { StuckCopies } from './stuck-copies.tsx'

/** The desk's work on certified copies, by what must be done next. */
export async function showQueue(c: Context<Env>) {
  return answerQueue(c, blank)
}

/**
 * The queue, after a deed too: what was ticked stays ticked, what was typed as a secret never. `later`
 * counts what one press was too short for.
 */
export async function answerQueue(
  c: Context<Env>,
  filled: Filled,
  problems: string[] = [],
  later = 0,
) {
  const { ctx, session, w, lang } = c.var
  const words = w.deskCertification.queue
  const [queue, stuck, readiness, keys] = await Promise.all([
    readQueue(ctx),
    listStuckCopies(ctx),
    readReadiness(ctx),
    listKeys(ctx),
  ])
  const isStuck = new Set(stuck.map((it) => it.copyId))
  const { true: stopped = [], false: underWay = [] } = Object.groupBy(queue.underWay, ({ copy }) =>
    isStuck.has(copy.id) ? 'true' : 'false',
  )
  const seal = keys.find((it) => it.holderId === null) ?? null
  const wrong = Object.keys(filled.errors).length > 0
  return render(
    c,
    <DeskPage
      title={words.title}
      session={session}
      door="certification"
      here={c.req.method === 'GET' ? here(c) : paths.copies()}
    >
      <ErrorSummary filled={filled} />
      <Problems said={problems} />
      <Done said={later > 0 ? words.later({ count: later }) : undefined} />
      <Done said={readDone(c, w.deskCertification.done)} />
      <h1>{words.title}</h1>
      <div class="columns">
        <div class="column">
          {Object.values(queue).every((it) => it.length === 0) && <p>{words.none}</p>}
          <StuckCopies items={stopped} stuck={stuck} />
          <ReturnedCopies items={queue.returned} />
          <QueueGroup title={words.toCompare} items={queue.toCompare} deed={words.compare} />
          <QueueGroup title={words.toDeliver} items={queue.toDeliver} deed={words.deliver} />
          <SealForm
            items={queue.toSeal}
            readiness={readiness}
            seal={seal}
            isDemo={session.office.isDemo}
            filled={filled}
          />
          <QueueGroup title={words.toSign} items={queue.toSign} deed={words.look} />
          <QueueGroup title={words.signing} items={underWay} deed={words.look} />
          <p class="freshness">
            {w.desk.asOf({ time: sayInstant(lang, ctx.now) })}{' '}
            <a href={to(c, paths.copies())}>{w.desk.reload}</a>
          </p>
        </div>
        <div class="column aside">
          <ul class="paths">
            <li>
              <a href={to(c, paths.copyBooks())}>{words.books}</a>
            </li>
            <li>
              <a href={to(c, paths.copyCash())}>{words.cash}</a>
            </li>
          </ul>
          <form method="post" action={to(c, paths.copiesDo('lam-tiep'))}>
            <p class="hint">{words.againHint}</p>
            <button class="button quiet wide">{words.again}</button>
          </form>
        </div>
      </div>
    </DeskPage>,
    wrong || problems.length > 0 ? 422 : 200,
  )
}
