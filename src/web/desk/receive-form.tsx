import type { Way } from '#src/modules/notices/index.ts'
import type { Filled } from '../read-form.ts'
import { Radios, TextArea } from '../ui/field.tsx'
import { Notice } from '../ui/pieces.tsx'
import { WayFields } from '../ui/way-fields.tsx'
import { useView } from '../view.ts'
import { HeardFields, type HeardPlaces } from './heard-fields.tsx'
import type { Draft } from './receive-draft.ts'
import { HomeFields, PartyFields, RelationField } from './receive-people.tsx'
import { AnswerFields, ProcedureFields } from './receive-procedure.tsx'
import { said, subjectOf } from './receive-typed.ts'

export type PartProps = { draft: Draft; filled: Filled; action: string }

/**
 * One form from top to bottom: which procedure, who is here, for whom, the last questions. Each
 * small button shows it again with what was found and leads back to its place; only the last saves.
 */
export function ReceiveForm({
  look,
  heardPlaces,
  ways,
  ...part
}: PartProps & { look: boolean; heardPlaces: HeardPlaces; ways: readonly Way[] }) {
  const { w } = useView()
  const { receive } = w.desk
  const { draft, filled, action } = part
  return (
    <form class="column receive" method="post" action={action}>
      <input type="hidden" name="clientKey" value={said(filled.values, 'clientKey')} />
      <input type="hidden" name="visit" value={said(filled.values, 'visit')} />
      <input type="hidden" name="code" value={said(filled.values, 'code')} />
      <input type="hidden" name="seen" value={draft.toSee.join(',')} />
      <ProcedureFields {...part} />
      <fieldset class="part" id="nguoi-den">
        <legend>{receive.whoIsHere}</legend>
        <PartyFields party="here" {...part} />
        <RelationField {...part} />
      </fieldset>
      <fieldset class="part other-person" id="nguoi-can">
        <legend>{receive.forWhom}</legend>
        <PartyFields party="other" {...part} />
      </fieldset>
      <fieldset class="part" id="noi-o">
        <legend>{receive.home}</legend>
        <HomeFields {...part} />
      </fieldset>
      {draft.need && draft.need.version.questions.length > 0 && (
        <fieldset class="part" id="hoi-them">
          <legend>{receive.questions}</legend>
          <AnswerFields need={draft.need} {...part} />
        </fieldset>
      )}
      <fieldset class="part">
        <legend>{receive.last}</legend>
        <Radios
          name="came"
          label={receive.came}
          filled={filled}
          initial="here"
          row
          options={[
            { value: 'here', label: receive.cameHere },
            { value: 'appointment', label: w.requests.coming.appointment },
            { value: 'remote', label: w.requests.coming.remote },
          ]}
        />
        <HeardFields
          filled={filled}
          places={heardPlaces}
          residence={said(draft.values, `${subjectOf(draft.values)}.residence`)}
        />
        <WayFields filled={filled} ways={ways} names={{ way: 'way', email: 'email' }} mayStayOpen />
        <TextArea
          name="note"
          label={receive.note}
          hint={receive.noteHint}
          filled={filled}
          rows={2}
          maxlength={1000}
          optional
        />
      </fieldset>
      {look && (
        <Notice tone="sun" title={receive.lookFirst}>
          <p>{receive.lookFirstHint}</p>
        </Notice>
      )}
      <p class="pair">
        <button class="button" name="do" value="luu" data-key="Ctrl+Enter">
          {receive.save}
          <kbd hidden>Ctrl ↵</kbd>
        </button>
        <button class="button quiet" formaction={`${action}#can-biet`}>
          {receive.check}
        </button>
      </p>
    </form>
  )
}
