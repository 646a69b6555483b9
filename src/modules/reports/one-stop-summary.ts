import type { Said } from './report.ts'

/** The counts of the one-stop reporting form, for one authority or for all. */
export type SummaryCounts = {
  received: {
    total: number
    /** Filed before the period and not finished when it began. */
    carriedOver: number
    inPeriod: { total: number; online: number; inPerson: number; post: number }
  }
  finished: { total: number; early: number; onTime: number; late: number }
  inProgress: { total: number; onTime: number; overdue: number }
  /** Awaiting papers, a payment, or stopped by the authority. */
  paused: { total: number; onTime: number; overdue: number }
  /** Not taken by the authority, or withdrawn by the person: the form has no column for them. */
  returned: number
}

/**
 * The summary that one-stop systems print (tiếp nhận, đã xử lý, đang xử lý, tạm dừng), by
 * authority: of the dossiers filed, not of those still being prepared. Received is always finished
 * + in progress + paused + returned.
 *
 * A dossier without a known time limit cannot be late and counts as on time. Those refused, stopped
 * or withdrawn count in the period in which they were filed.
 */
export type OneStopSummary = {
  /** The day as of which what is open stands: the period's last, or today when that is earlier. */
  asOf: Temporal.PlainDate
  rows: (SummaryCounts & { key: string; label: Said })[]
  total: SummaryCounts
}
