import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { rulesOf } from './rule-columns.ts'
import { usualRules, type Priority, type Rules } from './rules.ts'

/** How the office keeps its line: its own rules, or the usual ones. */
export async function readRules(ctx: Ctx): Promise<Rules> {
  const row = await ctx.db
    .selectFrom('queue.rules')
    .selectAll()
    // An array of the database's own type comes as text from the driver.
    .select(sql<Priority[]>`priorities::text[]`.as('priorities'))
    .where('office_id', '=', ctx.officeId)
    .executeTakeFirst()
  return row ? rulesOf(row) : usualRules
}
