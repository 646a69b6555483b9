/**
 * A table as it is pasted from a spreadsheet or saved as CSV by RFC 4180: cells apart by tab, semicolon
 * or comma, whichever the first line has most of; quoted cells may hold any of them and new lines.
 */
export function readCsv(text: string): string[][] {
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const comma = separatorOf(clean)
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push(row)
    row = []
  }
  for (let i = 0; i < clean.length; i++) {
    const sign = clean[i]!
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (clean[i + 1] === '"') cell += clean[++i]
      else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === comma) endCell()
    else if (sign === '\n') endRow()
    else cell += sign
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

function separatorOf(text: string): string {
  const first = text.split('\n', 1)[0] ?? ''
  const count = (sign: string) => first.split(sign).length
  return ['\t', ';', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
