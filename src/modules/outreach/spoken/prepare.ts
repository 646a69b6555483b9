const fractions: Record<string, string> = {
  ...{ '½': 'nửa', '¼': 'một phần tư', '¾': 'ba phần tư', '⅓': 'một phần ba', '⅔': 'hai phần ba' },
}
/** `2 000 000 đồng`: thousands parted by spaces; a phone or a row of numbers has no such word behind. */
const spacedThousands =
  /(?<![\p{L}\p{N}.,/+-]|\d )[1-9]\d{0,2}(?:(?: \d{3})+(?= ?(?:đ|₫|đồng|VNĐ|VND|vnđ)(?!\p{L}))|(?: \d{3}){2,}(?= (?:người|hộ|lượt|con|cây|m2|ha)(?!\p{L})))/gu

/** One way to write each letter, each space and each sign. */
export function prepare(text: string): string {
  return text
    .replace(/(?<=\d)½ ?(giờ|ngày|tháng|năm|tạ|tấn)?/gu, (_, of?: string) => ` ${of ?? ''} rưỡi `)
    .replace(/[½¼¾⅓⅔]/gu, (it) => ` ${fractions[it]} `)
    .normalize('NFKC')
    .replace(spacedThousands, (it) => it.replaceAll(' ', '.'))
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
    .replace(/\u2044/gu, '/')
    .replace(/[\u2010-\u2012\u2212]/gu, '-')
}
