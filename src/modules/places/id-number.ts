import { Refusal } from '#src/base/refusal.ts'
import { readFormerProvinces } from './shipped.ts'
import { provinceKinds } from './unit-name.ts'

/**
 * The twelve digits of a personal identification number, read: three for the place where the birth
 * was registered, one for century and sex, two for the year of birth, six of chance. Nghị định
 * 137/2015/NĐ-CP, điều 13. No check digit is published.
 */
export type IdNumber = {
  number: string
  placeCode: string
  /** One of the 63 provinces before July 2025; null for a country or a code that is not known. */
  birthProvince: { code: string; fullName: string } | null
  sex: 'male' | 'female'
  birthYear: number
}

/** Something in the number does not fit what was declared. It is for the officer to look, not to refuse. */
export type IdWarning =
  | { warning: 'birth_year_differs'; inNumber: number; declared: number }
  | { warning: 'sex_differs'; inNumber: 'male' | 'female' }
  | { warning: 'place_unknown'; placeCode: string }
  | { warning: 'born_in_future'; inNumber: number }

/** Codes of countries begin at 100; below stand the provinces. */
const firstCountry = 100

const provinces = new Map(
  readFormerProvinces().map(({ code, kind, name }) => [
    `0${code}`,
    { code, fullName: `${provinceKinds[kind]} ${name}` },
  ]),
)

/**
 * Reads a number as typed, spaces and dots allowed. Refuses what does not have twelve digits, beside
 * `field`: an old nine-digit CMND by its name.
 */
export function parseIdNumber(typed: string, field = 'idNumber'): IdNumber {
  const number = typed.replace(/[\s.-]/g, '')
  if (/^\d{9}$/.test(number)) throw new Refusal('places.id_number_is_old', { field })
  if (!/^\d{12}$/.test(number)) {
    throw new Refusal('places.id_number_wrong', { field, params: { digits: countDigits(number) } })
  }
  const placeCode = number.slice(0, 3)
  const centuryAndSex = Number(number[3])
  return {
    number,
    placeCode,
    birthProvince: provinces.get(placeCode) ?? null,
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + 100 * Math.floor(centuryAndSex / 2) + Number(number.slice(4, 6)),
  }
}

/**
 * Compares a number with what was declared. A contradiction warns and never refuses: numbers were
 * given by papers that may have been put right since. Refuses only what `parseIdNumber` refuses.
 */
export function checkIdNumber(input: {
  number: string
  birthDate?: Temporal.PlainDate | null
  birthYear?: number | null
  sex?: 'male' | 'female' | null
  /** The day of asking: nobody is born after it. */
  today?: Temporal.PlainDate
  field?: string
}): IdWarning[] {
  const read = parseIdNumber(input.number, input.field)
  const declared = input.birthDate?.year ?? input.birthYear
  const warnings: IdWarning[] = []
  if (read.birthProvince === null && Number(read.placeCode) < firstCountry) {
    warnings.push({ warning: 'place_unknown', placeCode: read.placeCode })
  }
  if (input.today && read.birthYear > input.today.year) {
    warnings.push({ warning: 'born_in_future', inNumber: read.birthYear })
  } else if (declared && declared !== read.birthYear) {
    warnings.push({ warning: 'birth_year_differs', inNumber: read.birthYear, declared })
  }
  if (input.sex && input.sex !== read.sex) {
    warnings.push({ warning: 'sex_differs', inNumber: read.sex })
  }
  return warnings
}

/** For screens that do not need it: "•••••••• 4821". */
export function maskIdNumber(number: string): string {
  return `•••••••• ${number.slice(-4)}`
}

function countDigits(text: string): number {
  return text.replace(/\D/g, '').length
}
