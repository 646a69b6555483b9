/** A text in one part, and in each of several, whose heads take some of the room (3GPP TS 23.040). */
const room = { marked: [70, 67], plain: [160, 153] } as const

/** Signs that take two places in the alphabet of GSM (3GPP TS 23.038). */
const double = /[€[\]{}^~|\\]/g

/** How many SMS parts a text costs: as it is written, and with the marks left out. */
export function countSmsParts(text: string): { marked: number; plain: number } {
  const plain = withoutMarks(text)
  const plainLength = plain.length + (plain.match(double)?.length ?? 0)
  const inPlain = parts(plainLength, room.plain)
  return { marked: needsMarks(text) ? parts(text.length, room.marked) : inPlain, plain: inPlain }
}

/** Whether a text holds letters for which phones need the larger alphabet: 70 signs a part instead of 160. */
export function needsMarks(text: string): boolean {
  return /[^\n\x20-\x5f\x61-\x7e€]/.test(text.normalize('NFC'))
}

/** As it is sent without marks: đ as d, quotes and dashes as a keyboard has them. */
export function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[“”„]/g, '"')
    .replace(/[‘’`]/g, "'")
    .replace(/[–—•·]/g, '-')
    .replace(/…/g, '...')
    .replace(/[^\n\x20-\x7e€]/g, '')
}

function parts(length: number, [one, several]: readonly [number, number]): number {
  return length <= one ? Math.min(1, length) : Math.ceil(length / several)
}
