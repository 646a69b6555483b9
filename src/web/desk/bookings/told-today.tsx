import type { Message } from '#src/modules/notices/index.ts'
import { local, sayTime } from '../../dates.ts'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

/** Who was told today and who could not be reached, so that nobody rings twice. */
export function ToldToday({ messages }: { messages: Message[] }) {
  const { lang, w } = useView()
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
          </li>
        ))}
      </ul>
    </details>
  )
}
