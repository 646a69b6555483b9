import { fold } from '#src/base/fold.ts'
import { words } from '#src/words/index.ts'

/** What can be imported as a table. */
export type RegisterKind = 'hamlets' | 'businesses'

export const registerKinds = ['hamlets', 'businesses'] as const

type Columns = (typeof words)['vi']['reach']['columns']
export type ColumnOf<K extends RegisterKind> = keyof Columns[K] & string

/** Why a row is not taken, by its words in `reach.troubles`. */
export type Trouble = keyof (typeof words)['vi']['reach']['troubles']

/** A row of the table, as text by column. `line` is where it stands, the header being line 1. */
export type Typed = { line: number; cells: Record<string, string> }

/** How lists that a commune has already name the same columns. */
const otherNames: Record<RegisterKind, Record<string, string>> = {
  hamlets: {
    ...{ 'Tên thôn': 'name', 'Tên thôn, xóm': 'name', 'Thôn, xóm': 'name', Xóm: 'name' },
    ...{
      'Tổ dân phố': 'name',
      'Tên tổ dân phố': 'name',
      Hộ: 'households',
      'Số hộ dân': 'households',
    },
    ...{ 'Có loa': 'loudspeaker', Loa: 'loudspeaker', 'Cụm loa': 'loudspeaker' },
    ...{ 'Họ tên trưởng thôn': 'headName', 'SĐT trưởng thôn': 'headPhone', SĐT: 'headPhone' },
    ...{ 'Số điện thoại': 'headPhone', 'Điện thoại': 'headPhone' },
  },
  businesses: {
    ...{ 'Tên doanh nghiệp': 'name', 'Tên công ty': 'name', 'Công ty': 'name', 'Đơn vị': 'name' },
    ...{ 'Lao động': 'workers', 'Số công nhân': 'workers', 'Số người': 'workers' },
    ...{ SĐT: 'contactPhone', 'Số điện thoại': 'contactPhone', 'Điện thoại': 'contactPhone' },
  },
}

/** The names by which a column is known: in both languages, marks and case aside. */
export function columnNames(kind: RegisterKind): Map<string, string> {
  const ours = [words.vi, words.en].flatMap((said) =>
    Object.entries(said.reach.columns[kind]).map(([key, name]) => [name, key] as const),
  )
  return new Map(
    [...Object.entries(otherNames[kind]), ...ours].map(([name, key]) => [fold(name), key]),
  )
}

/** So many rows at once; a commune has fewer hamlets and businesses than that. */
export const mostRows = 2000
