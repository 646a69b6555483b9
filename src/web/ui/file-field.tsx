import type { Filled } from '../read-form.ts'
import { fieldId } from './field.tsx'

type Props = { name: string; label: string; hint?: string; filled: Filled; accept?: string }

/** One file. What was chosen before cannot be shown again: browsers keep that to themselves. */
export function FileField({ name, label, hint, filled, accept }: Props) {
  const [id, error] = [fieldId(name), filled.errors[name]]
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span class="error" id={`${id}-error`}>
          {error}
        </span>
      )}
      <input
        id={id}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={about || undefined}
        aria-invalid={error ? 'true' : undefined}
      />
    </div>
  )
}
