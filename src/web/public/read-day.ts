/** A day as it stands in an address, `2026-11-27`, or as people type it, `27/11/2026`; else null. */
export function readDay(text: string | undefined): Temporal.PlainDate | null {
  const said = (text ?? '').trim()
  const typed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(said)
  const iso = typed
    ? `${typed[3]}-${typed[2]!.padStart(2, '0')}-${typed[1]!.padStart(2, '0')}`
    : said
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(iso)) return null
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' })
  } catch {
    return null
  }
}
