import { Refusal } from '#src/base/refusal.ts'
import { parseIdNumber } from './id-number.ts'

/**
 * What the QR code of an identity card says, as a scanner types it. It fills a form and proves
 * nothing: the text is not signed.
 */
export type IdCard = {
  number: string
  /** The nine digits of the CMND before; null when the card names none. */
  oldNumber: string | null
  fullName: string
  birthDate: Temporal.PlainDate
  sex: 'male' | 'female'
  residence: string
  issuedOn: Temporal.PlainDate
  /** What follows on newer cards, in the order it stands; no public text says what it is. */
  more: string[]
}

/**
 * Reads the QR text of the CCCD of 2021: number | old number or nothing | name | ddMMyyyy of birth |
 * Nam or Nữ | residence | ddMMyyyy of issue. Public parsers agree on this order; no official text
 * tells it. Further fields are kept as they are. Refuses every other shape rather than guess.
 */
export function parseIdCardQr(text: string, field = 'idCard'): IdCard {
  const fields = text
    .normalize('NFC')
    .trim()
    .split('|')
    .map((it) => it.trim())
  const [number = '', old = '', fullName = '', born = '', sex = '', residence = '', issued = ''] =
    fields
  const birthDate = readDay(born)
  const issuedOn = readDay(issued)
  const shaped =
    fields.length >= 7 &&
    /^\d{12}$/.test(number) &&
    /^(\d{9}|\d{12})?$/.test(old) &&
    /^\p{L}[\p{L}\p{M}' .-]*$/u.test(fullName) &&
    /^(nam|nữ)$/i.test(sex)
  if (!shaped || !birthDate || !issuedOn) throw new Refusal('places.id_card_not_read', { field })
  return {
    number: parseIdNumber(number, field).number,
    oldNumber: old || null,
    fullName,
    birthDate,
    sex: /^nam$/i.test(sex) ? 'male' : 'female',
    residence,
    issuedOn,
    more: fields.slice(7),
  }
}

function readDay(text: string): Temporal.PlainDate | null {
  const [, day, month, year] = /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? []
  if (!day) return null
  try {
    const parts = { day: Number(day), month: Number(month), year: Number(year) }
    return Temporal.PlainDate.from(parts, { overflow: 'reject' })
  } catch {
    return null
  }
}
