import { createHash } from 'node:crypto'
import type { ImportReport, ImportTrouble } from './import-report.ts'
import { NationalRow, readNationalRow } from './national-row.ts'

/** A line that can be taken. */
export type NationalProcedure = {
  code: string
  /** Of all that we keep of it. */
  hash: string
  it: ReturnType<typeof readNationalRow>
}

/**
 * One line of the national list; null when it cannot be taken, and then `report` says why. `seen`
 * remembers the line of each code.
 */
export function readNationalLine(
  text: string,
  line: number,
  seen: Map<string, number>,
  report: ImportReport,
): NationalProcedure | null {
  const reject = (trouble: ImportTrouble, detail: string) => {
    report.rejected.push({ line, trouble, detail })
    return null
  }
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (error) {
    return reject('not_json', (error as Error).message)
  }
  const parsed = NationalRow.safeParse(raw)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const place = issue!.path.join('.')
    const given = (raw as { code?: unknown } | null)?.code
    if (place === 'code' && (given === undefined || given === null || given === ''))
      return reject('code_missing', '')
    if (place === 'code') return reject('code_wrong', String(given))
    if (place === 'name') return reject('name_missing', String(given))
    return reject('field_wrong', `${place}: ${issue!.message}`)
  }
  const { code } = parsed.data
  const before = seen.get(code)
  if (before !== undefined) return reject('code_twice', `${code}, ${before}`)
  seen.set(code, line)
  const it = readNationalRow(parsed.data)
  const hash = createHash('sha256').update(JSON.stringify(it)).digest('hex')
  return { code, hash, it }
}
