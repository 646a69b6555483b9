import { deedOf, type Deed } from '../../web/desk/line/deeds.ts'

/** A form of the page that was sent: which command, with what. */
export type Pressed = { deed: Deed; action: string; fields: Record<string, string> }

/** Reads the form as the browser would send it; null when it is no command to the line. */
export function readPressed(event: SubmitEvent): Pressed | null {
  const form = event.target as HTMLFormElement
  const word = new URL(form.action).pathname.split('/').at(-1) ?? ''
  const deed = deedOf(word)
  if (!deed || form.method !== 'post') return null
  const fields: Record<string, string> = {}
  for (const [name, value] of new FormData(form, event.submitter))
    if (typeof value === 'string') fields[name] = value.trim()
  return { deed, action: form.action, fields }
}
