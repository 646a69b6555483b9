import type { Copy } from '#src/modules/certification/index.ts'
import type { Paper } from '#src/modules/papers/index.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Field } from '../../ui/field.tsx'
import { useView } from '../../view.ts'
import { Pictures } from './pictures.tsx'

type Props = { copy: Copy; paper: Paper | null; filled: Filled }

/** Page by page beside the original: each is ticked by hand, nothing is ticked beforehand. */
export function CompareForm({ copy, paper, filled }: Props) {
  const { w, to } = useView()
  const words = w.deskCertification
  const box = (number: number, label: string) => (
    <SamePage number={number} label={label} filled={filled} />
  )
  return (
    <section class="part">
      <h2>{words.compare.title}</h2>
      <p>{words.compare.lead}</p>
      <form method="post" action={to(paths.copyDo(copy.id, 'doi-chieu'))}>
        {paper ? (
          <Pictures paper={paper} beside={(n) => box(n, words.compare.same({ number: n }))} />
        ) : (
          box(1, words.compare.sameAll)
        )}
        {filled.errors['same'] && (
          <p class="field wrong" id="o-same">
            <span class="error">{filled.errors['same']}</span>
          </p>
        )}
        <Field
          name="originalPages"
          label={words.ask.originalPages}
          hint={words.ask.originalPagesHint}
          filled={filled}
          initial={String(copy.originalPages)}
          inputmode="numeric"
          width="short"
        />
        <button class="button">{words.compare.button}</button>
        {paper && (
          <p class="hint">
            <a href={to(paths.requestPaper(paper.requestId, paper.id))}>{words.compare.wrong}</a>
          </p>
        )}
      </form>
    </section>
  )
}

function SamePage({ number, label, filled }: { number: number; label: string; filled: Filled }) {
  const ticked = filled.values['same[]'] ?? []
  return (
    <div class="choice">
      <input
        id={`giong-${number}`}
        type="checkbox"
        name="same[]"
        value={String(number)}
        checked={ticked.includes(String(number))}
      />
      <label for={`giong-${number}`}>{label}</label>
    </div>
  )
}
