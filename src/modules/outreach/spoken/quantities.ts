import type { Rule } from './rule.ts'
import { figure, sayFigure } from './say-figure.ts'
import { sayDigits, sayNumber } from '#src/base/say-number.ts'
import { sayLetters } from './say-letters.ts'

const edge = String.raw`(?<![\p{L}\p{N}])`
const end = String.raw`(?![\p{L}\p{N}])`

const units: Record<string, string> = {
  ...{ km: 'ki-lô-mét', m: 'mét', cm: 'xen-ti-mét', mm: 'mi-li-mét', ha: 'héc-ta' },
  ...{ km2: 'ki-lô-mét vuông', m2: 'mét vuông', m3: 'mét khối', cm2: 'xen-ti-mét vuông' },
  ...{ kg: 'ki-lô-gam', g: 'gam', mg: 'mi-li-gam', l: 'lít', ml: 'mi-li-lít' },
  ...{ kWh: 'ki-lô-oát giờ', kW: 'ki-lô-oát', W: 'oát', kV: 'ki-lô-vôn', V: 'vôn' },
  ...{ MB: 'mê-ga-bai', GB: 'gi-ga-bai', KB: 'ki-lô-bai', Mbps: 'mê-ga-bít trên giây' },
  ...{ '°C': 'độ xê', ºC: 'độ xê', '°': 'độ', k: 'nghìn', K: 'nghìn', tr: 'triệu', ph: 'phút' },
  ...{ 'km/h': 'ki-lô-mét một giờ', 'm/s': 'mét một giây', 'tấn/ha': 'tấn một héc-ta' },
  ...{ '%': 'phần trăm', '‰': 'phần nghìn', $: 'đô-la', USD: 'đô-la Mỹ' },
}
const money = ['đ', '₫', 'đồng', 'VNĐ', 'VND', 'vnđ']
const escaped = (all: string[]) =>
  all
    .sort((a, b) => b.length - a.length)
    .map((it) => it.replace(/[$./]/g, String.raw`\$&`))
    .join('|')

const compared: Record<string, string> = {
  ...{ '<': 'dưới', '>': 'trên', '≤': 'không quá', '≥': 'từ', '±': 'cộng trừ' },
}

/** `<10 người`, `≥ 60 tuổi`: left out, they would say another thing. */
export const comparisons: Rule = {
  pattern: /(?<![\p{L}\p{N}<>=-])([<>≤≥±])\s*(?=\d)/gu,
  say: ({ groups: [, sign] }) => `${compared[sign!]} `,
}

/** Money, measures, shares and ranges; a dash between two figures is “đến”. */
export const quantities: Rule[] = [
  { pattern: /(?<=\d(?:m|cm|mm|km)?)\s*[x×]\s*(?=\d)/gu, say: () => ' nhân ' },
  {
    pattern: new RegExp(`${edge}(${figure})\\s*[-–—]\\s*(?=${figure})`, 'gu'),
    say: ({ groups: [, from] }) => `${sayFigure(from!)} đến `,
  },
  {
    pattern: new RegExp(
      `${edge}(${figure})\\s*(triệu|tỷ|nghìn|ngàn|tr|k)?\\s*(?:${escaped(money)})${end}`,
      'gu',
    ),
    say: ({ groups: [, n, scale] }) =>
      `${sayFigure(n!)}${scale ? ` ${units[scale] ?? scale}` : ''} đồng`,
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}.,])(-?)(${figure})\\s*(${escaped(Object.keys(units))})${end}`,
      'gu',
    ),
    say: ({ groups: [whole, minus, n, unit] }) =>
      // A letter that stands apart is no unit: “5 g” is, “nhóm 5 m” hardly.
      unit!.length === 1 && /\s\p{L}$/u.test(whole!) && !'mgl'.includes(unit!)
        ? whole!
        : `${minus ? 'âm ' : ''}${sayFigure(n!)} ${units[unit!]}`,
  },
  {
    // A share or a count out of a whole, where no date can be meant.
    pattern: /(?<![\p{L}\p{N}/.,])(\d{1,3})\/(\d{1,3})(?![\p{L}\p{N}/])/gu,
    say: ({ groups: [, part, of], after, before }) => {
      const [a, b] = [Number(part), Number(of)]
      if (/(?:số|ngõ|ngách|hẻm|kiệt|nhà)\s+$/iu.test(before))
        return `${sayNumber(a)} xẹt ${sayNumber(b)}`
      const share = a < b && b <= 10 && /^\s*(?:số|diện tích|dân|ha(?!\p{L}))/u.test(after)
      return `${sayNumber(a)} ${share ? 'phần' : 'trên'} ${sayNumber(b)}`
    },
  },
  {
    pattern: /(?<=\p{L})\/(kWh|kg|km|m2|m3|ha)(?![\p{L}\p{N}])/gu,
    say: ({ groups: [, unit] }) => ` một ${units[unit!]}`,
  },
  {
    // `60 người/ngày`, `30.000 đồng/bản`.
    pattern:
      /(?<=\p{L})\/(?=(?:ngày|giờ|người|hộ|tháng|năm|bản|lượt|tờ|trang|tuần|buổi|khẩu)(?!\p{L}))/gu,
    say: () => ' một ',
  },
]

const roadNames: Record<string, string> = {
  QL: 'quốc lộ',
  TL: 'tỉnh lộ',
  ĐT: 'đường tỉnh',
  HL: 'hương lộ',
}

/** `QL21B`: before the units, which would take its letter for one. */
export const roads: Rule = {
  pattern: /(?<![\p{L}\p{N}])(QL|TL|ĐT|HL)\.?\s?(\d{1,3})([A-Z]?)(?![\p{L}\p{N}])/gu,
  say: ({ groups: [, road, n, letter] }) =>
    `${roadNames[road!]} ${sayNumber(Number(n))}${letter ? ` ${sayLetters(letter)}` : ''}`,
}

/** Letters and figures in one word: forms, classes of licence, `Covid-19`. */
export const mixed: Rule[] = [
  {
    pattern: /(?<![\p{L}\p{N}])(\p{Lu}{1,3})(\d{1,3})(?![\p{L}\p{N}])/gu,
    say: ({ groups: [, letters, n] }) =>
      `${sayLetters(letters!)} ${n!.startsWith('0') ? sayDigits(n!) : sayNumber(Number(n))}`,
  },
  {
    pattern: /(?<![\p{L}\p{N}.,])(\d{1,3})(\p{Lu}{1,2})(?![\p{L}\p{N}])/gu,
    say: ({ groups: [, n, letters] }) => `${sayNumber(Number(n))} ${sayLetters(letters!)}`,
  },
  { pattern: /(?<=\p{L})[-–](?=\p{N})/gu, say: () => ' ' },
  { pattern: /(?<=\p{L})(?=\p{Nd})|(?<=\p{Nd})(?=\p{L})/gu, say: () => ' ' },
]

/** Whatever figure is left. */
export const figures: Rule = {
  pattern: new RegExp(figure, 'gu'),
  say: ({ groups: [whole], before, after }) =>
    `${/[\p{L}]$/u.test(before) ? ' ' : ''}${sayFigure(whole!)}${/^\p{L}/u.test(after) ? ' ' : ''}`,
}
