import type { Lang } from '#src/words/index.ts'
import { toCsv } from './csv.ts'
import type { LineFigures } from './line-figures.ts'
import { daysSheet } from './line-sheets.ts'

/** The line of each service day as CSV. */
export function lineFiguresToCsv(figures: LineFigures, lang: Lang): string {
  return toCsv(daysSheet(figures, lang))
}
