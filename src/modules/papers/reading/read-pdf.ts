import { PDFDocument } from '@cantoo/pdf-lib'
import { limits } from './limits.ts'
import { Unreadable } from './reading.ts'

/** How many pages a PDF has. Refuses what is locked, broken or endless. */
export async function readPdf(bytes: Uint8Array): Promise<number> {
  const document = await openPdf(bytes)
  if (document.isEncrypted) throw new Unreadable('encrypted_pdf')
  const sheets = countSheets(document)
  if (sheets > limits.sheets) throw new Unreadable('too_many_sheets')
  if (sheets === 0) throw new Unreadable('broken_pdf')
  return sheets
}

export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false })
  } catch (error) {
    if (/encrypt|password/i.test((error as Error).message)) throw new Unreadable('encrypted_pdf')
    throw new Unreadable('broken_pdf')
  }
}

function countSheets(document: PDFDocument): number {
  try {
    return document.getPageCount()
  } catch {
    throw new Unreadable('broken_pdf')
  }
}
