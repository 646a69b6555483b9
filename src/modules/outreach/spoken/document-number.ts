import { abbreviations } from './abbreviations.ts'
import type { Rule } from './rule.ts'
import { readRoman } from './roman.ts'
import { sayLetters } from './say-letters.ts'
import { sayFigure } from './say-figure.ts'
import { sayNumber } from '#src/base/say-number.ts'

/** What the letters after the number of a document stand for: Nghị định 30/2020/NĐ-CP, phụ lục III. */
const types: Record<string, string> = {
  ...{ NĐ: 'nghị định', QĐ: 'quyết định', TT: 'thông tư', TTLT: 'thông tư liên tịch' },
  ...{ NQ: 'nghị quyết', CT: 'chỉ thị', KH: 'kế hoạch', TB: 'thông báo', HD: 'hướng dẫn' },
  ...{ BC: 'báo cáo', CĐ: 'công điện', GM: 'giấy mời', PL: 'pháp lệnh', TTr: 'tờ trình' },
  ...{
    KL: 'kết luận',
    CV: 'công văn',
    QC: 'quy chế',
    QH: 'luật',
    VBHN: 'văn bản hợp nhất',
    L: 'luật',
  },
}

const bodies: Record<string, string> = {
  ...{ CP: 'Chính phủ', TTg: 'Thủ tướng Chính phủ', QH: 'Quốc hội', CTN: 'Chủ tịch nước' },
  ...{ UBTVQH: 'Ủy ban Thường vụ Quốc hội', UBND: 'ủy ban nhân dân', HĐND: 'hội đồng nhân dân' },
  ...{ BTP: 'Bộ Tư pháp', BCA: 'Bộ Công an', BNV: 'Bộ Nội vụ', BTC: 'Bộ Tài chính' },
  ...{ BYT: 'Bộ Y tế', BXD: 'Bộ Xây dựng', BCT: 'Bộ Công Thương', BQP: 'Bộ Quốc phòng' },
  ...{ BGDĐT: 'Bộ Giáo dục và Đào tạo', BKHCN: 'Bộ Khoa học và Công nghệ' },
  ...{ BTTTT: 'Bộ Thông tin và Truyền thông', BNNMT: 'Bộ Nông nghiệp và Môi trường' },
  ...{ BTNMT: 'Bộ Tài nguyên và Môi trường', BVHTTDL: 'Bộ Văn hóa, Thể thao và Du lịch' },
  ...{ BLĐTBXH: 'Bộ Lao động, Thương binh và Xã hội', BGTVT: 'Bộ Giao thông vận tải' },
  ...{ VPCP: 'Văn phòng Chính phủ', TU: 'Tỉnh ủy', ĐU: 'Đảng ủy', TW: 'Trung ương' },
}

/** “QĐ số 06/QĐ-TTg”: the kind written short before the number too. */
const codesBefore = 'NĐ|QĐ|NQ|CT|TT|TTLT|CV|KL'
const named = [...new Set(Object.values(types)), 'bộ luật'].join('|')

/**
 * `45/2020/NĐ-CP`, `766/QĐ-TTg`, `60/2024/QH15`: the number, the year, and whose it is, unless the
 * sentence goes on to say whose. It comes before dates: `45/2020` is no month of a year.
 */
export const documentNumbers: Rule = {
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:(${named}|${codesBefore})\.?\s+)?(?:số:?\s+)?(\d+)(?:/((?:19|20)\d\d))?/(\p{Lu}[\p{L}]*)(\d{0,2})((?:[-–&]\p{Lu}\p{L}*)*)(?![\p{L}\p{N}])`,
    'giu',
  ),
  say: ({ groups: [whole, type, number, year, code, term, tail], after }) => {
    const codes = [code!, ...tail!.split(/[-–&]/).filter(Boolean)]
    // The pattern ignores case for "Nghị định"; the letters of a document are capitals.
    if (!/^\p{Lu}/u.test(code!) || !codes.some((it) => it in types || bodyOf(it))) return whole!
    const kind =
      types[type ?? ''] ?? type ?? codes.map((it) => types[it]).find(Boolean) ?? 'công văn'
    const body = codes.map(bodyOf).filter(Boolean).join(' và ')
    const goesOn = /^\s*,?\s*(?:ngày\s+[\d/.-]+\s+)?của\s/u.test(after)
    const of = body && !goesOn ? ` của ${body}${sayTerm(term!)}` : ''
    return `${kind} số ${sayFigure(number!)}${year ? `, năm ${sayFigure(year)}` : ''}${of}`
  },
}

/** `57-NQ/TW`: as the Party numbers its documents, the number before the kind. */
export const partyNumbers: Rule = {
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:(${named}|quy định|kết luận|${codesBefore})\.?\s+)?(?:số:?\s+)?(\d+)-(NQ|CT|KL|QĐ|QĐi|HD|KH|TB|BC|TTr|CTr|QC)/(TW|TU|ĐU)(?![\p{L}\p{N}])`,
    'giu',
  ),
  say: ({ groups: [whole, type, number, kind, body], after }) => {
    if (!/^\p{Lu}/u.test(kind!)) return whole!
    const said = types[type ?? ''] ?? type ?? types[kind!] ?? 'văn bản'
    const of = /^\s*,?\s*(?:ngày\s+[\d/.-]+\s+)?của\s/u.test(after)
      ? ''
      : ` của ${bodies[body!.toUpperCase()]}`
    return `${said} số ${sayFigure(number!)}${of}`
  },
}

function bodyOf(code: string): string | undefined {
  return bodies[code]
}

/** `QH15` is the Quốc hội of its fifteenth term. */
function sayTerm(term: string): string {
  return term === '' ? '' : ` khóa ${sayNumber(Number(term))}`
}

/** Capitals that nobody can say as a word, and that stand in no table. */
export const unknownLetters: Rule = {
  pattern: /(?<![\p{L}\p{N}])[BCDĐFGHJKLMNPQRSTVWXZ]{2,7}(?![\p{L}\p{N}])/gu,
  say: ({ groups: [whole] }) => (readRoman(whole!) === null ? sayLetters(whole!) : whole!),
}

/** Short forms in a text that the office may want to write out or to teach the voice. */
export function listAbbreviations(text: string): { known: string[]; unknown: string[] } {
  const written = text.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}&]+(?![\p{L}\p{N}])/gu) ?? []
  const all = [...new Set(written)].filter((it) => readRoman(it) === null)
  const unsayable = (it: string) => !/[AĂÂEÊIOÔƠUƯYÀ-Ỹ]/u.test(it)
  return {
    known: all.filter((it) => it in abbreviations),
    unknown: all.filter((it) => !(it in abbreviations) && unsayable(it)),
  }
}
