import { Refusal } from '#src/base/refusal.ts'

/** From the first day to the last, both included. */
export type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate }

export function requireForward({ from, to }: Span): void {
  if (Temporal.PlainDate.compare(from, to) > 0)
    throw new Refusal('reach.period_backwards', { field: 'to' })
}
