/** What an attacker types after the end of a signed file. Written apart from the program's own writer. */
export type Appended = {
  /** Objects by number: what stands between `obj` and `endobj`. */
  objects: Record<number, string>
  /** In the file, but not in its table of contents. */
  unlisted?: number[]
  /** Lines of the table that point elsewhere: number → byte. */
  pointers?: Record<number, number>
  /** Leaves out the way back to the sections before. */
  forgetful?: boolean
  root?: number
  /** Typed between the objects and the table. */
  between?: string
}

/** A revision appended with a plain table, as ISO 32000-1, 7.5.6 has it. */
export function append(pdf: Uint8Array, it: Appended): Buffer {
  const text = Buffer.from(pdf).toString('latin1')
  const last = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]
  const root = it.root ?? Number(lastMatch(text, /\/Root\s+(\d+)/g))
  let out = text.endsWith('\n') ? text : `${text}\n`
  const table: [number, number][] = []
  for (const [num, content] of Object.entries(it.objects)) {
    if (!it.unlisted?.includes(Number(num))) table.push([Number(num), out.length])
    out += `${num} 0 obj\n${content}\nendobj\n`
  }
  for (const [num, at] of Object.entries(it.pointers ?? {})) table.push([Number(num), at])
  out += it.between ?? ''
  const start = out.length
  const size = Math.max(nextNumber(pdf), ...table.map(([num]) => num + 1))
  const lines = table.map(([num, at]) => `${num} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
  const previous = it.forgetful ? '' : ` /Prev ${last}`
  out += `xref\n${lines.join('')}trailer\n<</Size ${size} /Root ${root} 0 R${previous}>>\n`
  return Buffer.from(`${out}startxref\n${start}\n%%EOF\n`, 'latin1')
}

/** The first number that no object has. */
export function nextNumber(pdf: Uint8Array): number {
  const text = Buffer.from(pdf).toString('latin1')
  return Math.max(...[...text.matchAll(/\/Size\s+(\d+)/g)].map(([, size]) => Number(size)))
}

/** The newest object with this number: what stands between `obj` and `endobj`. */
export function objectOf(pdf: Uint8Array, num: number): string {
  const text = Buffer.from(pdf).toString('latin1')
  return lastMatch(text, new RegExp(`(?:^|\\s)${num} 0 obj\\s([^]*?)\\sendobj`, 'g'))
}

/** The number of the newest object in which `mark` stands. */
export function findObject(pdf: Uint8Array, mark: string): number {
  const text = Buffer.from(pdf).toString('latin1')
  const at = text.lastIndexOf(mark)
  if (at < 0) throw new Error(`no ${mark}`)
  return Number(lastMatch(text.slice(0, at), /(?:^|\s)(\d+) 0 obj\s/g))
}

/** Object numbers of the pages, in their order. */
export function pagesOf(pdf: Uint8Array): number[] {
  const tree = objectOf(pdf, findObject(pdf, '/Type /Pages'))
  return [...tree.matchAll(/(\d+) 0 R/g)].map(([, num]) => Number(num))
}

function lastMatch(text: string, pattern: RegExp): string {
  const found = [...text.matchAll(pattern)].at(-1)?.[1]
  if (found === undefined) throw new Error(`no ${pattern}`)
  return found
}
