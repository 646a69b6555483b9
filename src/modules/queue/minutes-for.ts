import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { usualRulesJson } from './rule-columns.ts'

/** How long these procedures take together, in whole slots; the usual time where none is named. */
export async function minutesFor(ctx: Ctx, procedureCodes: string[]): Promise<number> {
  const { rows } = await sql<{ minutes: number }>`
    select queue.minutes_for(${[...new Set(procedureCodes)]}::text[],
                             queue.rules_of(${ctx.officeId}, ${usualRulesJson})) as minutes
  `.execute(ctx.db)
  return rows[0]!.minutes
}
