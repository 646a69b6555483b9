import type { Context } from 'hono'
import type { Ctx } from '#src/base/ctx.ts'
import {
  confirmMessage,
  giveUpMessage,
  listStuck,
  retryHeld,
  retryMessage,
  channels,
  type AccountTrouble,
} from '#src/modules/deliveries/index.ts'
import { listSpeakerPushes, retryPush, type SpeakerPush } from '#src/modules/outreach/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, readBody, tryDeed, type Filled } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Notice } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'
import { HeldMessage } from './held-message.tsx'

/** What does not go on without a person: channels to renew, messages that are held. */
export async function showStuck(c: Context<Env>, filled: Filled = blank) {
  const { ctx, session, w } = c.var
  const words = w.channels.stuck
  const { accounts, messages, total } = await listStuck(ctx)
  const pushes = await listSpeakerPushes(ctx, { state: 'held' })
  // Of what may have arrived a person decides one by one.
  const sure = messages.filter((it) => it.state === 'held' && !it.mayHaveArrived)
  const held = [...new Set(sure.map((it) => it.channel))]
  return render(
    c,
    <DeskPage
      title={words.title}
      session={session}
      door="bulletins"
      narrow
      here={filled === blank ? here(c) : undefined}
      back={{ href: paths.bulletins(), label: w.bulletins.title }}
    >
      <Done said={readDone(c, words.done)} />
      <ErrorSummary filled={filled} />
      <h1>{words.title}</h1>
      {accounts.length + messages.length + pushes.length === 0 && (
        <Notice title={words.none}>
          <p>{words.noneHint}</p>
        </Notice>
      )}
      {accounts.map((it) => (
        <ChannelTrouble trouble={it} />
      ))}
      {messages.length > 0 && <p>{words.count({ count: total })}</p>}
      {held.map((channel) => (
        <form method="post" action={to(c, paths.stuckDo('gui-lai-kenh'))}>
          <input type="hidden" name="channel" value={channel} />
          <button class="button quiet">
            {words.retryAll({ channel: w.deliveries.channels[channel] })}
          </button>
        </form>
      ))}
      {messages.map((it) => (
        <HeldMessage message={it} />
      ))}
      {pushes.map((it) => (
        <HeldPush push={it} />
      ))}
    </DeskPage>,
    filled === blank ? 200 : 422,
  )
}

/** A channel that does not let us in: what happened, what to do, and who does it. */
export function ChannelTrouble({ trouble }: { trouble: AccountTrouble }) {
  const { w } = useView()
  const whys: Record<string, { what: string; remedy: string }> = w.deliveries.whys
  const said = whys[trouble.trouble]
  return (
    <Notice tone={trouble.stillWorks ? 'sun' : 'hot'} title={trouble.name}>
      {said && (
        <p>
          {said.what} {said.remedy}
        </p>
      )}
      <p>
        <b>{w.deliveries.keeper({ name: trouble.keptBy })}.</b>{' '}
        {trouble.waiting > 0 && w.deliveries.kept({ count: trouble.waiting })}
      </p>
    </Notice>
  )
}

/** What a loudspeaker system did not take. */
function HeldPush({ push }: { push: SpeakerPush }) {
  const { w, to } = useView()
  const words = w.channels.sending
  return (
    <section class="part">
      <h3>{push.name}</h3>
      {push.why !== null && push.why !== 'replaced' && <p>{words.speakerTroubles[push.why]}</p>}
      <p class="hint">
        <a href={to(paths.bulletin(push.bulletinId))}>{w.channels.stuck.bulletin}</a>
      </p>
      <form method="post" action={to(paths.stuckDo('loa'))}>
        <input type="hidden" name="push" value={push.id} />
        <button class="button quiet">
          {words.retryPush}
          <span class="unseen">: {push.name}</span>
        </button>
      </form>
    </section>
  )
}

type Sent = { messageId: string; reason: string }

const deeds: Record<string, (ctx: Ctx, sent: Sent) => Promise<unknown>> = {
  'gui-lai': retryMessage,
  'da-toi': confirmMessage,
  'thoi-gui': giveUpMessage,
}

export async function doStuck(c: Context<Env>) {
  const { ctx, lang } = c.var
  const deed = c.req.param('deed') ?? ''
  const body = await readBody(c)
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const channel = channels.find((it) => it === text('channel'))
  const run = Object.hasOwn(deeds, deed) ? deeds[deed] : undefined
  const messageId = text('message')
  const act =
    deed === 'gui-lai-kenh' && channel
      ? () => retryHeld(ctx, { channel })
      : run && isUuid(messageId) && (() => run(ctx, { messageId, reason: text('reason') }))
  if (!act) return c.notFound()
  const { filled } = await tryDeed(blank, lang, act)
  if (filled) {
    // Each message has a field of that name: what is wrong stands above them all.
    const [said] = Object.values(filled.errors)
    return showStuck(c, { values: {}, errors: { form: said ?? '' } })
  }
  return c.redirect(to(c, `${paths.stuck()}?xong=${deed}`), 303)
}

/** A loudspeaker system that did not take a bulletin is told again. */
export async function doRetryPush(c: Context<Env>) {
  const { push } = await readBody(c)
  if (typeof push !== 'string' || !isUuid(push)) return c.notFound()
  await retryPush(c.var.ctx, { pushId: push })
  return c.redirect(to(c, `${paths.stuck()}?xong=loa`), 303)
}
