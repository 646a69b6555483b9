/** How many people, as typed: null when nothing was; what is no number is refused by the deed. */
export function capacitySaid(text: string): number | null {
  if (text === '') return null
  return /^[\d. ]+$/.test(text) ? Number(text.replaceAll(/[. ]/g, '')) : Number.NaN
}
