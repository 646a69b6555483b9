import type { Lang } from '#src/words/index.ts'
import type { LineFigures } from './line-figures.ts'
import { lineSheets } from './line-sheets.ts'
import { toXlsx } from './xlsx.ts'

/** All figures of the line as an Excel workbook. */
export function lineFiguresToXlsx(figures: LineFigures, lang: Lang): Promise<Buffer> {
  return toXlsx(lineSheets(figures, lang))
}
