import { layText, type Laid, type Style } from '#src/outside/pdf/lay-text.ts'
import type { Document } from '#src/outside/pdf/open-document.ts'
import { drawBox, ink, type Sheet } from '#src/outside/pdf/sheet.ts'
import { writeLaid } from '#src/outside/pdf/write-text.ts'
import { words } from '#src/words/index.ts'
import type { Stamp } from './copy.ts'

const said = words.vi.verifyPages.onCopy
const red = ink('#b3121d')
const blue = ink('#173f7a')

const width = 232
const pad = 9
const heading: Style = { size: 9.5, weight: 'bold', align: 'centre', leading: 1.35 }
const line: Style = { size: 10, align: 'centre', leading: 1.32 }

/** How high both are, side by side. */
export function measureStamps(document: Document, { official, seal }: Stamp): number {
  return Math.max(
    heightOf(lay(document, said.official, official)),
    heightOf(lay(document, said.seal, seal)),
  )
}

/**
 * What shows of the signatures: the seal in red on the left, the official in blue on the right. Words, not
 * a picture of the round seal: a picture can be lifted off and put anywhere. Answers where they end.
 */
export function writeStamps(
  sheet: Sheet,
  stamp: Stamp,
  at: { left: number; right: number; y: number },
): number {
  const { document } = sheet
  const height = measureStamps(document, stamp)
  const draw = (x: number, laid: Laid[], color: typeof red) => {
    drawBox(sheet, { x, y: at.y, width, height }, { line: color, lineWidth: 1.4 })
    const inside = { x: x + 3, y: at.y + 3, width: width - 6, height: height - 6 }
    drawBox(sheet, inside, { line: color, lineWidth: 0.5 })
    let y = at.y + (height - heightOf(laid)) / 2 + pad
    for (const it of laid) y = writeLaid(sheet, it, { x: x + pad, y }, color)
  }
  draw(at.left, lay(document, said.seal, stamp.seal), red)
  draw(at.right, lay(document, said.official, stamp.official), blue)
  return at.y + height
}

function lay(document: Document, title: string, lines: readonly string[]): Laid[] {
  const room = width - 2 * pad
  return [
    layText(document, title, heading, room),
    ...lines.map((text) => layText(document, text, line, room)),
  ]
}

function heightOf(laid: Laid[]): number {
  return laid.reduce((sum, it) => sum + it.height, 2 * pad)
}
