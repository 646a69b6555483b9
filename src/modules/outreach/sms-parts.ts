/** A text in one part, and in each of several, whose heads take some of the room (3GPP TS 23.040). */
const room = { marked: [70, 67], plain: [160, 153] } as const

/** Signs that take two places in the alphabet of GSM (3GPP TS 23.038). */
const double = /[€[\]{}^~|\\]/g

/** How many SMS parts a text costs: as it is written, and with the marks left out. */
export function countSmsParts(text: string): { marked: number; plain: number } {
  const plain = withoutMarks(text)
  const isPlain = plain === text
  const plainLength = plain.length + (plain.match(double)?.length ?? 0)
  return {
    marked: isPlain ? parts(plainLength, room.plain) : parts(text.length, room.marked),
    plain: parts(plainLength, room.plain),
  }
}

/** As it is sent without marks: đ as d, quotes and dashes as a keyboard has them. */
export function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—•·]/g, '-')
    .replace(/…/g, '...')
    .replace(/[^\n\x20-\x7e€]/g, '')
}

function parts(length: number, [one, several]: readonly [number, number]): number {
  return length <= one ? Math.min(1, length) : Math.ceil(length / several)
}
