import type { Selectable } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { CertificationCopy } from '#src/base/database.generated.ts'
import { Refusal } from '#src/base/refusal.ts'
import { copyCan, refusalOf, type CopyAction } from './copy.ts'

export type CopyRow = Selectable<CertificationCopy>

/**
 * The copy, held until the transaction ends: of two who decide at the same moment the second is
 * refused by name. Another office's is not found.
 */
export async function lockCopy(ctx: Ctx, copyId: string, action: CopyAction): Promise<CopyRow> {
  const row = await ctx.db
    .selectFrom('certification.copy')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', copyId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('certification.copy_not_found')
  requireCan(action, { state: row.state, delivered: row.delivered_at })
  return row
}

/** Refuses what may not be done to the copy where it stands. */
export function requireCan(action: CopyAction, copy: Parameters<typeof copyCan>[1]): void {
  if (!copyCan(action, copy)) throw new Refusal(refusalOf(action, copy))
}
