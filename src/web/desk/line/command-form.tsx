import type { Child } from 'hono/jsx'
import { paths } from '../../paths.ts'
import { deedWords, type Deed } from './deeds.ts'
import { useLine } from './line-view.ts'

type FormProps = { deed: Deed; visit?: string; class?: string; children?: Child }

/**
 * One command to the line, as a form that works by itself. Where script runs, the same form is
 * taken before it is sent, and done at once.
 */
export function CommandForm({ deed, visit, class: look, children }: FormProps) {
  const { state, to, newKey } = useLine()
  return (
    <form method="post" action={to(paths.deskLineDo(deedWords[deed]))} class={look}>
      <input type="hidden" name="clientKey" value={newKey()} />
      <input type="hidden" name="day" value={state.dayId} />
      <input type="hidden" name="counter" value={state.counterId ?? ''} />
      {visit !== undefined && <input type="hidden" name="visit" value={visit} />}
      {children}
    </form>
  )
}

type PressProps = {
  deed: Deed
  visit?: string
  label: string
  /** Read instead of the label where that alone would not say whom it is about. */
  about?: string
  press?: { key: string; said: string }
  quiet?: boolean
  small?: boolean
}

/** A command that is one button, with its key printed on it. */
export function Press({ deed, visit, label, about, press, quiet, small }: PressProps) {
  return (
    <CommandForm deed={deed} {...(visit === undefined ? {} : { visit })}>
      <button
        class={small ? 'pick' : quiet ? 'button quiet' : 'button'}
        data-key={press?.key}
        aria-label={about}
      >
        {label}
        {press && <Key said={press.said} />}
      </button>
    </CommandForm>
  )
}

/** Shown once the key works: desk-keys unhides it on a page without script of our own. */
export function Key({ said }: { said: string }) {
  const { link } = useLine()
  return <kbd hidden={link === 'still'}>{said}</kbd>
}

type BoxProps = {
  name: string
  label: string
  hint?: string
  inputmode?: 'numeric' | 'tel'
  maxlength: number
  id: string
}

/** A box to type in; what was typed and refused comes back with what is wrong beside it. */
export function Box({ name, label, hint, inputmode, maxlength, id }: BoxProps) {
  const { typed, errors } = useLine()
  const error = errors[name]
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      {hint && <span class="hint">{hint}</span>}
      {error && (
        <span class="error" id={`${id}-error`}>
          {error}
        </span>
      )}
      <input
        id={id}
        name={name}
        inputmode={inputmode}
        maxlength={maxlength}
        autocomplete="off"
        value={typed[name]}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
    </div>
  )
}

type PickProps = {
  name: string
  label: string
  id: string
  empty?: string
  chosen?: string | null
  options: [string, string][]
}

export function Pick({ name, label, id, empty, chosen, options }: PickProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(([value, said]) => (
          <option value={value} selected={value === chosen}>
            {said}
          </option>
        ))}
      </select>
    </div>
  )
}
