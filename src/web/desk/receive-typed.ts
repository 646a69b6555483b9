import { relations, type Answers, type Relation } from '#src/modules/catalogue/index.ts'
import type { CommuneKey } from '#src/modules/offices/index.ts'
import { parseIdCardQr } from '#src/modules/places/index.ts'
import type { PersonInput } from '#src/modules/requests/index.ts'
import { shortDate } from '../dates.ts'
import type { Filled } from '../read-form.ts'

export type Values = Filled['values']

/** `here` sits at the desk; `other` is whom the result is for, when that is somebody else. */
export const parties = ['here', 'other'] as const
export type FormParty = (typeof parties)[number]

export function said(values: Values, name: string): string {
  const value = values[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

export function relationOf(values: Values): Relation {
  const typed = said(values, 'relation')
  return relations.find((it) => it === typed) ?? 'self'
}

/** Whose result it is: the form's fields of that person. */
export function subjectOf(values: Values): FormParty {
  return relationOf(values) === 'self' ? 'here' : 'other'
}

export function answersOf(values: Values): Answers {
  return Object.fromEntries(
    Object.keys(values)
      .filter((name) => name.startsWith('answers.') && said(values, name) !== '')
      .map((name) => [name.slice('answers.'.length), said(values, name)]),
  )
}

/** A commune as one value of a radio button: `13741|2025-07-01`. */
export function writeCommune(key: CommuneKey): string {
  return `${key.code}|${key.validFrom.toString()}`
}

export function readCommune(text: string): CommuneKey | null {
  const [, code, day] = /^(\d{5})\|(\d{4}-\d\d-\d\d)$/.exec(text) ?? []
  const validFrom = readDay(day ?? '')
  return code && validFrom ? { code, validFrom } : null
}

export type Birth = { birthDate?: Temporal.PlainDate; birthYear?: number }

/** `15/3/1996`, `15031996` or only `1996`, as people say it; null when it is none of them. */
export function readBirth(text: string): Birth | null {
  const typed = text.trim()
  if (typed === '') return {}
  if (/^\d{4}$/.test(typed)) return { birthYear: Number(typed) }
  const parts =
    /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(typed) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(typed)
  const [, day, month, year] = parts ?? []
  if (!day || !month || !year) return null
  const birthDate = readDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return birthDate && { birthDate }
}

export function readDay(iso: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** What was typed of a person, as the deeds take it; an unreadable birth date counts as none. */
export function personOf(values: Values, party: FormParty): PersonInput {
  const of = (name: string) => said(values, `${party}.${name}`)
  const sex = of('sex')
  const commune = party === subjectOf(values) ? readCommune(said(values, 'commune')) : null
  return {
    ...(of('id') ? { id: of('id') } : {}),
    fullName: of('fullName'),
    ...readBirth(of('birth')),
    sex: sex === 'female' || sex === 'male' ? sex : null,
    idNumber: of('idNumber') || null,
    phone: of('phone') || null,
    commune,
    residenceText: of('residence') || null,
  }
}

/** The fields of a person as their card says; where they live begins the search for the commune. */
export function fillFromCard(values: Values, party: FormParty): Values {
  const card = parseIdCardQr(said(values, `${party}.card`), `${party}.card`)
  return {
    ...values,
    [`${party}.card`]: '',
    [`${party}.id`]: '',
    [`${party}.fullName`]: card.fullName,
    [`${party}.birth`]: shortDate(card.birthDate),
    [`${party}.sex`]: card.sex,
    [`${party}.idNumber`]: card.number,
    [`${party}.residence`]: card.residence,
    ...(party === subjectOf(values) ? { place: card.residence, commune: '' } : {}),
  }
}
