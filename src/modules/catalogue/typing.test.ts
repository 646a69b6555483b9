import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSyllable } from './syllable.ts'
import { isSyllable, readTelex, readVni, slips, splitRun } from './typing.ts'

const words =
  'giấy phép lái xe đăng ký kết hôn thường trú hộ khẩu sổ đỏ căn cước trước bạ chứng thực độc thân khai sinh ruộng vườn người nước ngoài được thuế tuyển hưởng'.split(
    ' ',
  )
const marked = words.filter((word) => /[^a-z]/.test(word))

const telexTones = new Map([
  ['\u0301', 's'],
  ['\u0300', 'f'],
  ['\u0309', 'r'],
  ['\u0303', 'x'],
  ['\u0323', 'j'],
])
const vniTones = new Map([
  ['\u0301', '1'],
  ['\u0300', '2'],
  ['\u0309', '3'],
  ['\u0303', '4'],
  ['\u0323', '5'],
])

/** Types as a Vietnamese does: the vowel's key right after it, the tone's at the end of the word. */
function type(word: string, tones: Map<string, string>, keys: Record<string, string>): string {
  let typed = ''
  let tone = ''
  for (const part of word.normalize('NFD')) {
    if (tones.has(part)) tone = tones.get(part)!
    else typed += part === 'đ' ? keys['đ'] : (keys[part] ?? keys[`${typed.at(-1)}${part}`] ?? part)
  }
  return typed + tone
}
const telexKeys = {
  đ: 'dd',
  'a\u0302': 'a',
  'e\u0302': 'e',
  'o\u0302': 'o',
  '\u0306': 'w',
  '\u031b': 'w',
}
const vniKeys = { đ: 'd9', '\u0302': '6', '\u031b': '7', '\u0306': '8' }

test.each(marked)('%s is read from Telex and from VNI', (word) => {
  const toned = (text: string | null) => text && readSyllable(text).toned
  expect(toned(readTelex(type(word, telexTones, telexKeys)))).toBe(readSyllable(word).toned)
  expect(toned(readVni(type(word, vniTones, vniKeys)))).toBe(readSyllable(word).toned)
})

test('a swapped pair, a doubled and a dropped letter are each one slip away', () => {
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.nat(), (word, at) => {
      const letters = [...readSyllable(word).plain]
      const i = at % letters.length
      const doubled = letters.toSpliced(i, 0, letters[i]!).join('')
      if (!isSyllable(doubled)) expect(slips(doubled)).toContain(letters.join(''))
    }),
  )
  expect(slips('sihn')).toContain('sinh')
  expect(slips('kahi')).toContain('khai')
})

test.each([
  ['hochieu', 'ho chieu'],
  ['khaisinh', 'khai sinh'],
  ['lylichtuphap', 'ly lich tu phap'],
])('%s is cut into %s', (run, pieces) => {
  expect(splitRun(run)?.join(' ')).toBe(pieces)
})

test('one syllable is never cut', () => {
  for (const word of words) expect(splitRun(readSyllable(word).plain)).toBeNull()
})

test('two tone placements, and i and y at the end, are one syllable', () => {
  expect(readSyllable('hoà')).toEqual(readSyllable('hòa'))
  expect(readSyllable('kỹ')).toEqual(readSyllable('kĩ'))
})
