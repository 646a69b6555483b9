import { sql, type Transaction } from 'kysely'
import type { DB } from '#src/base/database.generated.ts'
import { readLexicon } from './lexicon.ts'
import { plainWords, type PlainWords } from './plain-words.ts'
import { kindWeight, termsOf } from './search-terms.ts'
import { readSearched } from './search-unit.ts'
import { syllablesOf } from './syllable.ts'

/** BM25 (Robertson, Zaragoza 2009): how fast a term stops counting, how much length tells against. */
const saturation = 2
const lengthPenalty = 0.15
/** A syllable in more units than this says nothing; leaving it out makes the search twice as fast. */
const tooCommon = 1200
/** The numbers of the rests begin here, apart from those of names and ways of asking. */
const firstRest = 1_000_000

type Unit = { number: number; code: string; terms: Set<string>; length: number; whole: number }

/**
 * Builds the whole index of the search anew from the procedures in the database, the ways of asking
 * that they ship with, and the lexicon. Whole, because the rarity of a term hangs on all of them.
 */
export async function indexSearch(trx: Transaction<DB>, folder: string): Promise<void> {
  const words = readLexicon(folder)
  const plain = plainWords(words)
  const searched = await readSearched(trx, folder, words)
  const rows = searched.flatMap((it, i) =>
    it.said.map((said) => ({ ...it, said, rest: firstRest + i })),
  )
  const said = rows.map((it, i) => unitOf(plain, i, it.code, it.said))
  const rests = searched.map((it, i) => unitOf(plain, firstRest + i, it.code, it.rest))
  const postings = weigh(said, rests)

  await sql`truncate catalogue.search_unit, catalogue.search_term`.execute(trx)
  await sql`insert into catalogue.search_unit
    select * from unnest(${said.map((it) => it.number)}::int[], ${rows.map((it) => it.code)}::text[],
      ${rows.map((it) => it.said)}::text[], ${rows.map((it) => it.rest)}::int[],
      ${said.map((it) => it.whole)}::real[], ${rows.map((it) => it.prior)}::real[], ${rows.map((it) => it.suits)}::int[],
      ${rows.map((it) => it.special)}::int[])`.execute(trx)
  await sql`insert into catalogue.search_term
    select term, units::int[], weights::real[]
      from unnest(${postings.map((it) => it.term)}::text[],
        ${postings.map((it) => `{${it.units.join()}}`)}::text[],
        ${postings.map((it) => `{${it.weights.map((one) => one.toFixed(4)).join()}}`)}::text[])
        as posting(term, units, weights)`.execute(trx)
  await sql`analyze catalogue.search_unit, catalogue.search_term`.execute(trx)
}

/** In plain words, as questions are: else every `tui` in a way of asking would count as a rare word. */
function unitOf(plain: PlainWords, number: number, code: string, text: string): Unit {
  const syllables = plain.withoutTalk(plain.rewrite(syllablesOf(text)))
  return { number, code, terms: new Set(termsOf(syllables)), length: syllables.length, whole: 0 }
}

function weigh(said: Unit[], rests: Unit[]) {
  const rarity = rarityOf([...said, ...rests])
  const postings = new Map<string, { term: string; units: number[]; weights: number[] }>()
  for (const units of [said, rests]) {
    const average = units.reduce((sum, unit) => sum + unit.length, 0) / Math.max(1, units.length)
    for (const unit of units) {
      const damp = saturation * (1 - lengthPenalty + (lengthPenalty * unit.length) / average)
      for (const term of unit.terms) {
        const here = postings.get(term) ?? { term, units: [], weights: [] }
        const weight = (kindWeight(term) * rarity.get(term)! * (saturation + 1)) / (1 + damp)
        if (!/^[=~]/.test(term)) unit.whole += weight
        here.units.push(unit.number)
        here.weights.push(weight)
        postings.set(term, here)
      }
    }
  }
  return [...postings.values()].filter((it) => it.term.includes('_') || it.units.length < tooCommon)
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
