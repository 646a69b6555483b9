import type { Context } from 'hono'
import { listKeys, readReadiness } from '#src/modules/signing/index.ts'
import { buildMark } from '../../assets.ts'
import { sayInstant } from '../../dates.ts'
import { CopyLine } from '../../desk/certification/copy-list.tsx'
import { JobTag } from '../../desk/certification/job-tag.tsx'
import { PickBox } from '../../desk/certification/pick-box.tsx'
import { Problems } from '../../desk/certification/problems.tsx'
import type { InWork } from '../../desk/certification/read-queue.ts'
import type { Env } from '../../env.ts'
import { clockOf } from '../../live-clock.ts'
import { streamLive } from '../../live.ts'
import { paths } from '../../paths.ts'
import { blank, type Filled } from '../../read-form.ts'
import { here, render, renderPart, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Tag } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { readToSign } from './read-to-sign.ts'
import { canSignFiles, SignBox } from './sign-box.tsx'

/** Copies that wait for the chairman: look at each, tick, sign once. */
export async function showCopies(c: Context<Env>) {
  return answerCopies(c, blank)
}

/** The list again; `later` counts what one press was too short for, ticked for the next. */
export async function answerCopies(
  c: Context<Env>,
  filled: Filled,
  problems: string[] = [],
  later = 0,
) {
  const { ctx, session, w, lang } = c.var
  const words = w.deskCertification.chief
  const [{ waiting, pending }, readiness, keys] = await Promise.all([
    readToSign(ctx, session.officer.id),
    readReadiness(ctx),
    listKeys(ctx),
  ])
  const own = keys.find((it) => it.holderId === session.officer.id) ?? null
  const files = canSignFiles({ readiness, own })
  const wrong = Object.keys(filled.errors).length > 0 || problems.length > 0
  return render(
    c,
    <DeskPage
      title={words.title}
      session={session}
      door="chief"
      here={c.req.method === 'GET' ? here(c) : paths.chiefCopies()}
      back={{ href: paths.chief(), label: w.deskReports.chief.title }}
      narrow
      islands={pending.length > 0 ? ['live-region.js'] : []}
    >
      <ErrorSummary filled={filled} />
      <Problems said={problems} />
      <Done said={later > 0 ? w.deskCertification.queue.later({ count: later }) : undefined} />
      <Done said={readDone(c, w.deskCertification.done)} />
      <h1>{words.title}</h1>
      {pending.length > 0 && (
        <live-region
          data-src={to(c, paths.chiefCopiesStream())}
          data-build={buildMark}
          data-now={ctx.now.getTime()}
          data-at={clockOf(lang, ctx.now).at}
          data-cut={w.site.liveCut}
        >
          <div data-live-part role="status">
            <Pending items={pending} byProgram={own?.kind === 'agent'} />
          </div>
          <p class="late" data-live-cut role="status"></p>
        </live-region>
      )}
      {waiting.length === 0 && pending.length === 0 && <p>{words.none}</p>}
      {waiting.length > 0 && (
        <form method="post" action={to(c, paths.chiefCopiesDo('ky'))}>
          <p>{words.lead}</p>
          <ul class="tasks requests pickable">
            {waiting.map((it) => (
              <Waiting it={it} filled={filled} tickable={files || it.copy.medium === 'paper'} />
            ))}
          </ul>
          <SignBox
            readiness={readiness}
            own={own}
            paper={howManyOnPaper(waiting)}
            isDemo={session.office.isDemo}
            label={words.sign}
            filled={filled}
          />
        </form>
      )}
      {own?.kind === 'agent' && <ByProgram items={[...waiting, ...pending]} />}
      <p class="freshness">
        {w.desk.asOf({ time: sayInstant(lang, ctx.now) })}{' '}
        <a href={to(c, paths.chiefCopies())}>{w.desk.reload}</a>
      </p>
      <p>
        <a href={to(c, paths.copyBooks())}>{w.deskCertification.queue.books}</a>
      </p>
    </DeskPage>,
    wrong ? 422 : 200,
  )
}

function howManyOnPaper(items: readonly InWork[]): 'all' | 'some' | 'none' {
  const count = items.filter(({ copy }) => copy.medium === 'paper').length
  return count === 0 ? 'none' : count === items.length ? 'all' : 'some'
}

type WaitingProps = { it: InWork; filled: Filled; tickable: boolean }

/** Nothing is ticked beforehand: who signs has looked. What cannot be signed now has no box. */
function Waiting({ it: { copy, job }, filled, tickable }: WaitingProps) {
  const { w, to } = useView()
  const words = w.deskCertification
  return (
    <li>
      {tickable && (
        <PickBox
          value={copy.id}
          label={words.chief.pick({ name: copy.originalName })}
          ticked={(filled.values['ids[]'] ?? []).includes(copy.id)}
        />
      )}
      <div>
        <a href={to(paths.chiefCopy(copy.id))}>
          {words.chief.look}: <Vietnamese text={copy.originalName} />
        </a>
        <CopyLine copy={copy} />
      </div>
      <p class="tags">
        {copy.medium === 'paper' && <Tag tone="plain">{w.certification.media.paper}</Tag>}
        <JobTag job={job} />
      </p>
    </li>
  )
}

/** What waits for this officer's phone or program, told to the open page until it was approved there. */
export function streamPending(c: Context<Env>) {
  const { office, session, ctx } = c.var
  const { actor } = ctx
  const { id } = session.officer
  return streamLive<{ items: InWork[]; byProgram: boolean }>(c, {
    name: `pending-signatures:${id}`,
    officeId: office.id,
    // Whoever opened the stream was let in by their right.
    read: async (ctx) => {
      const asked = { ...ctx, actor }
      const keys = await listKeys(asked)
      const { pending } = await readToSign(asked, id)
      const byProgram = keys.find((it) => it.holderId === id)?.kind === 'agent'
      return { items: pending, byProgram }
    },
    topics: () => [['signing', office.id]],
    render: (state, lang) => renderPart(lang, <Pending {...state} />),
  })
}

/** Sent to a phone or a program, until it was approved there. */
function Pending({ items, byProgram }: { items: InWork[]; byProgram: boolean }) {
  const { w, to } = useView()
  const words = w.deskCertification.chief
  return (
    <section class="notice sun">
      {items.length === 0 ? (
        <h2>{words.pendingOver}</h2>
      ) : (
        <>
          <h2>{byProgram ? words.pendingProgram : words.pending}</h2>
          <p>{byProgram ? words.pendingProgramLead : words.pendingLead}</p>
        </>
      )}
      <ul>
        {items.map(({ copy }) => (
          <li>
            <a href={to(paths.chiefCopy(copy.id))}>
              <Vietnamese text={copy.originalName} />
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={to(paths.chiefCopies())}>{words.pendingAgain}</a>
      </p>
    </section>
  )
}

/** Numbered copies that only the program on this officer's PC can sign, one button each. */
function ByProgram({ items }: { items: InWork[] }) {
  const { w, to } = useView()
  const words = w.deskCertification.chief
  return (
    <>
      {items
        .filter(({ job }) => job !== null)
        .map(({ copy }) => (
          <form method="post" action={to(paths.chiefCopyDo(copy.id, 'phan-mem'))}>
            <button class="button quiet">{words.byProgram({ name: copy.originalName })}</button>
          </form>
        ))}
    </>
  )
}
