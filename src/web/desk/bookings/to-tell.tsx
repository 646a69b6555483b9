import type { Context } from 'hono'
import { z } from 'zod'
import {
  dropNeedless,
  listOnTheirWay,
  listTold,
  listToTell,
  markNotReached,
  markTold,
  revealPhone,
  sendAgain,
  settleNotices,
  takeBackTold,
  type OnItsWay,
} from '#src/modules/notices/index.ts'
import { buildMark } from '../../assets.ts'
import { local, sayTime, zone } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { clockOf } from '../../live-clock.ts'
import { streamLive } from '../../live.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../../read-form.ts'
import { here, render, renderPart, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { MessageCard, type Shown } from './message-card.tsx'
import { OnTheirWay } from './on-their-way.tsx'
import { ToldToday } from './told-today.tsx'

/** Whom to ring up now, the most urgent first, with the sentence to say. */
export async function showToTell(c: Context<Env>, shown?: Shown) {
  const { ctx, session, office, lang, w } = c.var
  const words = w.notices.page
  const filled = shown?.filled ?? blank
  const wrong = Object.keys(filled.errors).length > 0
  await settleNotices(ctx)
  const [{ items, total }, onTheirWay, told] = await Promise.all([
    listToTell(ctx),
    listOnTheirWay(ctx),
    listTold(ctx, { since: startOfDay(ctx.now) }),
  ])
  const others = items.filter((it) => it.id !== shown?.messageId)
  const current = items.find((it) => it.id === shown?.messageId)
  return render(
    c,
    <DeskPage
      title={words.title}
      session={session}
      door="bookings"
      narrow
      here={shown ? undefined : here(c)}
      islands={['live-region.js']}
      back={{ href: paths.deskBookings(), label: w.deskBookings.title }}
    >
      <Done said={readDone(c, { ...words.done, again: w.consent.sending.sentAgain })} />
      <ErrorSummary filled={filled} />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <p class="freshness">
        {w.desk.asOf({ time: sayTime(lang, local(ctx.now)) })}{' '}
        <a href={to(c, paths.toTell())}>{w.desk.reload}</a>
      </p>
      {current && <MessageCard message={current} office={office} shown={shown} />}
      {total === 0 && <p>{words.none}</p>}
      {others.map((it) => (
        <MessageCard message={it} office={office} />
      ))}
      {total > items.length && <p>{words.more({ count: total - items.length })}</p>}
      <live-region
        data-src={to(c, paths.toTellStream())}
        data-build={buildMark}
        data-now={ctx.now.getTime()}
        data-at={clockOf(lang, ctx.now).at}
        data-cut={w.site.liveCut}
      >
        <div data-live-part>
          <OnTheirWay messages={onTheirWay} />
        </div>
        <p class="late" data-live-cut role="status"></p>
      </live-region>
      <ToldToday messages={told} now={ctx.now} />
    </DeskPage>,
    wrong ? 422 : 200,
  )
}

/** What channels have, told to the open page as it changes. */
export function streamOnTheirWay(c: Context<Env>) {
  const { office } = c.var
  // Read for all officers of the office who have the page open; each was let in by their right.
  const { actor } = c.var.ctx
  return streamLive<OnItsWay[]>(c, {
    name: `on-their-way:${office.id}`,
    officeId: office.id,
    read: (ctx) => listOnTheirWay({ ...ctx, actor }),
    topics: () => [['notices', office.id]],
    render: (messages, lang) => renderPart(lang, <OnTheirWay messages={messages} />),
  })
}

/** Shows the whole phone of one person above the list; told, or not reached, goes back to the list. */
export async function doToTell(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const messageId = c.req.param('id') ?? ''
  const deed = c.req.param('deed')
  if (!isUuid(messageId)) return c.notFound()
  const { data, filled } = readForm(reasonForm, await readBody(c))
  const answer = async <T,>(
    run: () => Promise<T>,
    done: keyof typeof w.notices.page.done | 'again',
  ) => {
    const { filled: again } = await tryDeed(filled, lang, run)
    if (again) return showToTell(c, { messageId, phone: null, filled: again })
    await dropNeedless(ctx)
    return c.redirect(to(c, `${paths.toTell()}?xong=${done}`), 303)
  }
  switch (deed) {
    case 'goi': {
      const { done: phone, filled: again } = await tryDeed(filled, lang, () =>
        revealPhone(ctx, { messageId }),
      )
      if (again) return showToTell(c, { messageId, phone: null, filled: again })
      return showToTell(c, { messageId, phone, filled: unwrong(filled) })
    }
    case 'da-bao':
      return answer(() => markTold(ctx, { messageId }), 'told')
    case 'chua-bao':
      return answer(() => takeBackTold(ctx, { messageId }), 'takenBack')
    case 'gui-lai':
      return answer(() => sendAgain(ctx, { messageId }), 'again')
    case 'khong-gap': {
      const reason = [data?.reason, data?.other].find((it) => it) ?? ''
      return answer(() => markNotReached(ctx, { messageId, reason }), 'notReached')
    }
    default:
      return c.notFound()
  }
}

const text = z.string().default('')
const reasonForm = z.object({ reason: text, other: text })

const unwrong = ({ values }: Filled): Filled => ({ values, errors: {} })

function startOfDay(now: Date): Date {
  const midnight = local(now).toPlainDate().toZonedDateTime(zone)
  return new Date(midnight.epochMilliseconds)
}
