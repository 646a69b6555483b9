import type { Readiness, SigningKey } from '#src/modules/signing/index.ts'
import { CannotSign } from '../../desk/certification/cannot-sign.tsx'
import { SecretField } from '../../desk/certification/secret-field.tsx'
import type { Filled } from '../../read-form.ts'
import { useView } from '../../view.ts'

export type Signing = {
  readiness: Readiness
  /** The officer's own key, and the seal that must follow; null where there is none. */
  own: SigningKey | null
}

type Props = Signing & {
  /** Only copies on paper: signed by hand, no key is needed. */
  paperOnly: boolean
  label: string
  filled: Filled
}

/** The button to sign, only where signing can work now; else why not and what to do. */
export function SignBox({ readiness, own, paperOnly, label, filled }: Props) {
  const { w } = useView()
  const words = w.deskCertification.chief
  const mine = readiness.official.find((it) => it.keyId === own?.id) ?? null
  if (paperOnly)
    return (
      <div class="decide">
        <p class="hint">{words.paperLead}</p>
        <button class="button wide">{label}</button>
      </div>
    )
  if (!own || !mine) return <CannotSign title={words.cannot} found={[]} also={words.noKey} />
  if (!mine.ready || !readiness.canSeal)
    return (
      <CannotSign
        title={words.cannot}
        found={[mine, readiness.seal]}
        also={readiness.seal ? words.cannotLead : words.noSeal}
      />
    )
  return (
    <div class="decide">
      {own.kind === 'agent' ? (
        <p class="hint">{words.agentLead}</p>
      ) : (
        <SecretField kind={own.kind} label={words.secret} filled={filled} />
      )}
      <button class="button wide">{label}</button>
    </div>
  )
}
