import { sayMoment, useLine } from './line-view.ts'

/** What became of each thing that was done while cut off; stays until the officer has read it. */
export function Joined() {
  const { joined, said, lang } = useLine()
  if (joined.length === 0) return null
  const not = joined.filter((it) => !it.applied)
  const count = joined.length - not.length
  return (
    <section class={not.length > 0 ? 'notice sun' : 'notice'} aria-label={said.joined.title}>
      <h2>{said.joined.title}</h2>
      <p>
        {not.length === 0
          ? said.joined.all({ count })
          : said.joined.some({ count, not: not.length })}
      </p>
      {not.length > 0 && (
        <ul>
          {not.map((it) => (
            <li key={it.key}>
              {sayMoment(lang, it.at)}: {it.text}. <b>{said.joined.notApplied}</b>: {it.why}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{said.joined.list}</summary>
        <ul class="line-joined">
          {joined.map((it) => (
            <li key={it.key}>
              {sayMoment(lang, it.at)}: {it.text} ·{' '}
              {it.applied ? said.joined.applied : said.joined.notApplied}
            </li>
          ))}
        </ul>
      </details>
      <p>
        <button class="pick" data-seen>
          {said.joined.seen}
        </button>
      </p>
    </section>
  )
}

/** What only this machine knows so far. */
export function NotJoined() {
  const { pending, said, lang } = useLine()
  if (pending.length === 0) return null
  return (
    <section class="notice hot" aria-label={said.pending.title}>
      <h2>{said.pending.title}</h2>
      <p>{said.pending.hint}</p>
      <ul class="line-joined">
        {pending.map((it) => (
          <li key={it.key}>
            {sayMoment(lang, it.at)}: {it.text}
          </li>
        ))}
      </ul>
    </section>
  )
}
