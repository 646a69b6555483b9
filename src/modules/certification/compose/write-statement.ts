import { drawQr } from '#src/outside/pdf/draw-qr.ts'
import { layText } from '#src/outside/pdf/lay-text.ts'
import type { Document } from '#src/outside/pdf/open-document.ts'
import {
  addSheet,
  black,
  drawBox,
  drawLine,
  ink,
  sizes,
  type Sheet,
} from '#src/outside/pdf/sheet.ts'
import { writeLaid, writeText } from '#src/outside/pdf/write-text.ts'
import { words } from '#src/words/index.ts'
import { addressOf, codeOf, type Copy, type Statement } from './copy.ts'
import { footHeight } from './place-sheets.ts'
import { measureStamps, writeStamps } from './write-stamps.ts'

/** Left, right and upper edges, as official papers have them (30 mm, 20 mm, 20 mm). */
const margin = { left: 85, right: 57, top: 57 }
const said = words.vi.verifyPages.onCopy
const grey = ink('#444444')

const paragraph = { size: 13.5, align: 'justify', leading: 1.35, indent: 28 } as const
const qrSize = 78

/**
 * Writes what is certified, by whom and under which number: beneath a paper that leaves room for it, else
 * on a page of its own, and on as many as it needs. Answers the pages that were added.
 */
export function writeStatement(
  document: Document,
  copy: Copy,
  beneath: { sheet: Sheet; y: number } | undefined,
): Sheet[] {
  const added: Sheet[] = []
  const start = () => {
    const sheet = addSheet(document, sizes.a4)
    added.push(sheet)
    return sheet
  }
  const fits = beneath && beneath.y + heightBeneath(document, copy) <= floorOf(beneath.sheet)
  let sheet = fits ? beneath.sheet : start()
  let y = fits ? beneath.y + 14 : writeHead(sheet, copy.statement)
  y = writeHeading(sheet, copy.statement, y)
  for (const text of copy.statement.lines) {
    const laid = layText(document, text, paragraph, widthOf(sheet))
    if (y + laid.height > floorOf(sheet)) [sheet, y] = [start(), margin.top]
    y = writeLaid(sheet, laid, { x: margin.left, y }) + 5
  }
  const end = heightOfEnd(document, copy)
  if (y + end > floorOf(sheet)) [sheet, y] = [start(), margin.top]
  writeEnd(sheet, copy, y + 8)
  return added
}

function widthOf(sheet: Sheet): number {
  return sheet.width - margin.left - margin.right
}

function floorOf(sheet: Sheet): number {
  return sheet.height - footHeight - 8
}

function heightBeneath(document: Document, copy: Copy): number {
  const room = sizes.a4[0] - margin.left - margin.right
  const text = copy.statement.lines
    .map((line) => layText(document, line, paragraph, room).height + 5)
    .reduce((a, b) => a + b, 0)
  return 14 + headingHeight + text + heightOfEnd(document, copy)
}

/** Who certifies, and the name of the country with its motto (Decree 30/2020/NĐ-CP, annex I). */
function writeHead(sheet: Sheet, { issuer = [] }: Statement): number {
  const left = { x: margin.left - 28, y: margin.top, width: 200 }
  const right = { x: margin.left + 180, y: margin.top, width: 290 }
  const line = { size: 12.5, weight: 'bold', align: 'centre' } as const
  let foot = margin.top
  for (const text of issuer) foot = writeText(sheet, text, line, { ...left, y: foot })
  if (issuer.length > 0) {
    drawLine(sheet, { x: left.x + 65, y: foot + 3, width: 70 })
  }
  let y = writeText(sheet, said.republic, line, right)
  y = writeText(sheet, said.motto, { ...line, size: 13.5 }, { ...right, y })
  drawLine(sheet, { x: right.x + 60, y: y + 3, width: 170 })
  return Math.max(foot, y) + 30
}

const headingHeight = 74

function writeHeading(sheet: Sheet, { number, book, lines }: Statement, from: number): number {
  const area = { x: margin.left, width: widthOf(sheet) }
  const centred = { align: 'centre' } as const
  let y = writeText(
    sheet,
    said.heading,
    { ...centred, size: 16, weight: 'bold' },
    { ...area, y: from },
  )
  y = writeText(sheet, said.subheading, { ...centred, size: 13.5, weight: 'bold' }, { ...area, y })
  // An office's own statement may say both in its text.
  if (lines.some((it) => it.includes(book))) return y + 12
  const numbers = `${said.number(number)} · ${said.book(book)}`
  y = writeText(sheet, numbers, { ...centred, size: 13 }, { ...area, y: y + 3 })
  return Math.max(y + 10, from + headingHeight)
}

function heightOfEnd(document: Document, { stamp, statement }: Copy): number {
  const stamps = measureStamps(document, stamp)
  return 8 + 20 + 18 * titleLines(document, statement) + 6 + stamps + 6 + 20 + 16 + qrSize
}

function titleLines(document: Document, statement: Statement): number {
  return layText(document, titleOf(statement), titleStyle, columnWidth).lines.length
}

/** As it stands above a signature: in capitals. */
function titleOf({ signerTitle }: Statement): string {
  return signerTitle.toLocaleUpperCase('vi')
}

const titleStyle = { size: 13.5, weight: 'bold', align: 'centre' } as const
const columnWidth = 232

/** Place and date, the signer's title, what shows of the signatures, the name, and how to check. */
function writeEnd(sheet: Sheet, copy: Copy, from: number): void {
  const { statement, stamp } = copy
  const column = { x: sheet.width - margin.right - columnWidth, width: columnWidth }
  const when = `${statement.place}, ${statement.dateWords}`
  const date = { size: 13, weight: 'italic', align: 'centre' } as const
  let y = writeText(sheet, when, date, { ...column, y: from })
  y = writeText(sheet, titleOf(statement), titleStyle, { ...column, y }) + 6
  y = writeStamps(sheet, stamp, { left: margin.left - 28, right: column.x, y }) + 6
  y = writeText(sheet, statement.signerName, titleStyle, { ...column, y })
  writeCheck(sheet, copy, Math.max(y + 16, floorOf(sheet) - qrSize))
}

function writeCheck(sheet: Sheet, copy: Copy, y: number): void {
  const x = margin.left - 28
  drawQr(sheet, copy.verifyUrl, { x, y, size: qrSize })
  const beside = { x: x + qrSize + 12, width: sheet.width - margin.right - x - qrSize - 12 }
  const size = 10.5
  const foot = writeText(sheet, said.checkTitle, { size, weight: 'bold' }, { ...beside, y: y + 8 })
  const text = said.check(addressOf(copy), codeOf(copy))
  writeText(sheet, text, { size, color: grey }, { ...beside, y: foot })
}

/** The running mark at the foot of each page: which copy it is, which page of how many, and its code. */
export function writeMarks(sheets: Sheet[], copy: Copy): void {
  const { number, book } = copy.statement
  for (const [i, sheet] of sheets.entries()) {
    const top = sheet.height - footHeight
    const area = { x: 24, y: top + 7, width: sheet.width - 48 }
    const style = { size: 8.5, color: grey } as const
    drawBox(
      sheet,
      { x: 0, y: top, width: sheet.width, height: footHeight },
      { fill: ink('#ffffff') },
    )
    drawLine(
      sheet,
      { x: 24, y: top + 4, width: sheet.width - 48 },
      { color: black, thickness: 0.4 },
    )
    writeText(sheet, said.mark(number, book), style, area)
    writeText(sheet, said.page(i + 1, sheets.length), { ...style, align: 'centre' }, area)
    writeText(sheet, said.code(codeOf(copy)), { ...style, align: 'right' }, area)
  }
}
