import { mayTakeBack, type Message } from '#src/modules/notices/index.ts'
import { local, sayTime } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

/** Who was told today and who could not be reached, so that nobody rings twice. */
export function ToldToday({ messages, now }: { messages: Message[]; now: Date }) {
  const { lang, w, to } = useView()
  const words = w.notices.page
  if (messages.length === 0) return null
  return (
    <details class="more">
      <summary>{words.toldToday({ count: messages.length })}</summary>
      <ul class="tasks">
        {messages.map((it) => (
          <li>
            <span>
              {it.name ? <Vietnamese text={it.name} /> : words.nameless}
              <br />
              <span class="hint">{w.notices.kinds[it.kind]}</span>
            </span>
            <span>
              {it.state === 'told' ? words.wasTold : words.wasNotReached}
              {it.lastAttemptAt && `, ${sayTime(lang, local(it.lastAttemptAt))}`}
              {it.lastReason && (
                <span class="hint">
                  <Vietnamese text={it.lastReason} />
                </span>
              )}
            </span>
            {mayTakeBack(it, now) && (
              <form method="post" action={to(`${paths.toTell()}/${it.id}/chua-bao`)}>
                <button
                  class="link-button"
                  aria-label={`${words.takeBack}: ${it.name ?? words.nameless}`}
                >
                  {words.takeBack}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
