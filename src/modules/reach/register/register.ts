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

/** The names by which a column is known: in both languages, marks and case aside. */
export function columnNames(kind: RegisterKind): Map<string, string> {
  return new Map(
    [words.vi, words.en].flatMap((said) =>
      Object.entries(said.reach.columns[kind]).map(([key, name]) => [fold(name), key] as const),
    ),
  )
}

/** So many rows at once; a commune has fewer hamlets and businesses than that. */
export const mostRows = 2000
