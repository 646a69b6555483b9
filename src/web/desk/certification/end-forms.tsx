import { copyCan, type Copy, type CopyAction } from '#src/modules/certification/index.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { TextArea } from '../../ui/field.tsx'
import { useView } from '../../view.ts'

type Props = { copy: Copy; mayWork: boolean; maySign: boolean; filled: Filled }

/** Return, annul, revoke: each with its reason, none offered where it cannot be. */
export function EndForms({ copy, mayWork, maySign, filled }: Props) {
  const { w } = useView()
  const words = w.deskCertification.copy
  const offered = [
    { action: 'return', deed: 'tra-lai', title: words.return, hint: null, may: mayWork || maySign },
    { action: 'annul', deed: 'huy', title: words.annul, hint: words.annulHint, may: maySign },
    {
      action: 'revoke',
      deed: 'thu-hoi',
      title: words.revoke,
      hint: words.revokeHint,
      may: maySign,
    },
  ] satisfies (Offer & { action: CopyAction; may: boolean })[]
  const some = offered.filter(({ action, may }) => may && copyCan(action, copy))
  if (some.length === 0) return null
  return (
    <section>
      <h2>{words.danger}</h2>
      {some.map((it) => (
        <EndForm copy={copy} offer={it} filled={filled} />
      ))}
    </section>
  )
}

type Offer = { deed: string; title: string; hint: string | null }

function EndForm({ copy, offer, filled }: { copy: Copy; offer: Offer; filled: Filled }) {
  const { w, to } = useView()
  const name = `${offer.deed}.reason`
  return (
    <details open={filled.errors[name] !== undefined || undefined}>
      <summary>{offer.title}</summary>
      <form method="post" action={to(paths.copyDo(copy.id, offer.deed))}>
        {offer.hint && <p class="hint">{offer.hint}</p>}
        <TextArea
          name={name}
          label={w.deskCertification.copy.reason}
          rows={3}
          maxlength={600}
          filled={filled}
        />
        <button class="button danger">{offer.title}</button>
      </form>
    </details>
  )
}
