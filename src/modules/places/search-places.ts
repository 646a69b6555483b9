import { sql, type RawBuilder } from 'kysely'
import type { NationCtx } from '#src/base/ctx.ts'
import { dayOr } from './day.ts'
import { findNamed, type Asked, type PlaceFound } from './find-named.ts'
import { marksOf, sayTyped, splitAtKinds, withoutKinds } from './said.ts'

/**
 * Finds the communes of a day (today) by their own or a former name, best first, at most `limit`
 * (10, up to 50). Marks, tone placement, case and the words for the kind may be left out; district
 * and province, old or new, narrow it in any order: "goi, vu ban" finds xã Vụ Bản and says that thị
 * trấn Gôi became it. With `near`, communes of that province come first among equals.
 *
 * When no name has all the words, names that are spelt alike are tried, then those that have some.
 */
export async function searchPlaces(
  ctx: NationCtx,
  input: { q: string; at?: Temporal.PlainDate; limit?: number; near?: string },
): Promise<PlaceFound[]> {
  const typed = input.q.slice(0, 200)
  const parts = sayTyped(typed)
  const asking = (parts: string[]) => ({
    at: dayOr(ctx, input.at),
    limit: Math.min(Math.max(input.limit ?? 10, 0), 50),
    near: input.near ?? '',
    marked: marksOf(typed),
    ...saidAs(parts),
  })
  const asked = asking(parts)
  if (asked.whole === '') return []
  // Only a word for a kind so far, or one letter: nothing but the beginning of a name can be meant.
  if (asked.wholeBare.length < 2) return findNamed(ctx, asked, hasWords(asked.whole, 'A'))

  const found = await findSaid(ctx, asked)
  if (found.length > 0) return found
  const alike = sql<boolean>`n.name_said % ${asked.headBare}`
  if (parts.length > 1) {
    const there = hasWords(withoutKinds(parts.slice(1).join(' ')) || asked.whole)
    const misspelt = await findNamed(ctx, asked, sql<boolean>`${alike} and ${there}`, true)
    if (misspelt.length > 0) return misspelt
  }
  // An address goes from small to large: the hamlet or the street ahead is no commune's name.
  const smaller = splitAtKinds(parts)
  for (let i = 1; i < smaller.length; i++) {
    const larger = await findSaid(ctx, asking(smaller.slice(i)))
    if (larger.length > 0) return larger
  }
  const spelt = await findNamed(ctx, asked, alike, true)
  return spelt.length > 0 ? spelt : findNamed(ctx, asked, hasSomeWords(asked.wholeBare), true)
}

/** By the words as they were typed, else without those for the kind, which may be wrong. */
async function findSaid(ctx: NationCtx, asked: Asked): Promise<PlaceFound[]> {
  const found = await findNamed(ctx, asked, hasWords(asked.whole))
  if (found.length > 0 || asked.wholeBare === asked.whole || !asked.wholeBare) return found
  return findNamed(ctx, asked, hasWords(asked.wholeBare))
}

function saidAs(parts: string[]): Pick<Asked, 'whole' | 'wholeBare' | 'head' | 'headBare'> {
  const whole = parts.join(' ')
  const wholeBare = withoutKinds(whole)
  const head = parts[0] ?? ''
  return { whole, wholeBare, head, headBare: withoutKinds(head) || wholeBare }
}

/** All of the words, the last of them perhaps unfinished. They are letters and digits only. */
function hasWords(said: string, weight = ''): RawBuilder<boolean> {
  const words = said.split(' ').map((word) => `'${word}'${weight && `:${weight}`}`)
  const last = `'${said.split(' ').at(-1)}':*${weight}`
  return sql<boolean>`n.words @@ ${[...words.slice(0, -1), last].join(' & ')}::tsquery`
}

function hasSomeWords(said: string): RawBuilder<boolean> {
  const words = said.split(' ').map((word) => `'${word}':A`)
  return sql<boolean>`n.words @@ ${words.join(' | ')}::tsquery`
}
