import { sql, type Transaction } from 'kysely'
import { fold } from '#src/base/fold.ts'
import type { DB } from '#src/base/database.generated.ts'
import { readLexicon, readSpoken, type Lexicon } from './lexicon.ts'
import type { Said } from './pack.ts'
import { kindWeight, termsOf } from './search-terms.ts'
import { syllablesOf } from './syllable.ts'

/** BM25 (Robertson, Zaragoza 2009): how fast repeats stop counting, how much length tells against. */
const saturation = 1.2
const lengthPenalty = 0.75

type Unit = {
  code: string
  said: string
  support: boolean
  prior: number
  special: number
  terms: Set<string>
  length: number
}

/**
 * Builds the whole index of the search anew from the procedures in the database, the ways of asking
 * that they ship with, and the lexicon. Whole, because the rarity of a term hangs on all of them.
 */
export async function indexSearch(trx: Transaction<DB>, folder: string): Promise<void> {
  const units = await readUnits(trx, folder)
  const rarity = rarityOf(units)
  const average = {
    said: averageLength(units.filter((unit) => !unit.support)),
    support: averageLength(units.filter((unit) => unit.support)),
  }
  const postings = new Map<string, { units: number[]; weights: number[] }>()
  units.forEach((unit, i) => {
    const long = unit.length / (unit.support ? average.support : average.said)
    const damp = saturation * (1 - lengthPenalty + lengthPenalty * long)
    for (const term of unit.terms) {
      const here = postings.get(term) ?? { units: [], weights: [] }
      here.units.push(i)
      here.weights.push((kindWeight(term) * rarity.get(term)! * (saturation + 1)) / (1 + damp))
      postings.set(term, here)
    }
  })

  await sql`truncate catalogue.search_unit, catalogue.search_term`.execute(trx)
  await sql`insert into catalogue.search_unit
    select * from unnest(${units.map((_, i) => i)}::int[], ${units.map((it) => it.code)}::text[],
      ${units.map((it) => it.said)}::text[], ${units.map((it) => it.support)}::bool[],
      ${units.map((it) => it.prior)}::real[], ${units.map((it) => it.special)}::int[])`.execute(trx)
  const rows = [...postings].map(([term, it]) => ({
    term,
    units: `{${it.units.join()}}`,
    weights: `{${it.weights.map((weight) => weight.toFixed(4)).join()}}`,
  }))
  await sql`insert into catalogue.search_term
    select term, units::int[], weights::real[]
      from unnest(${rows.map((it) => it.term)}::text[], ${rows.map((it) => it.units)}::text[],
        ${rows.map((it) => it.weights)}::text[]) as t(term, units, weights)`.execute(trx)
}

async function readUnits(trx: Transaction<DB>, folder: string): Promise<Unit[]> {
  const words = readLexicon(folder)
  const spoken = readSpoken(folder)
  const rows = await trx
    .selectFrom('catalogue.procedure as p')
    .innerJoin('catalogue.procedure_version as v', 'v.procedure_code', 'p.code')
    .select(['p.code', 'p.plain_name', 'p.purpose', 'p.spoken', 'p.rank'])
    .select(['v.name', 'v.field', 'v.levels', 'v.origin', 'v.result'])
    .orderBy('p.code')
    .orderBy('v.valid_from')
    .execute()
  return [...Map.groupBy(rows, (row) => row.code)].flatMap(([code, ages]) => {
    const now = ages.at(-1)!
    const names = [...new Set(ages.map((age) => vi(age.name)))]
    const said = [vi(now.plain_name), ...now.spoken, ...(spoken[code] ?? [])].filter(Boolean)
    const special = specialOf(words, vi(now.name), now.origin === 'shipped')
    const prior = priorOf(now)
    const unit = (text: string, support: boolean): Unit => {
      const syllables = syllablesOf(text)
      const terms = new Set(termsOf(syllables))
      return { code, said: text, support, prior, special, terms, length: syllables.length }
    }
    const support = [now.field, vi(now.purpose), vi(now.result), ...names].filter(Boolean)
    return [
      ...names.map((name) => unit(name.replace(/^thủ tục\s+/i, ''), false)),
      ...said.map((one) => unit(one, false)),
      unit(support.join('. '), true),
    ]
  })
}

/** BM25's inverse document frequency, over procedures: many ways of asking make no word common. */
function rarityOf(units: Unit[]): Map<string, number> {
  const holders = new Map<string, Set<string>>()
  for (const unit of units)
    for (const term of unit.terms) {
      const codes = holders.get(term) ?? new Set()
      codes.add(unit.code)
      holders.set(term, codes)
    }
  const all = new Set(units.map((unit) => unit.code)).size
  return new Map(
    [...holders].map(([term, { size }]) => [term, Math.log(1 + (all - size + 0.5) / (size + 0.5))]),
  )
}

/** What an ordinary person at a commune's desk asks for comes first when the words do not decide. */
function priorOf(row: { rank: number | null; origin: string; levels: string[] }): number {
  const near = row.rank !== null ? 0.12 : row.origin === 'shipped' ? 0.08 : 0
  const level = row.levels.includes('commune') ? 0.06 : row.levels.includes('province') ? 0.03 : 0
  return 1 + near + level
}

/** A name with `^` before it counts only where the name begins so, and not for what ships with us. */
function specialOf(words: Lexicon, name: string, shipped: boolean): number {
  const folded = fold(name).replace(/^thu tuc /, '')
  const isNamed = (phrase: string) =>
    phrase.startsWith('^')
      ? !shipped && folded.startsWith(fold(phrase.slice(1)))
      : folded.includes(fold(phrase))
  return words.special.reduce(
    (bits, { named }, bit) => (named.some(isNamed) ? bits | (1 << bit) : bits),
    0,
  )
}

function averageLength(units: Unit[]): number {
  return units.reduce((sum, unit) => sum + unit.length, 0) / Math.max(1, units.length)
}

function vi(said: unknown): string {
  return (said as Said | null)?.vi ?? ''
}
