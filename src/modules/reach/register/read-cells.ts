import { fold } from '#src/base/fold.ts'
import { Refusal } from '#src/base/refusal.ts'
import { normalizePhone } from '#src/modules/places/index.ts'
import type { Trouble } from './register.ts'

/** A cell as it is meant; undefined where it is empty: what is kept stays. */
export type Read<T> = { value: T | undefined; trouble?: Trouble }

/** A whole number, also with the dots, commas or spaces of thousands. */
export function readCount(text: string, most: number, trouble: Trouble): Read<number> {
  if (text === '') return { value: undefined }
  const grouped = /^\d{1,3}([. ,\u00a0]\d{3})+$/.test(text)
  const digits = grouped ? text.replace(/\D/g, '') : text.replace(/\.0+$/, '')
  if (!/^\d{1,9}$/.test(digits) || Number(digits) > most) return { value: undefined, trouble }
  return { value: Number(digits) }
}

const yes = new Set(['co', 'yes', 'x', '1', 'true', 'dung', 'y'])
const no = new Set(['khong', 'no', '0', 'false', 'k', 'n', 'chua'])

export function readYes(text: string): Read<boolean> {
  const said = fold(text)
  if (said === '') return { value: undefined }
  if (yes.has(said)) return { value: true }
  if (no.has(said)) return { value: false }
  return { value: undefined, trouble: 'loudspeaker_unclear' }
}

/** Excel takes 0912 345 678 for a number and drops the nought before it. */
export function readPhone(text: string): Read<string> {
  if (text === '') return { value: undefined }
  try {
    return { value: normalizePhone(/^[235789]\d{8,9}$/.test(text) ? `0${text}` : text) }
  } catch (error) {
    if (error instanceof Refusal) return { value: undefined, trouble: 'phone_wrong' }
    throw error
  }
}

export function readText(text: string, most = 300): Read<string> {
  if (text === '') return { value: undefined }
  return text.length > most ? { value: undefined, trouble: 'text_too_long' } : { value: text }
}
