import {
  feeOfCopy,
  originalQuestions,
  type Need,
  type Tariff,
} from '#src/modules/certification/index.ts'
import type { Paper } from '#src/modules/papers/index.ts'
import { sayMoney } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Field, Radios } from '../../ui/field.tsx'
import { Notice } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { noScan } from './ask-copy.tsx'

type Props = {
  requestId: string
  paper: Paper | null
  need: Need
  /** Whether an electronic copy could be signed now. */
  canSign: boolean
  tariff: Tariff
  sheets: number
  clientKey: string
  filled: Filled
}

/** Needed at all, may it be certified, and how: one form, so that nothing is answered twice. */
export function AskForm(props: Props) {
  const { requestId, paper, clientKey, filled } = props
  const { w, to } = useView()
  const words = w.deskCertification.ask
  const key = filled.values['clientKey']
  return (
    <form method="post" action={to(paths.requestCopies(requestId))}>
      <input type="hidden" name="clientKey" value={typeof key === 'string' ? key : clientKey} />
      <input type="hidden" name="paperId" value={paper?.id ?? noScan} />
      <p>
        <b>{paper ? <Vietnamese text={paper.name} /> : words.photocopy}</b>{' '}
        <a href={to(paths.requestCopies(requestId))}>{words.another}</a>
      </p>
      <Needed {...props} />
      <Questions filled={filled} />
      <How {...props} />
      <p class="pair">
        <button class="button" name="deed" value="ghi">
          {words.button}
        </button>
        <button class="button quiet" name="deed" value="tinh">
          {words.count}
        </button>
      </p>
    </form>
  )
}

function Needed({ need, filled }: Props) {
  const { w } = useView()
  const words = w.deskCertification.ask
  const told = filled.values['still'] === 'co'
  const onVneid = filled.values['onVneid'] === 'co'
  return (
    <Notice tone={need.answer === 'needed' ? 'leaf' : 'sun'} title={words[need.answer]}>
      <p>{w.certification.needBecause[need.because]}</p>
      {need.source && (
        <p class="hint">
          <Vietnamese text={words.source({ source: need.source })} />
        </p>
      )}
      <div class="choice">
        <input id="o-onVneid" type="checkbox" name="onVneid" value="co" checked={onVneid} />
        <label for="o-onVneid">{words.onVneid}</label>
      </div>
      {need.answer === 'not_needed' && (
        <div class="choice">
          <input id="o-still" type="checkbox" name="still" value="co" checked={told} />
          <label for="o-still">{words.still}</label>
        </div>
      )}
    </Notice>
  )
}

function Questions({ filled }: { filled: Filled }) {
  const { w } = useView()
  const words = w.deskCertification.ask
  const { questions, questionHints } = w.certification
  const answers = { yes: w.site.yes, no: w.site.no, exempt: words.exemptYes }
  return (
    <section class="part">
      <h2>{words.may}</h2>
      <p>{words.mayLead}</p>
      {originalQuestions.map((question) => (
        <Radios
          name={`answer.${question}`}
          label={questions[question]}
          hint={questionHints[question]}
          filled={filled}
          row
          options={(['no', 'yes', 'exempt'] as const)
            .filter((it) => it !== 'exempt' || question === 'foreign_not_consularised')
            .map((value) => ({ value, label: answers[value] }))}
        />
      ))}
    </section>
  )
}

function How({ paper, canSign, tariff, sheets, filled }: Props) {
  const { w } = useView()
  const words = w.deskCertification
  const media = paper ? (['electronic', 'paper'] as const) : (['paper'] as const)
  return (
    <section class="part">
      <h2>{words.ask.how}</h2>
      <Radios
        name="medium"
        label={words.ask.medium}
        filled={filled}
        initial={canSign ? media[0] : 'paper'}
        options={media.map((value) => ({
          ...{ value, label: w.certification.media[value] },
          hint: words.ask.mediumHint[value],
        }))}
      />
      {paper && !canSign && (
        <Notice tone="sun" title={words.ask.cannotSign}>
          <p>{words.ask.cannotSignHint}</p>
        </Notice>
      )}
      <Field
        name="originalName"
        label={words.ask.originalName}
        filled={filled}
        initial={paper?.name}
        maxlength={200}
      />
      <div class="grid-2">
        <Field
          name="originalPages"
          label={words.ask.originalPages}
          hint={words.ask.originalPagesHint}
          filled={filled}
          initial={String(sheets)}
          inputmode="numeric"
          width="short"
        />
        <Field
          name="copies"
          label={words.ask.copies}
          hint={words.ask.copiesHint}
          filled={filled}
          initial="1"
          inputmode="numeric"
          width="short"
        />
      </div>
      <Field
        name="exemptReason"
        label={words.ask.exempt}
        hint={words.ask.exemptHint}
        filled={filled}
        optional
        maxlength={200}
      />
      <Fee tariff={tariff} sheets={sheets} filled={filled} />
    </section>
  )
}

/** What it costs as it stands now; worked out anew by the button, without script. */
function Fee({ tariff, sheets, filled }: Pick<Props, 'tariff' | 'sheets' | 'filled'>) {
  const { w } = useView()
  const words = w.deskCertification
  const figure = (name: string, usual: number) => Number(filled.values[name] ?? usual)
  const [pages, copies] = [figure('originalPages', sheets), figure('copies', 1)]
  if (!(pages > 0 && copies > 0)) return null
  const free = (filled.values['exemptReason'] ?? '') !== ''
  const amount = free ? words.free : sayMoney(feeOfCopy(tariff, pages) * copies)
  return (
    <p role="status">
      <b>{words.ask.fee({ amount })}</b>{' '}
      <span class="hint">
        {words.ask.feeHow({ pages, copies })}. <Vietnamese text={tariff.source} />
      </span>
    </p>
  )
}
