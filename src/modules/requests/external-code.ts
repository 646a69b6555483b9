import { Refusal } from '#src/base/refusal.ts'

/**
 * The dossier code that the authority gave, as G09.20-20260609-0092637 or 000.00.19.H55-241018-0007:
 * its form has changed with every circular (TT 01/2018/TT-VPCP điều 19, TT 03/2025/TT-VPCP), so only
 * the letters are checked. Refuses what is shorter than 6 or longer than 40 or has other characters.
 */
export function parseExternalCode(typed: string): string {
  const code = typed.normalize('NFC').replace(/\s+/g, '').replace(/[–—]/g, '-').toUpperCase()
  if (!/^[A-Z0-9][A-Z0-9./-]{5,39}$/.test(code) || !/\d/.test(code))
    throw new Refusal('requests.external_code_malformed', { field: 'externalCode' })
  return code
}
