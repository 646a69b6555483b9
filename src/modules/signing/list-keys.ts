import type { Ctx } from '#src/base/ctx.ts'
import { keyOf, withoutAccess, type OpenableKey, type SigningKey } from './key.ts'
import { requireInside } from './officer-in.ts'

/** Whose keys the office has: officials by name, the seal last. Nothing of how they are reached. */
export async function listKeys(ctx: Ctx): Promise<SigningKey[]> {
  requireInside(ctx)
  return (await readKeys(ctx)).map(withoutAccess)
}

/** The same with what it takes to use them; stays inside the module. */
export async function readKeys(ctx: Ctx): Promise<OpenableKey[]> {
  const rows = await ctx.db
    .selectFrom('signing.key')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('removed_at', 'is', null)
    .orderBy((eb) => eb('holder_id', 'is', null))
    .orderBy('holder_name')
    .execute()
  return rows.map((row) => keyOf(ctx, row))
}
