export type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/heic'

/** What a file is, by its first bytes: a name can say anything. Null for what the house does not take. */
export function kindOf(bytes: Uint8Array): MediaType | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.slice(4, 8) === 'ftyp') return isHeic(head) ? 'image/heic' : null
  // Scanners write a line or two before it (ISO 32000-1, annex H, note 13).
  return head.includes('%PDF-') ? 'application/pdf' : null
}

/** HEVC inside; AVIF and films begin alike (ISO/IEC 23008-12, annex B). */
function isHeic(head: string): boolean {
  const size = Math.min(64, head.charCodeAt(2) * 256 + head.charCodeAt(3))
  const brands = head.slice(8, size).match(/.{4}/gs) ?? []
  return brands.some((it) => ['heic', 'heix', 'heim', 'heis'].includes(it))
}
