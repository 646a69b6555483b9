import type { Kysely, Transaction } from 'kysely'
import type { DB } from '#src/base/database.generated.ts'

type Existing = { id: string; valid_from: Temporal.PlainDate }
type Wanted = { valid_from: string; valid_to: string | null }

/**
 * Which rows of one key stay (and as what), which are new, which go. A row is kept, with its id,
 * by the day it begins; when a date was corrected, by its place in the order: requests that hold it
 * keep holding the same age of the same thing.
 */
export function pairAges<W extends Wanted>(existing: readonly Existing[], wanted: readonly W[]) {
  const begins = (row: Existing) => row.valid_from.toString()
  const kept = new Map<W, Existing>()
  for (const want of wanted) {
    const same = existing.find((row) => begins(row) === want.valid_from)
    if (same) kept.set(want, same)
  }
  const free = existing.filter((row) => ![...kept.values()].includes(row))
  for (const want of wanted) {
    const row = kept.has(want) ? undefined : free.shift()
    if (row) kept.set(want, row)
  }
  return {
    kept: [...kept].map(([want, row]) => ({ want, id: row.id })),
    fresh: wanted.filter((want) => !kept.has(want)),
    gone: free.map((row) => row.id),
  }
}

/**
 * Makes the rows of one table and key what they should be. Rows that stay are first cut down to a
 * day each, far apart in the past, so that no two of them overlap on the way.
 */
export async function writeAges<W extends Wanted>(
  trx: Transaction<DB>,
  table: 'catalogue.authority' | 'catalogue.procedure_version',
  existing: readonly Existing[],
  wanted: readonly W[],
): Promise<void> {
  const { kept, fresh, gone } = pairAges(existing, wanted)
  const db = trx as unknown as Kysely<Record<string, Record<string, unknown>>>
  if (gone.length > 0) await db.deleteFrom(table).where('id', 'in', gone).execute()
  let parked = Temporal.PlainDate.from('0001-01-01')
  for (const { id } of kept) {
    const valid_to = parked.add({ days: 1 })
    await db
      .updateTable(table)
      .set({ valid_from: parked.toString(), valid_to: valid_to.toString() })
      .where('id', '=', id)
      .execute()
    parked = valid_to
  }
  for (const { want, id } of kept)
    await db.updateTable(table).set(want).where('id', '=', id).execute()
  if (fresh.length > 0)
    await db
      .insertInto(table)
      .values([...fresh])
      .execute()
}
