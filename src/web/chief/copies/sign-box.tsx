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
  /** Copies on paper are signed by hand, no key is needed. */
  paper: 'all' | 'some' | 'none'
  isDemo: boolean
  label: string
  filled: Filled
}

/** Whether a file could be signed by this officer and sealed after it, as things stand. */
export function canSignFiles({ readiness, own }: Signing): boolean {
  return readiness.canSeal && readiness.official.some((it) => it.keyId === own?.id && it.ready)
}

/** The button to sign, only where signing can work now; else why not and what to do. */
export function SignBox({ readiness, own, paper, isDemo, label, filled }: Props) {
  const { w } = useView()
  const words = w.deskCertification.chief
  if (paper === 'all') return <ByHand label={label} />
  if (!own || !canSignFiles({ readiness, own }))
    return (
      <>
        <WhyNot readiness={readiness} own={own} />
        {paper === 'some' && <ByHand label={label} />}
      </>
    )
  return (
    <div class="decide">
      {own.kind === 'agent' ? (
        <p class="hint">{words.agentLead}</p>
      ) : (
        <SecretField kind={own.kind} label={words.secret} isDemo={isDemo} filled={filled} />
      )}
      <button class="button wide">{label}</button>
    </div>
  )
}

function ByHand({ label }: { label: string }) {
  const words = useView().w.deskCertification.chief
  return (
    <div class="decide">
      <p class="hint">{words.paperLead}</p>
      <button class="button wide">{label}</button>
    </div>
  )
}

function WhyNot({ readiness, own }: Signing) {
  const words = useView().w.deskCertification.chief
  const mine = readiness.official.find((it) => it.keyId === own?.id) ?? null
  if (!mine) return <CannotSign title={words.cannot} found={[]} also={words.noKey} />
  return (
    <CannotSign
      title={words.cannot}
      found={[mine, readiness.seal]}
      also={readiness.seal ? words.cannotLead : words.noSeal}
    />
  )
}
