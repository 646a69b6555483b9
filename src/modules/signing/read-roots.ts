import { X509Certificate } from 'node:crypto'
import type { Ctx } from '#src/base/ctx.ts'

/** The roots that the office trusts. */
export async function readRoots(ctx: Ctx): Promise<X509Certificate[]> {
  const rows = await ctx.db
    .selectFrom('signing.root')
    .select('certificate')
    .where('office_id', '=', ctx.officeId)
    .orderBy('added_at')
    .orderBy('fingerprint')
    .execute()
  return rows.map((it) => new X509Certificate(it.certificate))
}
