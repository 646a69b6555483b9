/** What certified copies cost from a day on. */
export type Tariff = {
  /** Null for what ships. */
  validFrom: Temporal.PlainDate | null
  /** So many pages of the original at `firstPageVnd` each, every other at `furtherPageVnd`. */
  firstPages: number
  firstPageVnd: number
  furtherPageVnd: number
  /** One copy costs no more. */
  mostVnd: number
  source: string
}

/**
 * 2.000 đồng for each of the first two pages, 1.000 from the third, at most 200.000 a copy; a page is
 * one of the original. Circular 226/2016/TT-BTC as the procedure page of 2.000815 quotes it. That
 * electronic copies cost the same is common practice and not read in a law: an office that is told
 * otherwise sets its own.
 */
export const shippedTariff: Tariff = {
  validFrom: null,
  firstPages: 2,
  firstPageVnd: 2000,
  furtherPageVnd: 1000,
  mostVnd: 200_000,
  source: 'Thông tư 226/2016/TT-BTC; trang thủ tục 2.000815 trên Cổng Dịch vụ công quốc gia',
}

/** One copy of an original of so many pages, in đồng. */
export function feeOfCopy(tariff: Tariff, pages: number): number {
  const first = Math.min(pages, tariff.firstPages)
  const fee = first * tariff.firstPageVnd + (pages - first) * tariff.furtherPageVnd
  return Math.min(fee, tariff.mostVnd)
}
