import type { Child } from 'hono/jsx'
import type { Filled } from '../read-form.ts'
import { useView } from '../view.ts'

type Common = {
  name: string
  label: string
  hint?: Child
  filled: Filled
  /** Shown when nothing was typed yet. */
  initial?: string | undefined
  optional?: boolean
}

type FieldProps = Common & {
  type?: 'text' | 'tel' | 'email' | 'search' | 'date' | 'number' | 'password' | 'time' | 'month'
  width?: 'short' | 'mid'
  inputmode?: 'numeric' | 'decimal' | 'text'
  autocomplete?: string
  /** Suggestions, by the id of a datalist on the page. */
  list?: string
  maxlength?: number
  spellcheck?: boolean
  autofocus?: boolean
}

/** The id of the input of a field; the error summary leads there. */
export const fieldId = (name: string) => `o-${name.replaceAll(/\W/g, '-')}`

function valueOf({ name, filled, initial }: Common): string {
  const value = filled.values[name]
  return (Array.isArray(value) ? value[0] : value) ?? initial ?? ''
}

/** A label, a hint, what is wrong, and the input, wired together for readers of the screen. */
export function Field(props: FieldProps) {
  const id = fieldId(props.name)
  return (
    <Wrapped {...props}>
      <input
        id={id}
        name={props.name}
        type={props.type ?? 'text'}
        class={props.width}
        value={props.type === 'password' ? undefined : valueOf(props)}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete ?? 'off'}
        list={props.list}
        maxlength={props.maxlength}
        spellcheck={props.spellcheck}
        autofocus={props.autofocus}
        {...described(props)}
      />
    </Wrapped>
  )
}

export function TextArea(props: Common & { rows?: number; maxlength?: number }) {
  return (
    <Wrapped {...props}>
      <textarea
        id={fieldId(props.name)}
        name={props.name}
        rows={props.rows ?? 4}
        maxlength={props.maxlength}
        {...described(props)}
      >
        {valueOf(props)}
      </textarea>
    </Wrapped>
  )
}

export type Option = { value: string; label: string; hint?: string | undefined }

export function Select(props: Common & { options: Option[]; empty?: string | false }) {
  const { w } = useView()
  const chosen = valueOf(props)
  return (
    <Wrapped {...props}>
      <select id={fieldId(props.name)} name={props.name} {...described(props)}>
        {props.empty !== false && <option value="">{props.empty ?? w.site.fields.choose}</option>}
        {props.options.map((it) => (
          <option value={it.value} selected={it.value === chosen}>
            {it.label}
          </option>
        ))}
      </select>
    </Wrapped>
  )
}

/** One choice of a few, as radio buttons with the question as legend. */
export function Radios(props: Common & { options: Option[]; row?: boolean }) {
  return <Choices {...props} type="radio" chosen={[valueOf(props)]} />
}

/** Any of a few. The form sends `name[]`. */
export function Checkboxes(
  props: Omit<Common, 'initial'> & { options: Option[]; row?: boolean; ticked?: string[] },
) {
  const typed = props.filled.values[`${props.name}[]`]
  const chosen = Array.isArray(typed) ? typed : typed ? [typed] : (props.ticked ?? [])
  return <Choices {...props} type="checkbox" chosen={chosen} />
}

function Choices(
  props: Omit<Common, 'initial'> & {
    options: Option[]
    row?: boolean
    type: 'radio' | 'checkbox'
    chosen: string[]
  },
) {
  const id = fieldId(props.name)
  const error = props.filled.errors[props.name]
  const name = props.type === 'checkbox' ? `${props.name}[]` : props.name
  return (
    <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={describedBy(props)}>
      <legend>
        {props.label}
        <Optional {...props} />
      </legend>
      <About {...props} />
      <div class={props.row ? 'choices row' : 'choices'}>
        {props.options.map((it, i) => (
          <div class="choice">
            <input
              id={i === 0 ? id : `${id}-${it.value}`}
              type={props.type}
              name={name}
              value={it.value}
              checked={props.chosen.includes(it.value)}
            />
            <label for={i === 0 ? id : `${id}-${it.value}`}>{it.label}</label>
            {it.hint && <span class="hint">{it.hint}</span>}
          </div>
        ))}
      </div>
    </fieldset>
  )
}

function Wrapped(props: Common & { children?: Child }) {
  const error = props.filled.errors[props.name]
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={fieldId(props.name)}>
        {props.label}
        <Optional {...props} />
      </label>
      <About {...props} />
      {props.children}
    </div>
  )
}

function Optional({ optional }: { optional?: boolean }) {
  const { w } = useView()
  return optional ? <span class="hint"> ({w.site.fields.optional})</span> : null
}

function About({ name, hint, filled }: Pick<Common, 'name' | 'hint' | 'filled'>) {
  const error = filled.errors[name]
  return (
    <>
      {hint && (
        <span class="hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span class="error" id={`${fieldId(name)}-error`}>
          {error}
        </span>
      )}
    </>
  )
}

function describedBy({ name, hint, filled }: Pick<Common, 'name' | 'hint' | 'filled'>) {
  const ids = [
    hint ? `${fieldId(name)}-hint` : '',
    filled.errors[name] ? `${fieldId(name)}-error` : '',
  ].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

function described(props: Pick<Common, 'name' | 'hint' | 'filled'>) {
  return {
    'aria-describedby': describedBy(props),
    'aria-invalid': props.filled.errors[props.name] ? ('true' as const) : undefined,
  }
}
