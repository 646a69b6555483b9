import type { SignatureReport } from '#src/outside/pades/inspect/finding.ts'
import type { Lang, Words } from '#src/words/index.ts'
import { local, sayDay, sayInstant, sayNumber } from '../../dates.ts'
import { Summary } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'
import { Findings } from './findings.tsx'
import { plainText } from './plain-text.ts'

/**
 * One signature in plain words: who, as what, when and how sure, and what is wrong with it. What is in order
 * and only experts ask for is folded away: a copy bears three signatures, and a phone is narrow.
 */
export function SignatureCard(props: { signature: SignatureReport; n: number; bytes: number }) {
  const { signature: it, n, bytes } = props
  const { lang, w } = useView()
  const said = w.verifyPages
  const facts = said.signatureFacts
  const notes = it.findings.filter(({ severity }) => severity === 'notes')
  const name = plainText(it.signer?.name ?? w.verify.unknownSigner)
  return (
    <>
      <h3>{said.signature(n, name)}</h3>
      <Summary
        rows={[
          [facts.kind, said.kindAndField(w.verify.kinds[it.kind], plainText(it.field))],
          [facts.time, timeOf(it, lang, w)],
          [facts.certificate, certificateOf(it, lang, w)],
          [
            facts.revocation,
            it.kind === 'signature' && it.signer && w.verify.revocations[it.revocation],
          ],
        ]}
      />
      <Findings findings={it.findings.filter(({ severity }) => severity !== 'notes')} />
      <details>
        <summary>{said.more}</summary>
        <Summary
          rows={[
            [facts.organisation, it.signer?.organisation && plainText(it.signer.organisation)],
            [facts.reason, it.reason && plainText(it.reason)],
            [facts.level, it.level && said.levels[it.level]],
            [facts.covers, coversOf(it, bytes, lang, w)],
          ]}
        />
        {notes.length > 0 && <Findings findings={notes} />}
      </details>
    </>
  )
}

function timeOf(it: SignatureReport, lang: Lang, { verifyPages: said }: Words): string {
  if (it.provenTime) return said.proven(sayInstant(lang, it.provenTime))
  return it.claimedTime ? said.claimed(sayInstant(lang, it.claimedTime)) : said.noTime
}

function certificateOf(it: SignatureReport, lang: Lang, { verifyPages: said }: Words) {
  if (!it.signer) return null
  const { issuer, validFrom, validTo } = it.signer
  const day = (at: Date) => sayDay(lang, local(at).toPlainDate())
  return [
    said.issuedBy(plainText(issuer)),
    it.trusted ? said.trusted : said.untrusted,
    said.validity(day(validFrom), day(validTo)),
  ].join(' ')
}

function coversOf(it: SignatureReport, bytes: number, lang: Lang, w: Words): string | null {
  if (it.coversWholeFile) return w.verify.coversAll
  if (it.signedBytes === 0) return null
  const kilobytes = (value: number) => sayNumber(lang, Math.ceil(value / 1000))
  return w.verifyPages.coversPart(kilobytes(it.signedBytes), kilobytes(bytes))
}
