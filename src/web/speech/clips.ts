import { sayCounterNumber } from './say-counter-number.ts'

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/** Letters by the names that people spell with. */
const letters: Record<string, string> = {
  A: 'a',
  B: 'bê',
  C: 'xê',
  D: 'đê',
  E: 'e',
  F: 'ép',
  G: 'giê',
  H: 'hát',
  I: 'i',
  J: 'gi',
  K: 'ca',
  L: 'e lờ',
  M: 'em mờ',
  N: 'en nờ',
  O: 'o',
  P: 'pê',
  Q: 'quy',
  R: 'e rờ',
  S: 'ét xì',
  T: 'tê',
  U: 'u',
  V: 'vê',
  W: 'vê kép',
  X: 'ích xì',
  Y: 'i dài',
  Z: 'dét',
}

const sentences = {
  'moi-so': 'Mời số',
  'den-quay': 'đến quầy',
  'may-bat-dau':
    'Mời bà con chạm vào nút Lấy số. Ai đã đặt lịch thì chạm vào nút Tôi đã đặt lịch. Ai được ưu tiên thì chạm vào nút Ưu tiên.',
  'may-viec': 'Bà con làm giấy tờ gì? Chạm vào việc cần làm. Chưa rõ thì chạm vào nút đầu tiên.',
  'may-uu-tien': 'Mời bà con chạm vào dòng đúng với mình. Nếu không có dòng nào thì quay lại.',
  'may-ma':
    'Mời bà con bấm sáu chữ số của mã hẹn, rồi chạm vào nút Xong. Hoặc đưa mã vuông vào máy quét.',
  'may-phieu':
    'Mời bà con cầm phiếu và ngồi chờ. Đến lượt, số của bà con hiện trên bảng và được đọc lên.',
} as const

export type Sentence = keyof typeof sentences

/** A bell of two notes, made by the script; everything else is spoken. */
export const bell = 'chuong'

/** What each recording in `data/speech` says, by its name. `scripts/render-speech.mjs` makes them. */
export const spoken: Readonly<Record<string, string>> = {
  ...sentences,
  ...Object.fromEntries(digits.map((said, digit) => [digitClip(digit), said])),
  ...Object.fromEntries(
    Object.entries(letters).map(([letter, said]) => [letterClip(letter), said]),
  ),
  ...Object.fromEntries(
    Array.from({ length: 99 }, (_, i) => [counterClip(i + 1), sayCounterNumber(i + 1)]),
  ),
}

/**
 * The recordings of a call, in order: `012` to counter 1 is bell, "Mời số", "không", "một", "hai",
 * "đến quầy", "một". A ticket is read digit by digit, as desks do; the counter as a number.
 */
export function callClips(call: { code: string; counter: number }): string[] {
  const code = Array.from(call.code.toUpperCase(), (sign) =>
    /\d/.test(sign) ? digitClip(Number(sign)) : letterClip(sign),
  )
  const counter = counterClip(call.counter)
  const said = [bell, 'moi-so', ...code, 'den-quay', counter]
  // What nobody has recorded is left out: the rest is still understood.
  return said.filter((name) => name === bell || Object.hasOwn(spoken, name))
}

function digitClip(digit: number): string {
  return `so-${digit}`
}

function letterClip(letter: string): string {
  return `chu-${letter.toLowerCase()}`
}

function counterClip(number: number): string {
  return `quay-${number}`
}
