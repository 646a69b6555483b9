/** 'TC-2611-0042': the office's prefix, year and month of receipt, the number within the month. */
export function requestCode(prefix: string, month: string, number: number): string {
  return `${prefix}-${month}-${String(number).padStart(4, '0')}`
}

/** The year and month of a day as codes write it: November 2026 is '2611'. */
export function codeMonth(day: Temporal.PlainDate): string {
  return `${String(day.year % 100).padStart(2, '0')}${String(day.month).padStart(2, '0')}`
}

/** The code as people type it, with or without dashes and capitals; null when it cannot be one. */
export function parseRequestCode(typed: string): string | null {
  const found = /^([A-Z]{2,4})(\d{4})(\d{4,7})$/.exec(typed.toUpperCase().replace(/[\s.–—-]/g, ''))
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null
}
