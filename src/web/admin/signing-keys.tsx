import type { SigningKey } from '#src/modules/signing/index.ts'
import { sayDate, shortDate } from '../dates.ts'
import { paths } from '../paths.ts'
import { Summary } from '../ui/pieces.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'

export const keyKinds = ['pkcs12', 'pkcs11', 'csc', 'agent'] as const

/** The keys there are, and the four ways to register another. */
export function SigningKeys({ keys }: { keys: SigningKey[] }) {
  const { w, to } = useView()
  const { keys: words, add, kinds, kindHints } = w.signingPages
  return (
    <section>
      <h2>{words.title}</h2>
      {keys.length === 0 && <p>{words.none}</p>}
      {keys.map((it) => (
        <OneKey registered={it} />
      ))}
      <h3>{add.title}</h3>
      <p>{add.which}</p>
      <ul class="paths">
        {keyKinds.map((kind) => (
          <li>
            <a href={to(paths.adminSigningKeyNew(kind))}>{kinds[kind]}</a>
            <span>{kindHints[kind]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneKey({ registered: it }: { registered: SigningKey }) {
  const { lang, w, to } = useView()
  const { keys: words, kinds, add } = w.signingPages
  const { name, title, delegation, validFrom, validTo } = it.holder
  return (
    <>
      <h3>
        <Vietnamese text={it.holderId ? `${name}, ${title}` : name} />
      </h3>
      <Summary
        rows={[
          [add.which, kinds[it.kind]],
          [words.subject, <Vietnamese text={it.subject} />],
          [words.issuer, <Vietnamese text={it.issuer} />],
          [words.serial, <code>{it.serial}</code>],
          [
            words.delegation,
            delegation &&
              words.delegationOf({ number: delegation.number, date: shortDate(delegation.date) }),
          ],
          [add.validFrom, sayDate(lang, validFrom)],
          [add.validTo, validTo && sayDate(lang, validTo)],
        ]}
      />
      <details>
        <summary>{words.remove}</summary>
        <p>{words.removeSure}</p>
        <form method="post" action={to(paths.adminSigningKeyRemove(it.id))}>
          <button class="button danger">{words.remove}</button>
        </form>
      </details>
    </>
  )
}
