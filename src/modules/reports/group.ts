import { words, type Words } from '#src/words/index.ts'
import { addUp, countedOf, pile, sumOf } from './counted.ts'
import { said } from './labels.ts'
import type { Case } from './read-cases.ts'
import type { Counts, HomeCount } from './read-counts.ts'
import type {
  AuthorityGroup,
  CountedGroup,
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
export function authorityOf(cell: Case): { key: string; label: Said } {
  return {
    key: cell.authorityKey ? `${cell.authorityKey} ${cell.authorityName}` : cell.authorityName,
    label: { vi: cell.authorityName, en: cell.authorityNameEn },
  }
}

export function byProcedure(cells: readonly Case[], nameOf: NameOf): ProcedureGroup[] {
  return pile(cells, (cell) => cell.procedureCode)
    .map(({ key, cells }) =>
      Object.assign(countedOf(addUp(cells)), { key, code: key }, nameOf(key)),
    )
    .sort(mostFirst)
}

export function byAuthority(cells: readonly Case[]): AuthorityGroup[] {
  return pile(cells, (cell) => authorityOf(cell).key)
    .map(({ first, cells }) =>
      Object.assign(countedOf(addUp(cells)), authorityOf(first), {
        authorityKey: first.authorityKey,
      }),
    )
    .sort(mostFirst)
}

/** The article's table, the most frequent line first. */
export function articleRows(cells: readonly Case[], nameOf: NameOf): ReportRow[] {
  return cells
    .map((cell) => ({
      ...countedOf(cell),
      procedure: { code: cell.procedureCode, ...nameOf(cell.procedureCode) },
      authority: authorityOf(cell),
      homeKind: { key: cell.homeKind, label: said((words) => words.requests.homes[cell.homeKind]) },
      came: { key: cell.came, label: said((words) => words.requests.coming[cell.came]) },
      outcome: { key: cell.outcome, label: said((words) => words.reports.outcomes[cell.outcome]) },
    }))
    .map((row) => ({ row, label: { vi: wordsOf(row) }, requests: row.requests }))
    .sort(mostFirst)
    .map(({ row }) => row)
}

/** One group for each word of a list, in the order of the list, zeros included. */
export function byWord<Key extends string>(
  cells: readonly Case[],
  keyOf: (cell: Case) => Key,
  listOf: (words: Words) => Record<Key, string>,
): CountedGroup<Key>[] {
  const piles = Map.groupBy(cells, keyOf)
  const keys = Object.keys(listOf(words.vi)) as Key[]
  return keys.map((key) =>
    Object.assign(countedOf(addUp(piles.get(key) ?? [])), {
      key,
      label: said((words) => listOf(words)[key]),
    }),
  )
}

/** How people heard of the desk, in the order of the list, zeros included. */
export function byHearing(counts: Counts['heard']): Group[] {
  const countOf = new Map(counts.map((count) => [count.heard, count.requests]))
  const asked = Object.keys(words.vi.reach.channels) as (keyof Words['reach']['channels'])[]
  const groups: Group[] = asked.map((key) => ({
    key,
    label: said((words) => words.reach.channels[key]),
    requests: countOf.get(key) ?? 0,
  }))
  const unsaid = said((words) => words.reports.unsaid)
  return [...groups, { key: 'unsaid', label: unsaid, requests: countOf.get(null) ?? 0 }]
}

/** Each commune that people live in, and what they needed. */
export function byHome(cells: readonly HomeCount[], nameOf: NameOf): HomeGroup[] {
  return pile(cells, (cell) =>
    [
      cell.homeKind,
      cell.provinceCode,
      cell.communeCode,
      cell.provinceName,
      cell.communeName,
    ].join(),
  )
    .map(({ key, first, cells }) => ({
      key,
      requests: sumOf(cells),
      label: placeName([first.communeName, first.provinceName]),
      kind: first.homeKind,
      province: first.provinceName,
      commune: first.communeName,
      procedures: proceduresOf(cells, nameOf),
    }))
    .sort(mostFirst)
}

/** Each province that people live in, and what they needed. */
export function byProvince(cells: readonly HomeCount[], nameOf: NameOf): ProvinceGroup[] {
  return pile(cells, (cell) => cell.provinceName ?? '')
    .map(({ key, first, cells }) => ({
      key,
      requests: sumOf(cells),
      label: placeName([first.provinceName]),
      procedures: proceduresOf(cells, nameOf),
    }))
    .sort(mostFirst)
}

function proceduresOf(cells: readonly HomeCount[], nameOf: NameOf): HomeGroup['procedures'] {
  return pile(cells, (cell) => cell.procedureCode)
    .map(({ key, cells }) => ({ code: key, label: nameOf(key).label, requests: sumOf(cells) }))
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
  return name ? { vi: name, en: name } : said((words) => words.reports.unknownPlace)
}

function wordsOf(row: ReportRow): string {
  const { procedure, authority, homeKind, came, outcome } = row
  return [procedure, authority, homeKind, came, outcome].map((part) => part.label.vi).join(' ')
}
