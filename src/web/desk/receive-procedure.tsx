import type { Question, Relation } from '#src/modules/catalogue/index.ts'
import type { Child } from 'hono/jsx'
import { fieldId, Radios } from '../ui/field.tsx'
import { Tag } from '../ui/pieces.tsx'
import { Told } from '../ui/told.tsx'
import { shorten } from '../shorten.ts'
import { useView } from '../view.ts'
import type { Need } from './receive-draft.ts'
import type { PartProps } from './receive-form.tsx'
import { relationOf, said } from './receive-typed.ts'

/** Which procedure: said as people say it, then picked from what that may mean. */
export function ProcedureFields({ draft, filled, action }: PartProps) {
  // On a form not begun yet the officer types at once.
  const fresh = !draft.need && !said(filled.values, 'lately') && !hasErrors(filled)
  const { lang, w } = useView()
  const { receive } = w.desk
  return (
    <fieldset class="part" id="thu-tuc">
      <legend>{receive.procedure}</legend>
      <div class="search">
        <div class="field">
          <label for={fieldId('q')}>{receive.search}</label>
          <span class="hint" id="tim-goi-y">
            {receive.searchHint}
          </span>
          <div class="row">
            <input
              id={fieldId('q')}
              name="q"
              value={said(filled.values, 'q')}
              autocomplete="off"
              spellcheck={false}
              maxlength={200}
              autofocus={fresh}
              aria-describedby="tim-goi-y"
            />
            <button class="button">{receive.searchButton}</button>
          </div>
        </div>
      </div>
      {draft.need && (
        <p class="chosen">
          <Tag>{receive.chosen}</Tag> <b>{shorten(draft.need.version.plainName)[lang]}</b>{' '}
          <span class="hint">{draft.need.version.code}</span>
        </p>
      )}
      {draft.need ? (
        <details>
          <summary>{receive.other}</summary>
          <Picks draft={draft} filled={filled} action={action} />
        </details>
      ) : (
        <Picks draft={draft} filled={filled} action={action} />
      )}
    </fieldset>
  )
}

function hasErrors(filled: PartProps['filled']): boolean {
  return Object.keys(filled.errors).length > 0
}

/** What may be meant: the answers to the question asked back, or the best found. */
function Picks({ draft, filled, action }: PartProps) {
  const { receive } = useView().w.desk
  const error = filled.errors['code']
  const chosen = said(filled.values, 'code')
  const choices = draft.procedures.filter((it) => it.code !== chosen)
  return (
    <div class={error ? 'field wrong' : 'field'} id={fieldId('code')} tabindex={-1}>
      {error && <span class="error">{error}</span>}
      {draft.askBack ? (
        <>
          <p>
            <b>
              <Told said={draft.askBack.question} />
            </b>
          </p>
          <ul class="picks">
            {draft.askBack.choices.map((it) => (
              <Pick code={it.code} chosen={chosen} action={action}>
                <Told said={it.text} />
              </Pick>
            ))}
          </ul>
          <p class="quiet-text">{receive.orPick}</p>
        </>
      ) : (
        <p class="quiet-text">
          {draft.popular
            ? said(filled.values, 'q')
              ? receive.notFound
              : receive.popular
            : receive.pickOne}
        </p>
      )}
      <ul class="picks">
        {choices.map((it) => (
          <Pick code={it.code} chosen={chosen} action={action}>
            <Told said={shorten(it.plainName, 100)} />
            {it.authority && (
              <small>
                <Told said={shorten(it.authority, 60)} />
              </small>
            )}
          </Pick>
        ))}
      </ul>
    </div>
  )
}

type PickProps = { code: string; chosen: string; action: string; children?: Child }

/** One press picks the procedure and shows its papers and questions. */
function Pick({ code, chosen, action, children }: PickProps) {
  return (
    <li>
      <button
        class="pick"
        name="pick"
        value={code}
        formaction={`${action}#nguoi-den`}
        aria-pressed={code === chosen ? 'true' : undefined}
      >
        {children}
      </button>
    </li>
  )
}

/** The two or three questions by which the papers are chosen. */
export function AnswerFields({ need, filled, action }: PartProps & { need: Need }) {
  const { lang, w } = useView()
  return (
    <>
      {need.version.questions.map((question) => (
        <Radios
          name={`answers.${question.id}`}
          label={question.text[lang]}
          filled={filled}
          initial={
            question.id === 'who' ? whoComes(question, relationOf(filled.values)) : undefined
          }
          options={question.answers.map((it) => ({ value: it.id, label: it.text[lang] }))}
        />
      ))}
      <p>
        <button class="button quiet" formaction={`${action}#giay-to`}>
          {w.desk.receive.showPapers}
        </button>
      </p>
    </>
  )
}

/** Many procedures ask who comes: said already by the relation, so it stands ticked. */
function whoComes(question: Question, relation: Relation): string | undefined {
  const offered = new Set(question.answers.map((it) => it.id))
  const fits =
    relation === 'self' ? ['self'] : relation === 'other' ? ['other', 'proxy'] : ['kin', 'proxy']
  return fits.find((id) => offered.has(id))
}
