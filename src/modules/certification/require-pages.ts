import { Refusal } from '#src/base/refusal.ts'

/** A page is one of the original: circular 226/2016/TT-BTC. */
export function requirePages(pages: number | undefined): number {
  if (pages !== undefined && Number.isInteger(pages) && pages >= 1 && pages <= 2000) return pages
  throw new Refusal('certification.pages_impossible', { field: 'originalPages' })
}
