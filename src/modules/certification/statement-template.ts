import { Refusal } from '#src/base/refusal.ts'
import type { Medium } from './copy.ts'

/** What a statement may name, in braces. */
export const statementVariables = [
  /** Number and book: "12", "01/2026-SCTĐT/BS". */
  'so',
  'quyen',
  /** The day in figures and in words: "27/11/2026", "ngày hai mươi bảy tháng mười một năm …". */
  'ngay',
  'ngay_chu',
  'don_vi',
  'noi',
  'ban_chinh',
  'so_trang',
  'so_trang_chu',
  'so_ban',
  'so_ban_chu',
  'chuc_danh',
  'nguoi_ky',
] as const

export type StatementVariable = (typeof statementVariables)[number]
export type StatementFacts = Record<StatementVariable, string>

/** Without these nobody could find the copy in the book again. */
export const neededVariables = ['so', 'quyen', 'ban_chinh'] as const satisfies StatementVariable[]

/**
 * The sample that ships, of our own wording after the fields that the procedure names (number, book and
 * its symbol, day in figures and words, signer). It is no quotation of Circular 01/2020/TT-BTP: the
 * office compares it with the form in force and words its own.
 */
export const sampleStatements: Record<Medium, string> = {
  electronic: [
    'Chứng thực bản sao điện tử này đúng với bản chính: {ban_chinh}, gồm {so_trang} trang ({so_trang_chu} trang).',
    'Số chứng thực: {so}; quyển số: {quyen}.',
    'Ngày {ngay} (bằng chữ: {ngay_chu}).',
  ].join('\n'),
  paper: [
    'Chứng thực bản sao đúng với bản chính: {ban_chinh}, gồm {so_trang} trang ({so_trang_chu} trang); lập thành {so_ban} bản ({so_ban_chu} bản).',
    'Số chứng thực: {so}; quyển số: {quyen}.',
    'Ngày {ngay} (bằng chữ: {ngay_chu}).',
  ].join('\n'),
}

/** Refuses an empty statement, a variable that does not exist, and one that lacks its number. */
export function requireStatement(said: string): string {
  const body = said.normalize('NFC').replaceAll('\r\n', '\n').trim()
  if (body === '') throw new Refusal('certification.template_empty', { field: 'body' })
  const named = [...body.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const known: readonly string[] = statementVariables
  const unknown = named.find((it) => !known.includes(it))
  if (unknown !== undefined)
    throw new Refusal('certification.template_variable_unknown', {
      field: 'body',
      params: { name: `{${unknown}}` },
    })
  const missing = neededVariables.find((it) => !named.includes(it))
  if (missing !== undefined)
    throw new Refusal('certification.template_variable_missing', {
      field: 'body',
      params: { name: `{${missing}}` },
    })
  return body
}

/** The paragraphs as they are written under the copy. */
export function fillStatement(body: string, facts: StatementFacts): string[] {
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.replace(/\{(\w+)\}/g, (_, it: StatementVariable) => facts[it]))
}
