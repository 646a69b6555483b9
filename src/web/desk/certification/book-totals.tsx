import type { BookTotals as Totals } from '#src/modules/certification/index.ts'
import { sayMoney, sayNumber } from '../../dates.ts'
import { useView } from '../../view.ts'

/** What the book comes to, and where whoever closes it signs on the printed sheet. */
export function BookTotals({ totals, closed }: { totals: Totals; closed: boolean }) {
  const { lang, w } = useView()
  const words = w.deskCertification.books
  const said = [
    [totals.numbers, words.totalNumbers],
    [totals.copies, words.totalCopies],
    [totals.annulled, words.totalAnnulled],
    [totals.unsigned, words.totalUnsigned],
  ] as const
  return (
    <div class="book-totals">
      <p>
        <b>{words.totals}:</b>{' '}
        {said.map(([count, what]) => `${sayNumber(lang, count)} ${what}`).join(', ')},{' '}
        {words.totalFee} {sayMoney(totals.feeVnd)}.
      </p>
      {closed && <p class="onlyprint">{words.closer}</p>}
    </div>
  )
}
