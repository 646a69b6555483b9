import type { Elsewhere, OtherSigner } from '#src/modules/certification/index.ts'
import { sayInstant } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { Summary } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

/** Copies taken in: of what, from where, and who signed them, as the check read it. */
export function ElsewhereList({ copies }: { copies: Elsewhere[] }) {
  const { lang, w, to } = useView()
  const words = w.verifyPages.elsewhere
  if (copies.length === 0) return <p>{words.none}</p>
  return (
    <>
      {copies.map((it) => (
        <section class="part">
          <h3>
            <Vietnamese text={it.name} />
          </h3>
          <Summary
            rows={[
              [words.system, words.systems[it.system]],
              [words.number, it.number],
              [words.book, it.book],
              ...it.signers.map((signer): [string, string] => [
                words.signedBy(signer.name),
                saySigner(signer, lang, words),
              ]),
            ]}
          />
          <p class="quiet-text">{words.received(sayInstant(lang, it.registered.at))}</p>
          <p>
            <a href={to(paths.elsewhereFile(it.id))}>{words.openFile}</a>
          </p>
        </section>
      ))}
    </>
  )
}

function saySigner(
  { at, proven, trusted }: OtherSigner,
  lang: 'vi' | 'en',
  words: ReturnType<typeof useView>['w']['verifyPages']['elsewhere'],
): string {
  const when = at ? words.at(sayInstant(lang, new Date(at)), proven) : ''
  return [when, trusted ? words.trusted : words.untrusted].filter(Boolean).join('; ')
}
