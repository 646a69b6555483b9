import { figureOf, type Figure, type Sheet } from './sheet.ts'

/**
 * A table as CSV by RFC 4180: commas, CRLF, quotes doubled, the header first. UTF-8 with a byte
 * order mark, without which Excel reads Vietnamese letters wrongly. Dates are ISO, decimals have a
 * point, an unknown value is empty.
 */
export function toCsv({ columns, rows }: Sheet): string {
  const header = columns.map((column) => quoted(harmless(column.header)))
  const lines = rows.map((row) =>
    row.map((cell, j) => quoted(written(figureOf(cell, columns[j]!)))),
  )
  return '\ufeff' + [header, ...lines].map((fields) => `${fields.join(',')}\r\n`).join('')
}

function written({ value }: Figure): string {
  return typeof value === 'string' ? harmless(value) : String(value ?? '')
}

/**
 * A cell that begins so is run as a formula by spreadsheet programs, the full-width signs too; an
 * apostrophe makes it text: https://owasp.org/www-community/attacks/CSV_Injection
 */
function harmless(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}
