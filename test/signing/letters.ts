const vowels = [...'aăâeêioôơuưy']
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const small = [
  ...vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))),
  'đ',
]

/** The letters that Vietnamese marks: twelve vowels in six tones, and đ, small and large. */
export const letters = [...small, ...small.map((letter) => letter.toUpperCase())]
