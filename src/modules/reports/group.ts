import { words, type Words } from '#src/words/index.ts'
import { addUp, countedOf, pile, type Measures } from './counted.ts'
import { said } from './labels.ts'
import type { CaseCell, HomeCell } from './read-cells.ts'
import type {
  AuthorityGroup,
  Group,
  HomeGroup,
  ProcedureGroup,
  ProvinceGroup,
  ReportRow,
  Said,
} from './report.ts'

/** What a procedure is called, by its code. */
export type NameOf = (code: string) => { label: Said; officialName: Said }

/** Two ages of one authority bear two names, and stay apart as they did on the day. */
export function authorityOf(cell: CaseCell): { key: string; label: Said } {
  return {
    key: cell.authorityKey ? `${cell.authorityKey} ${cell.authorityName}` : cell.authorityName,
    label: { vi: cell.authorityName, en: cell.authorityNameEn },
  }
}

export function byProcedure(cells: readonly CaseCell[], nameOf: NameOf): ProcedureGroup[] {
  return pile(cells, (cell) => cell.procedureCode)
    .map(({ key, measures }) => ({ ...countedOf(measures), key, code: key, ...nameOf(key) }))
    .sort(mostFirst)
}

export function byAuthority(cells: readonly CaseCell[]): AuthorityGroup[] {
  return pile(cells, (cell) => authorityOf(cell).key)
    .map(({ first, measures }) => ({
      ...countedOf(measures),
      ...authorityOf(first),
      authorityKey: first.authorityKey,
    }))
    .sort(mostFirst)
}

/** The article's table, the most frequent line first. */
export function articleRows(cells: readonly CaseCell[], nameOf: NameOf): ReportRow[] {
  return cells
    .map((cell) => ({
      ...countedOf(cell),
      procedure: { code: cell.procedureCode, ...nameOf(cell.procedureCode) },
      authority: authorityOf(cell),
      homeKind: { key: cell.homeKind, label: said((words) => words.homeKinds[cell.homeKind]) },
      came: { key: cell.came, label: said((words) => words.comings[cell.came]) },
      outcome: { key: cell.outcome, label: said((words) => words.outcomes[cell.outcome]) },
    }))
    .map((row) => ({ row, label: { vi: wordsOf(row) }, requests: row.requests }))
    .sort(mostFirst)
    .map(({ row }) => row)
}

/** One group for each word of a list, in the order of the list, zeros included. */
export function byWord<C extends Measures, Key extends string>(
  cells: readonly C[],
  keyOf: (cell: C) => string,
  listOf: (words: Words['reports']) => Record<Key, string>,
): Group<Key>[] {
  const piles = Map.groupBy(cells, keyOf)
  const keys = Object.keys(listOf(words.vi.reports)) as Key[]
  return keys.map((key) => ({
    ...countedOf(addUp(piles.get(key) ?? [])),
    key,
    label: said((words) => listOf(words)[key]),
  }))
}

/** Each commune that people live in, and what they needed. */
export function byHome(cells: readonly HomeCell[], nameOf: NameOf): HomeGroup[] {
  return pile(cells, (cell) =>
    [
      cell.homeKind,
      cell.provinceCode,
      cell.communeCode,
      cell.provinceName,
      cell.communeName,
    ].join(),
  )
    .map(({ key, first, cells, measures }) => ({
      ...countedOf(measures),
      key,
      label: placeName([first.communeName, first.provinceName]),
      kind: first.homeKind,
      province: first.provinceName,
      commune: first.communeName,
      procedures: proceduresOf(cells, nameOf),
    }))
    .sort(mostFirst)
}

/** Each province that people live in, and what they needed. */
export function byProvince(cells: readonly HomeCell[], nameOf: NameOf): ProvinceGroup[] {
  return pile(cells, (cell) => cell.provinceName ?? '')
    .map(({ key, first, cells, measures }) => ({
      ...countedOf(measures),
      key,
      label: placeName([first.provinceName]),
      procedures: proceduresOf(cells, nameOf),
    }))
    .sort(mostFirst)
}

function proceduresOf(cells: readonly HomeCell[], nameOf: NameOf): HomeGroup['procedures'] {
  return pile(cells, (cell) => cell.procedureCode)
    .map(({ key, measures }) => ({
      code: key,
      label: nameOf(key).label,
      requests: measures.requests,
    }))
    .sort(mostFirst)
}

const alphabet = new Intl.Collator('vi')

/** The most requests first, then by the Vietnamese alphabet. */
function mostFirst(
  a: { requests: number; label: { vi: string } },
  b: { requests: number; label: { vi: string } },
): number {
  return b.requests - a.requests || alphabet.compare(a.label.vi, b.label.vi)
}

/** Vietnamese places keep their names in English. */
function placeName(parts: (string | null)[]): Said {
  const name = parts.filter((part) => part).join(', ')
  return name ? { vi: name, en: name } : said((words) => words.unknownPlace)
}

function wordsOf(row: ReportRow): string {
  const { procedure, authority, homeKind, came, outcome } = row
  return [procedure, authority, homeKind, came, outcome].map((part) => part.label.vi).join(' ')
}
