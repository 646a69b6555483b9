/** What somebody takes away: a number, and how many are before them. */
export type Ticket = {
  visitId: string
  /** In the ticket's QR: whoever holds it may see how far the line is. */
  token: string
  /** "012" */
  code: string
  number: number
  /** How many stood before them when it was given. */
  ahead: number
  takenAt: Date
}

/** As printed, shown and called: 7 is "007"; 1 of the series A is "A01". */
export function ticketCode(ticket: { series: string; number: number }): string {
  return ticket.series === ''
    ? String(ticket.number).padStart(3, '0')
    : ticket.series + String(ticket.number).padStart(2, '0')
}

/** Series and number of a code as it is typed or printed; null for anything else. */
export function parseTicketCode(code: string): { series: string; number: number } | null {
  const [, series = '', digits = ''] = /^([A-Z]?)(\d{1,6})$/.exec(code.trim().toUpperCase()) ?? []
  const number = Number(digits)
  return number > 0 ? { series, number } : null
}
