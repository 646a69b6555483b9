import type { Context } from 'hono'
import {
  listSendings,
  pageSubjectOf,
  subjectOf,
  type SendingState,
  type SpeakerPush,
} from '#src/modules/outreach/index.ts'
import { buildMark } from '../../assets.ts'
import { sayMoney } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { clockOf } from '../../live-clock.ts'
import { streamLive, type Subject } from '../../live.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { renderPart } from '../../render.tsx'
import { Tag, type Tone } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'
import { HeldMessage } from './held-message.tsx'

type Props = { bulletinId: string; state: SendingState; now: Date; writes: boolean }

export function wasSent({ sendings, speakers }: SendingState): boolean {
  return sendings.length + speakers.length > 0
}

/** How far a bulletin has come on each channel, kept current while the page is open. */
export function SendingSection({ bulletinId, state, now, writes }: Props) {
  const { lang, w, to } = useView()
  const words = w.channels.sending
  if (!wasSent(state)) return null
  return (
    <section aria-labelledby="duong-di">
      <h2 id="duong-di">{words.title}</h2>
      <live-region
        data-src={to(paths.bulletinDo(bulletinId, 'luong'))}
        data-build={buildMark}
        data-now={now.getTime()}
        data-at={clockOf(lang, now).at}
        data-cut={words.cut}
      >
        <div data-live-part role="status">
          <Progress state={state} />
        </div>
        <p data-live-cut></p>
      </live-region>
      {writes && (
        <>
          {state.held.map((it) => (
            <HeldMessage message={it} />
          ))}
          {state.speakers
            .filter((it) => it.state === 'held')
            .map((it) => (
              <form method="post" action={to(paths.stuckDo('loa'))}>
                <input type="hidden" name="push" value={it.id} />
                <button class="button quiet">
                  {words.retryPush}
                  <span class="unseen">: {it.name}</span>
                </button>
              </form>
            ))}
          <p>
            <a href={to(paths.stuck())}>{words.stuckDoor}</a>
          </p>
        </>
      )}
    </section>
  )
}

export async function streamSendings(c: Context<Env>) {
  const { ctx } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  await listSendings(ctx, { bulletinId: id })
  const topic = (it: { kind: string; id: string }): [string, string] => [
    'deliveries',
    `${it.kind}:${it.id}`,
  ]
  const subject: Subject<SendingState> = {
    name: `sendings:${id}`,
    officeId: ctx.officeId,
    // Whoever opened the stream was asked for the right.
    read: (ctx) =>
      listSendings({ ...ctx, actor: { kind: 'system', job: 'sendings' } }, { bulletinId: id }),
    topics: () => [topic(subjectOf(id)), topic(pageSubjectOf(id))],
    render: (state, lang) => renderPart(lang, <Progress state={state} />),
  }
  return streamLive(c, subject)
}

function Progress({ state }: { state: SendingState }) {
  const { w } = useView()
  const words = w.channels.sending
  return (
    <>
      <ul class="tasks">
        {state.channels.map((it) => {
          const reached = it.accepted + it.delivered
          const under = it.waiting + it.sending
          const onPage = it.channel === 'zalo' || it.channel === 'facebook'
          const newest = state.sendings.find((sending) => sending.channel === it.channel)
          const said = [
            !onPage && words.reached({ count: reached, total: it.total - it.withdrawn }),
            // On a page it is one post, however many errands it took.
            onPage && under + it.held + it.failed === 0 && newest && words.onPage[newest.kind],
            !onPage && it.delivered > 0 && words.delivered({ count: it.delivered }),
            under > 0 && words.under({ count: under }),
            it.failed > 0 && words.failed({ count: it.failed }),
            it.withdrawn > 0 && words.withdrawn({ count: it.withdrawn }),
            it.channel === 'sms' && it.cost !== null && words.cost({ cost: sayMoney(it.cost) }),
          ]
          const tone: Tone =
            it.held > 0 ? 'hot' : under > 0 ? 'sun' : reached > 0 ? 'leaf' : 'plain'
          const stands =
            it.held > 0
              ? 'held'
              : under > 0
                ? 'waiting'
                : reached > 0
                  ? 'accepted'
                  : it.failed > 0
                    ? 'failed'
                    : 'withdrawn'
          const tag = w.deliveries.states[stands]
          return (
            <li>
              <span>
                <b>{w.deliveries.channels[it.channel]}</b>
                <br />
                {said.filter(Boolean).join(' · ')}
                {state.reasons
                  .filter((why) => why.channel === it.channel && why.why !== 'withdrawn')
                  .map((why) => (
                    <span class="hint block">
                      {words.reason({ count: why.count, what: sayWhy(w, why.why) })}
                    </span>
                  ))}
              </span>
              <Tag tone={tone}>{tag}</Tag>
            </li>
          )
        })}
        {newestOfEach(state.speakers).map((it) => (
          <li>
            <span>
              <b>{it.name}</b>
              <br />
              {it.why === null || it.why === 'replaced'
                ? it.kind === 'remove'
                  ? words.speakerRemove
                  : words.speaker({ version: it.version })
                : words.speakerTroubles[it.why]}
            </span>
            <Tag tone={it.state === 'taken' ? 'leaf' : it.state === 'held' ? 'hot' : 'sun'}>
              {words.pushes[it.state]}
            </Tag>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Of what a system was told the newest holds. */
function newestOfEach(pushes: SpeakerPush[]): SpeakerPush[] {
  return pushes.filter((it) => it === pushes.find((other) => other.name === it.name))
}

/** What happened, in words; a code that is new to us says at least that. */
export function sayWhy(w: ReturnType<typeof useView>['w'], why: string): string {
  const known: Record<string, { what: string; remedy: string }> = w.deliveries.whys
  const said = known[why]
  return said ? `${said.what} ${said.remedy}` : why
}
