import type { OnItsWay } from '#src/modules/notices/index.ts'
import { paths } from '../../paths.ts'
import { Tag } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { sayWhy } from './say-why.ts'

type Props = { messages: OnItsWay[] }

/** What channels have and have not brought yet; whoever was told on the phone meanwhile is taken out. */
export function OnTheirWay({ messages }: Props) {
  const { w, to } = useView()
  const words = w.consent.sending
  if (messages.length === 0) return null
  return (
    <section aria-labelledby="dang-gui">
      <h2 id="dang-gui">{words.title({ count: messages.length })}</h2>
      <p>{words.lead}</p>
      <ul class="tasks">
        {messages.map((it) => (
          <li>
            <span>
              {it.name ? <Vietnamese text={it.name} /> : w.notices.page.nameless}{' '}
              <Tag tone="plain">{w.deliveries.states[it.delivery]}</Tag>
              <br />
              <span class="hint">
                {w.notices.kinds[it.kind]}
                {it.channel && ` · ${words.by({ channel: w.deliveries.channels[it.channel] })}`}
                {it.trouble && ` · ${sayWhy(w, it.trouble)}`}
              </span>
            </span>
            <form method="post" action={to(`${paths.toTell()}/${it.id}/da-bao`)}>
              <button class="button quiet">{words.told}</button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
