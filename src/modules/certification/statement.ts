import { sayNumber } from '#src/base/say-number.ts'
import { fillStatement, type StatementFacts } from './statement-template.ts'

/** What is written under a copy, ready to be drawn or printed. */
export type Statement = {
  /** Who certifies, for the head of the page: 'ỦY BAN NHÂN DÂN', 'XÃ VỤ BẢN'. */
  issuer: string[]
  /** The paragraphs, number and book in them. */
  lines: string[]
  place: string
  dateWords: string
  signerTitle: string
  signerName: string
  number: string
  book: string
}

export type Certified = {
  agencyName: string
  place: string
  /** Null where it is given later: dots stand for it. */
  number: number | null
  book: string
  originalName: string
  originalPages: number
  copies: number
  signer: { name: string; title: string }
  on: Temporal.PlainDate
}

/** Fills a wording with what is certified. */
export function writeStatement(body: string, it: Certified): Statement {
  const two = (n: number) => String(n).padStart(2, '0')
  const { day, month, year } = it.on
  const facts: StatementFacts = {
    so: it.number === null ? '……' : String(it.number),
    quyen: it.book,
    ngay: `${two(day)}/${two(month)}/${year}`,
    ngay_chu: `ngày ${sayNumber(day)} tháng ${sayMonth(month)} năm ${sayNumber(year)}`,
    don_vi: it.agencyName,
    noi: it.place,
    ban_chinh: it.originalName,
    so_trang: two(it.originalPages),
    so_trang_chu: sayNumber(it.originalPages),
    so_ban: two(it.copies),
    so_ban_chu: sayNumber(it.copies),
    chuc_danh: it.signer.title,
    nguoi_ky: it.signer.name,
  }
  return {
    issuer: splitAgency(it.agencyName),
    lines: fillStatement(body, facts),
    place: it.place,
    dateWords: `ngày ${two(day)} tháng ${two(month)} năm ${year}`,
    signerTitle: it.signer.title,
    signerName: it.signer.name,
    number: facts.so,
    book: it.book,
  }
}

/** The fourth month is "tư"; the others are said as numbers. */
function sayMonth(month: number): string {
  return month === 4 ? 'tư' : sayNumber(month)
}

/** "Ủy ban nhân dân xã Vụ Bản" stands on two lines at the head of a paper. */
function splitAgency(name: string): string[] {
  const [, body, place] = /^((?:ủy|uỷ) ban nhân dân)\s+(.+)$/iu.exec(name) ?? []
  const lines = body && place ? [body, place] : [name]
  return lines.map((it) => it.toLocaleUpperCase('vi'))
}
