import { closeDocument, openDocument } from '#src/outside/pdf/open-document.ts'
import type { Copy } from './copy.ts'
import { placeSheets } from './place-sheets.ts'
import { writeMarks, writeStatement } from './write-statement.ts'

/**
 * The file of an electronic certified copy, ready for the official's signature and the office's seal: the
 * paper's pages untouched, the statement last, a running mark on each page, and how to check it. The same
 * input gives the same bytes. PDF/A-1b; where the paper came as a PDF with more in it than pictures, the
 * file says nothing of an archive.
 */
export async function composeCopy(copy: Copy): Promise<Uint8Array> {
  const { statement, at, title, verifyUrl } = copy
  const document = await openDocument({
    ...{ title, at, mark: `${statement.number} ${statement.book} ${verifyUrl}` },
    ...(statement.issuer ? { author: statement.issuer.join(' ') } : {}),
  })
  const { sheets, end, archive } = await placeSheets(document, copy.sheets)
  const last = sheets.at(-1)
  const beneath = last && end < last.height ? { sheet: last, y: end } : undefined
  const added = writeStatement(document, copy, beneath)
  writeMarks([...sheets, ...added], copy)
  return closeDocument(document, { archive })
}
