import { skipSpace, isSpace, isWord } from '../pdf/characters.ts'
import type { Revision } from '../pdf/open-revision.ts'
import type { Entry, Section } from '../pdf/read-xref.ts'
import { Trouble } from '../pdf/trouble.ts'
import { finding, type Finding } from './finding.ts'

type Range = { from: number; to: number }

/**
 * Accounts for every byte after the signed ones: each must belong to an object that the new sections
 * name, to one of those sections, or to the words between them. Objects that nobody names wait to be
 * found by a viewer that repairs files; a second chain of sections shows another document to a viewer
 * that follows it; a new section that names old bytes shows what was hidden when it was signed.
 */
export function accountBytes(signed: Revision, final: Revision): Finding[] {
  const later = laterSections(signed, final)
  if (!later) return [finding('second_xref')]
  const found = later.flatMap((section) => reusedBytes(section, signed, final))
  const ranges: Range[] = later.map(({ from, to }) => ({ from, to }))
  const seen = new Set<number>()
  for (const { entries } of later) {
    for (const [num, entry] of entries) {
      if (entry.kind !== 'at' || entry.offset < signed.end || seen.has(entry.offset)) continue
      seen.add(entry.offset)
      ranges.push({ from: entry.offset, to: objectEnd(final, num, entry.offset) })
    }
  }
  ranges.sort((a, b) => a.from - b.from)
  const starts = new Set(later.map((it) => it.from))
  let at = signed.end
  for (const { from, to } of ranges) {
    // A section that is an object is named by itself too.
    if (from < at && to <= at) continue
    if (from < at) found.push(finding('shadow_objects', { detail: `byte ${from}` }))
    else found.push(...judgeBetween(final, at, from, starts))
    at = Math.max(at, to)
  }
  return [...found, ...judgeBetween(final, at, final.eof, starts)]
}

/** The sections added since, newest first; null when they do not lead back to the signed ones. */
function laterSections(signed: Revision, final: Revision): Section[] | null {
  const until = final.sections.findIndex(
    (it) => it.from === skipSpace(final.file.bytes, signed.start),
  )
  if (until < 0) return null
  const later = final.sections.slice(0, until)
  const odd = later.some((it) => it.from < signed.end || it.hybrid !== undefined)
  return odd ? null : later
}

function objectEnd(final: Revision, num: number, offset: number): number {
  try {
    return final.endOf(num, offset)
  } catch (error) {
    if (error instanceof Trouble && error.code !== 'too_heavy') return offset
    throw error
  }
}

function reusedBytes(section: Section, signed: Revision, final: Revision): Finding[] {
  const place = (entry: Entry | undefined, revision: Revision): string => {
    if (entry?.kind !== 'inside') return entry?.kind === 'at' ? `${entry.offset}` : ''
    const holder = revision.entries.get(entry.stream)
    return holder?.kind === 'at' ? `${holder.offset}/${entry.index}` : ''
  }
  return [...section.entries].flatMap(([num, entry]) => {
    const where = place(entry, final)
    if (where === '' || Number.parseInt(where, 10) >= signed.end) return []
    if (where === place(signed.entries.get(num), signed)) return []
    return [finding('old_bytes_reused', { detail: `${num} 0 obj` })]
  })
}

/** Between two objects only space, comments and `startxref` may stand. */
function judgeBetween(
  { file }: Revision,
  from: number,
  to: number,
  starts: ReadonlySet<number>,
): Finding[] {
  const { bytes, budget } = file
  budget.look(to - from)
  const between = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(from, to)
  const detail = `byte ${from}`
  if (/\d\s+\d+\s+obj\b/.test(between.toString('latin1'))) {
    return [finding('shadow_objects', { detail })]
  }
  let at = skipSpace(between, 0)
  while (at < between.length) {
    if (!isWord(between, at, 'startxref')) {
      const second = /(?<!start)xref|trailer/.test(between.toString('latin1', at))
      return [finding(second ? 'second_xref' : 'stray_bytes', { detail })]
    }
    const said = /^startxref\s+(\d+)/.exec(between.toString('latin1', at, at + 40))
    if (!said || !starts.has(Number(said[1]))) return [finding('second_xref', { detail })]
    at = skipSpace(between, at + said[0].length)
  }
  return []
}

/** Bytes after the last `%%EOF` that are more than an empty line. */
export function findTrailing(final: Revision): Finding[] {
  const { bytes } = final.file
  let at = final.eof
  while (isSpace(bytes[at])) at++
  if (at >= bytes.length) return []
  return [finding('trailing_bytes', { detail: `${bytes.length - final.eof}` })]
}
