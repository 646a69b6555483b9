import type { NeedRule } from '#src/modules/certification/index.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Field, Select } from '../../ui/field.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

const answers = ['needed', 'not_needed', 'unknown'] as const

type Props = { rules: readonly NeedRule[]; filled: Filled }

/** Where the office has read on the authority's page whether certified copies are asked for. */
export function NeedRules({ rules, filled }: Props) {
  const { w, to } = useView()
  const words = w.deskCertification.admin
  return (
    <section class="part">
      <h2>{words.need}</h2>
      <p>{words.needLead}</p>
      {rules.length > 0 && (
        <ul>
          {rules.map((it) => (
            <li>
              <a href={to(paths.deskProcedure(it.procedureCode))}>{it.procedureCode}</a>
              {': '}
              {w.certification.needAnswers[it.answer]}{' '}
              <span class="hint">
                <Vietnamese text={it.source} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={to(paths.adminCopiesDo('can-khong'))}>
        <div class="grid-2">
          <Field
            name="procedureCode"
            label={words.procedureCode}
            hint={words.procedureHint}
            filled={filled}
            width="short"
          />
          <Select
            name="answer"
            label={words.answer}
            filled={filled}
            options={[
              ...answers.map((value) => ({ value, label: w.certification.needAnswers[value] })),
              { value: 'catalogue', label: words.asCatalogue },
            ]}
          />
        </div>
        <Field name="ruleSource" label={words.ruleSource} filled={filled} maxlength={300} />
        <button class="button">{words.saveNeed}</button>
      </form>
    </section>
  )
}
