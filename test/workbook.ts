import { inflateRawSync } from 'node:zlib'

/** A cell as the file holds it: its kind, its text, and the format that Excel would show it by. */
export type BookCell = { kind: 'number' | 'text' | 'other'; text: string; format: string }

export type BookSheet = {
  name: string
  rows: BookCell[][]
  /** How many rows at the top stay in sight. */
  frozenRows: number
  widths: number[]
}

/**
 * Reads an Excel workbook by the rules of ECMA-376 and nothing else: the zip's directory, then the
 * XML parts. Written apart from the library that wrote the file, so that the file is what is tested.
 */
export function readWorkbook(file: Buffer): BookSheet[] {
  const parts = unzip(file)
  const part = (name: string) => parts.get(name) ?? ''
  const formats = formatsOf(part('xl/styles.xml'))
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    textOf(si!),
  )
  const targets = new Map(
    [...part('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  )
  return [...part('xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => {
    const xml = part(`xl/${targets.get(attribute(tag, 'r:id'))!.replace(/^\/xl\//, '')}`)
    return {
      name: unescaped(attribute(tag, 'name')),
      frozenRows: Number(
        attribute(/<pane\b[^>]*state="frozen"[^>]*>/.exec(xml)?.[0] ?? '', 'ySplit'),
      ),
      widths: [...xml.matchAll(/<col\b[^>]*>/g)].map(([col]) => Number(attribute(col, 'width'))),
      rows: [...xml.matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)].map(([, row]) => cellsOf(row!)),
    }
  })

  function cellsOf(row: string): BookCell[] {
    const cells: BookCell[] = []
    for (const [, head, body = ''] of row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const column = columnOf(attribute(head!, 'r'))
      const value = /<v>(.*?)<\/v>/s.exec(body)?.[1] ?? ''
      const type = attribute(head!, 't')
      const format = formats[Number(attribute(head!, 's') || 0)] ?? 'General'
      if (type === 's') cells[column] = { kind: 'text', text: shared[Number(value)]!, format }
      else if (type === 'inlineStr') cells[column] = { kind: 'text', text: textOf(body), format }
      else if (type === '' || type === 'n')
        cells[column] = { kind: body ? 'number' : 'other', text: value, format }
      else cells[column] = { kind: 'other', text: body, format }
    }
    return cells
  }
}

/** The day that a serial number of Excel means: 1 is 1 January 1900, counting its 29 February. */
export function dayOfSerial(serial: string): string {
  return Temporal.PlainDate.from('1899-12-30')
    .add({ days: Number(serial) })
    .toString()
}

/** The format code of each cell style; numbers below 164 are built in and not needed here. */
function formatsOf(styles: string): string[] {
  const codes = new Map(
    [...styles.matchAll(/<numFmt\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'numFmtId'),
      unescaped(attribute(tag, 'formatCode')),
    ]),
  )
  const xfs = /<cellXfs\b[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? ''
  return [...xfs.matchAll(/<xf\b[^>]*>/g)].map(([tag]) => {
    const id = attribute(tag, 'numFmtId')
    return codes.get(id) ?? (id === '49' ? '@' : `built in ${id}`)
  })
}

/** PKWARE's APPNOTE 4.3: the end record leads to the directory, which leads to each part. */
function unzip(file: Buffer): Map<string, string> {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const parts = new Map<string, string>()
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)]
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset))
    const local = file.readUInt32LE(at + 42)
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const packed = file.subarray(from, from + size)
    parts.set(
      file.toString('utf8', at + 46, at + 46 + name!),
      (method === 8 ? inflateRawSync(packed) : packed).toString('utf8'),
    )
    at += 46 + name! + extra! + comment!
  }
  return parts
}

function attribute(tag: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}

/** `B12` is the second column: 1. */
function columnOf(address: string): number {
  const letters = address.replace(/\d/g, '')
  return [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function textOf(xml: string): string {
  return unescaped([...xml.matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join(''))
}

function unescaped(xml: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return xml.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) =>
    name ? named[name]! : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
  )
}
