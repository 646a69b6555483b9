import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Database } from '#src/base/db.ts'
import { enterOffice } from '#src/base/world.ts'
import { findOfficeBySlug, type Office } from '#src/modules/offices/index.ts'
import type { Env } from '../env.ts'

/** How long an office is remembered, so that a page does not begin with a query for it. */
const keptMs = 5_000
const kept = new WeakMap<Database, Map<string, { office: Office; at: number }>>()

/** Finds the office that the address names; every page below it speaks for that office. */
export const withOffice = createMiddleware<Env>(async (c, next) => {
  const office = await findOffice(c.var.house.database, c.req.param('office') ?? '')
  if (!office) return c.notFound()
  standIn(c, office)
  return next()
})

/** From here on the page is this office's, read by a citizen. */
export function standIn(c: Context<Env>, office: Office): void {
  const { database, sealer, now } = c.var.house
  c.set('office', office)
  c.set('ctx', enterOffice({ database, sealer, now: now() }, office.id, { kind: 'citizen' }))
}

async function findOffice(database: Database, slug: string): Promise<Office | null> {
  const offices = kept.get(database) ?? new Map<string, { office: Office; at: number }>()
  kept.set(database, offices)
  const found = offices.get(slug)
  if (found && performance.now() - found.at < keptMs) return found.office
  const office = await findOfficeBySlug({ db: database.nation }, slug)
  if (office) offices.set(slug, { office, at: performance.now() })
  else offices.delete(slug)
  return office
}
