/** Somebody was called to a counter. */
export type Call = {
  visitId: string
  code: string
  counterId: string
  at: Date
  /** Changes when the number is called again. */
  callId: string
}

/** Of one call of one number: what a board that already said it compares. */
export function callIdOf(period: { id: number; calls: number }): string {
  return `${period.id}.${period.calls}`
}
