import { Refusal } from '#src/base/refusal.ts'

/** Mobile prefixes of eleven digits, moved to ten in autumn 2018 under Thông tư 22/2014/TT-BTTTT. */
const movedPrefixes: Record<string, string> = {
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0126': '076',
  '0127': '081',
  '0128': '078',
  '0129': '082',
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0186': '056',
  '0188': '058',
  '0199': '059',
}

const mobile = /^0[35789]\d{8}$/
const landline = /^02\d{8,9}$/

/**
 * A Vietnamese phone number as it is dialled at home, digits only: "+84 912 345 678" is
 * "0912345678", "0168.234.5678" is "0382345678". Refuses anything else beside `field`.
 */
export function normalizePhone(typed: string, field = 'phone'): string {
  const digits = typed
    .normalize('NFKC')
    .replace(/\(0\)/, '')
    .replace(/[\s.\-()]/g, '')
    .replace(/^(\+|00)840?/, '0')
    .replace(/^84(?=\d{9,10}$)/, '0')
  const moved = /^01\d{9}$/.test(digits) && movedPrefixes[digits.slice(0, 4)]
  const number = moved ? moved + digits.slice(4) : digits
  if (mobile.test(number) || landline.test(number)) return number
  throw new Refusal('places.phone_wrong', { field })
}

/** For screens that do not need it: "•••••• 4821". */
export function maskPhone(number: string): string {
  return `•••••• ${lastDigits(number)}`
}

/** The digits by which a person proves that a number is theirs: the last four unless told. */
export function lastDigits(typed: string, count = 4): string {
  return typed.replace(/\D/g, '').slice(-count)
}
