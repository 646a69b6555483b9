import { Refusal } from '#src/base/refusal.ts'

/** Unpacked, a register is never larger; a packed file can claim to be anything. */
const mostUnpacked = 40 * 1024 * 1024

/**
 * The first sheet of an Excel file, every cell as text: a phone that Excel took for a number keeps its
 * digits. Refuses what is no workbook, and one that would unpack to more than any register has.
 */
export async function readWorkbook(file: Uint8Array): Promise<string[][]> {
  if (unpackedSize(file) > mostUnpacked)
    throw new Refusal('reach.file_unreadable', { field: 'file' })
  try {
    const { readSheet } = await import('read-excel-file/universal')
    const own = new Uint8Array(file)
    const rows = await readSheet(own.buffer, { parseNumber: (digits: string) => digits })
    return rows.map((row) => row.map((cell) => textOf(cell)))
  } catch {
    throw new Refusal('reach.file_unreadable', { field: 'file' })
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' ? cell : String(cell)
}

/** What the directory of the zip says (APPNOTE 4.3.12): signature, then the size 24 bytes on. */
function unpackedSize(file: Uint8Array): number {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  let size = 0
  for (let at = 0; at + 46 <= file.length; at++)
    if (file[at] === 0x50 && view.getUint32(at) === 0x504b0102)
      size += view.getUint32(at + 24, true)
  return size
}
