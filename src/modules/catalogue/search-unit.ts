import type { Transaction } from 'kysely'
import { fold } from '#src/base/fold.ts'
import type { DB } from '#src/base/database.generated.ts'
import { readSpoken, type Lexicon } from './lexicon.ts'
import type { Said } from './pack.ts'

/** A procedure as the search sees it. */
export type Searched = {
  code: string
  /** Its names and the ways of asking for it, each for itself. */
  said: string[]
  /** All that is known of it, taken together. */
  rest: string
  prior: number
  /** Bits of the special cases of the lexicon that it is meant for. */
  suits: number
  /** Those of them that nobody else should be sent to. */
  special: number
}

/** Every procedure in the database, with the ways of asking of its pack and of the folder. */
export async function readSearched(
  trx: Transaction<DB>,
  folder: string,
  words: Lexicon,
): Promise<Searched[]> {
  const spoken = readSpoken(folder)
  const rows = await trx
    .selectFrom('catalogue.procedure as p')
    .innerJoin('catalogue.procedure_version as v', 'v.procedure_code', 'p.code')
    .select(['p.code', 'p.plain_name', 'p.purpose', 'p.spoken', 'p.rank'])
    .select(['v.name', 'v.field', 'v.levels', 'v.origin', 'v.result'])
    .orderBy('p.code')
    .orderBy('v.valid_from')
    .execute()
  return [...Map.groupBy(rows, (row) => row.code)].map(([code, ages]) => {
    const now = ages.at(-1)!
    const names = ages.map((age) => vi(age.name).replace(/^thủ tục\s+/i, ''))
    const english = now.origin === 'shipped' ? [en(now.plain_name), en(now.name)] : []
    const said = [...names, vi(now.plain_name), ...now.spoken, ...(spoken[code] ?? []), ...english]
    const known = [...new Set(said.filter((one) => one !== ''))]
    return {
      code,
      said: known,
      rest: [now.field, vi(now.purpose), vi(now.result), ...known].join('. '),
      prior: priorOf(now),
      suits: specialOf(words, vi(now.name), true) | specialOf(words, vi(now.plain_name), true),
      special: specialOf(words, vi(now.name), now.origin !== 'shipped'),
    }
  })
}

/** What an ordinary person at a commune's desk asks for comes first when the words do not decide. */
function priorOf(row: { rank: number | null; origin: string; levels: string[] }): number {
  const near = row.rank !== null ? 0.12 : row.origin === 'shipped' ? 0.08 : 0
  const level = row.levels.includes('commune') ? 0.06 : row.levels.includes('province') ? 0.03 : 0
  return 1 + near + level
}

/** A case with `^` before it is an action: it counts where the name begins so, if at all. */
function specialOf(words: Lexicon, name: string, actions: boolean): number {
  const folded = fold(name).replace(/^thu tuc /, '')
  const isNamed = (phrase: string) =>
    phrase.startsWith('^')
      ? actions && folded.startsWith(fold(phrase.slice(1)))
      : folded.includes(fold(phrase))
  return words.special.reduce(
    (bits, { named }, bit) => (named.some(isNamed) ? bits | (1 << bit) : bits),
    0,
  )
}

function en(said: unknown): string {
  return (said as Said | null)?.en ?? ''
}

function vi(said: unknown): string {
  return (said as Said | null)?.vi ?? ''
}
