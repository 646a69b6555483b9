import { addSheet, drawBox, drawLine, ink, sizes, type Sheet } from '#src/outside/pdf/sheet.ts'
import { drawQr } from '#src/outside/pdf/draw-qr.ts'
import { fitText, layText } from '#src/outside/pdf/lay-text.ts'
import { closeDocument, openDocument, type Document } from '#src/outside/pdf/open-document.ts'
import { writeLaid, writeText } from '#src/outside/pdf/write-text.ts'

/** What hangs on the board or goes from hand to hand. */
export type NoticeFormat = 'poster' | 'leaflet'

export type Notice = {
  /** Of the desk: the head of the sheet. */
  office: string
  title: string
  /** Paragraphs; the first says when and where and is set largest. */
  paragraphs: string[]
  phone: string | null
  /** "27": the day's number in the leaf of the calendar; null for news of no day. */
  day: { weekday: string; number: string; month: string } | null
  words: { scan: string; orOpen: string; call: string; printed: string }
}

/** One sheet for each place: its own code, and its name small beside it. */
export type NoticePlace = { name: string | null; address: string }

const leaf = ink('#0b6b4f')
const roof = ink('#a8321c')
const rice = ink('#f2b632')
const grain = ink('#fdf3d7')
const white = ink('#ffffff')
const quiet = ink('#4d4d4d')

/**
 * The poster (A4) or leaflet (A5) of a bulletin as one PDF, a sheet for each place, each with the code
 * of that place. The title is as large as it fits, so that it is read from three metres: letters of
 * 30 points and more (a hundredth of the distance is ten millimetres).
 */
export async function drawNotices(
  notice: Notice,
  places: readonly NoticePlace[],
  { format, at }: { format: NoticeFormat; at: Date },
): Promise<Uint8Array> {
  const document = await openDocument({
    title: notice.title,
    author: notice.office,
    at,
    mark: format,
  })
  for (const place of places) drawOne(document, notice, place, format)
  return closeDocument(document, { archive: false })
}

/** Every measure is of A4; A5 is the same sheet at seven tenths (ISO 216). */
function drawOne(
  document: Document,
  notice: Notice,
  place: NoticePlace,
  format: NoticeFormat,
): void {
  const sheet = addSheet(document, format === 'poster' ? sizes.a4 : sizes.a5)
  const k = format === 'poster' ? 1 : Math.SQRT1_2
  const edge = 42 * k
  const width = sheet.width - 2 * edge
  drawHead(sheet, notice, k)
  let y = 118 * k
  const leafWidth = notice.day ? 128 * k : 0
  if (notice.day) drawDay(sheet, notice.day, { x: edge, y }, k)
  const beside = {
    x: edge + (leafWidth && leafWidth + 20 * k),
    width: width - (leafWidth && leafWidth + 20 * k),
  }
  const title = fitText(
    document,
    notice.title,
    { weight: 'bold', size: 46 * k, leading: 1.14, least: 22 * k },
    { width: beside.width, height: 150 * k },
  )
  const below = writeLaid(sheet, title, { x: beside.x, y }, leaf)
  y = Math.max(below, notice.day ? y + 140 * k : below) + 18 * k
  drawLine(sheet, { x: edge, y, width }, { color: rice, thickness: 2.5 * k })
  y += 16 * k
  drawBody(sheet, notice.paragraphs, { x: edge, y, width, foot: sheet.height - 218 * k }, k)
  drawScan(sheet, notice, place, { edge, width }, k)
}

/** A roof over the sheet: the mark's colours, the desk's name, a border of rice. */
function drawHead(sheet: Sheet, { office }: Notice, k: number): void {
  drawBox(sheet, { x: 0, y: 0, width: sheet.width, height: 84 * k }, { fill: leaf })
  drawBox(sheet, { x: 0, y: 84 * k, width: sheet.width, height: 6 * k }, { fill: rice })
  const [x, top] = [42 * k, 22 * k]
  sheet.page.drawSvgPath('M20 2 2 15v3h36v-3Z', {
    ...{ x, y: sheet.height - top, scale: 1.05 * k, color: rice, borderWidth: 0 },
  })
  sheet.page.drawSvgPath('M6 20h28v16H6Z', {
    ...{ x, y: sheet.height - top, scale: 1.05 * k, color: white, borderWidth: 0 },
  })
  sheet.page.drawCircle({
    ...{ x: x + 21 * k, y: sheet.height - top - 29.5 * k, size: 5.2 * k, color: roof },
  })
  const room = sheet.width - x - 100 * k
  const name = fitText(
    sheet.document,
    office,
    { weight: 'bold', size: 21 * k, leading: 1.15, least: 11 * k },
    { width: room, height: 52 * k },
  )
  writeLaid(sheet, name, { x: x + 58 * k, y: 42 * k - name.height / 2 }, white)
}

/** The leaf of the calendar, torn off for the day. */
function drawDay(
  sheet: Sheet,
  day: NonNullable<Notice['day']>,
  { x, y }: { x: number; y: number },
  k: number,
): void {
  const width = 128 * k
  drawBox(sheet, { x, y, width, height: 138 * k }, { fill: white, line: roof, lineWidth: 1.5 * k })
  drawBox(sheet, { x, y, width, height: 32 * k }, { fill: roof })
  const centre = { align: 'centre', leading: 1.1 } as const
  writeText(
    sheet,
    day.weekday,
    { ...centre, weight: 'bold', size: 19 * k, color: white },
    { x, y: y + 5 * k, width },
  )
  writeText(
    sheet,
    day.number,
    { ...centre, weight: 'bold', size: 66 * k, color: roof },
    { x, y: y + 32 * k, width },
  )
  writeText(sheet, day.month, { ...centre, size: 17 * k }, { x, y: y + 108 * k, width })
}

type Area = { x: number; y: number; width: number; foot: number }

/** As large as it all fits; a long bulletin is set smaller, and never runs into the code below. */
function drawBody(sheet: Sheet, paragraphs: string[], area: Area, k: number): void {
  const { x, width, foot } = area
  const room = foot - area.y
  const gap = 0.55
  for (let size = 24 * k; ; size -= 0.5 * k) {
    const laid = paragraphs.map((text, i) =>
      layText(
        sheet.document,
        together(text),
        { size: i === 0 ? size * 1.12 : size, weight: i === 0 ? 'bold' : 'regular', leading: 1.28 },
        width,
      ),
    )
    const height = laid.reduce((sum, it) => sum + it.height, 0) + (laid.length - 1) * gap * size
    if (height > room && size > 9 * k) continue
    let { y } = area
    for (const it of laid) {
      if (y + it.height > foot + 1) break
      y = writeLaid(sheet, it, { x, y }) + gap * size
    }
    return
  }
}

/** A clock's hour and minutes stay on one line. */
function together(text: string): string {
  return text.replace(/(\d) (?=giờ)/g, '$1\u00a0').replace(/giờ (?=\d)/g, 'giờ\u00a0')
}

/** The code, how to come without a smartphone, and for which place this sheet was made. */
function drawScan(
  sheet: Sheet,
  { words, phone }: Notice,
  place: NoticePlace,
  { edge, width }: { edge: number; width: number },
  k: number,
): void {
  const height = 158 * k
  const y = sheet.height - 36 * k - height
  drawBox(sheet, { x: edge, y, width, height }, { fill: grain, line: rice, lineWidth: 1.5 * k })
  drawQr(
    sheet,
    place.address,
    { x: edge + 11 * k, y: y + 11 * k, size: 136 * k },
    { strength: 'Q' },
  )
  const x = edge + 164 * k
  const room = width - 176 * k
  let line = writeText(
    sheet,
    words.scan,
    { weight: 'bold', size: 24 * k, leading: 1.15, color: leaf },
    { x, y: y + 14 * k, width: room },
  )
  line = writeText(
    sheet,
    `${words.orOpen} ${place.address.replace(/^https?:\/\//, '')}`,
    { size: 14 * k, leading: 1.25 },
    { x, y: line + 5 * k, width: room },
  )
  if (phone)
    writeText(
      sheet,
      `${words.call} ${phone}`,
      { weight: 'bold', size: 27 * k, leading: 1.2 },
      { x, y: line + 7 * k, width: room },
    )
  const foot = [place.name, words.printed].filter(Boolean).join(' · ')
  writeText(
    sheet,
    foot,
    { size: 9.5 * Math.max(k, 0.8), color: quiet },
    { x: edge, y: sheet.height - 30 * k, width },
  )
}
