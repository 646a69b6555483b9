import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { officerOf, type Officer } from './officer.ts'

/** The accounts of the office, those who work here first, by name. For who manages them. */
export async function listOfficers(ctx: Ctx): Promise<Officer[]> {
  requireRight(ctx, 'identity.manage')
  const accounts = await ctx.db
    .selectFrom('identity.officer')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .orderBy('active', 'desc')
    .orderBy('full_name')
    .execute()
  return accounts.map(officerOf)
}
