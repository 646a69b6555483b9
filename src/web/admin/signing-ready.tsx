import type { Child } from 'hono/jsx'
import type { Readiness, Ready } from '#src/modules/signing/index.ts'
import { sayInstant, sayDate, local } from '../dates.ts'
import { paths } from '../paths.ts'
import { Notice, Tag } from '../ui/pieces.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'

/** Whether each key and the time service would work now, and what to do where not. */
export function SigningReady({ readiness }: { readiness: Readiness }) {
  const { lang, w, to } = useView()
  const { ready } = w.signingPages
  const { checkedAt, official, seal, time, warnings } = readiness
  return (
    <section>
      <h2>{ready.title}</h2>
      <p>{checkedAt ? ready.checkedAt({ at: sayInstant(lang, checkedAt) }) : ready.never}</p>
      <ul class="tasks">
        {official.map((it) => (
          <One ready={it} name={<Vietnamese text={`${it.name}, ${it.title}`} />} />
        ))}
        {seal && <One ready={seal} name={ready.seal} />}
        {time && <One ready={time} name={ready.time} says={[ready.timeYes, ready.timeNo]} />}
      </ul>
      {warnings.length > 0 && (
        <Notice tone="sun">
          {warnings.map((it) => (
            <p>{w.signing.ready.warnings[it]}</p>
          ))}
        </Notice>
      )}
      <form method="post" action={to(paths.adminSigningDo('kiem-tra'))}>
        <button class="button quiet">{ready.again}</button>
      </form>
    </section>
  )
}

function One({ ready, name, says }: { ready: Ready; name: Child; says?: [string, string] }) {
  const { lang, w } = useView()
  const words = w.signingPages.ready
  const [yes, no] = says ?? [words.yes, words.no]
  return (
    <li>
      <span>
        {name}
        {ready.trouble && (
          <>
            <br />
            <b>{w.signing.ready.troubles[ready.trouble]}</b>
          </>
        )}
        {ready.warnings.map((it) => (
          <>
            <br />
            <span class="hint">{w.signing.ready.warnings[it]}</span>
          </>
        ))}
        {ready.validTo && (
          <>
            <br />
            <span class="hint">
              {words.until({ date: sayDate(lang, local(ready.validTo).toPlainDate()) })}
            </span>
          </>
        )}
      </span>
      <Tag tone={ready.ready ? 'leaf' : 'hot'}>{ready.ready ? yes : no}</Tag>
    </li>
  )
}
