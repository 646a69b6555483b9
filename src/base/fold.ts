/**
 * What two spellings of the same Vietnamese words have in common: NFC, lower case, no marks,
 * đ as d, one space between words. `Hoà Bình`, `HÒA  BÌNH` and `hoa binh` fold alike.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}
