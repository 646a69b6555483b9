import type { Ready } from '#src/modules/signing/index.ts'
import { Notice } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

type Props = { title: string; found: readonly (Ready | null)[]; also?: string }

/** Instead of a button that would not work: what is wrong with which key, and what to do. */
export function CannotSign({ title, found, also }: Props) {
  const { w } = useView()
  return (
    <Notice tone="hot" title={title}>
      {found.map(
        (it) =>
          it?.trouble && (
            <p>
              <b>
                <Vietnamese text={it.name} />
              </b>
              : {w.signing.ready.troubles[it.trouble]}
            </p>
          ),
      )}
      {also && <p>{also}</p>}
    </Notice>
  )
}
