import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import type { FilesCtx } from '#src/modules/papers/index.ts'
import { openFile } from './keep-file.ts'

/** The file of a copy made elsewhere, as it came. Each look is in the trail. */
export async function readElsewhereFile(
  ctx: FilesCtx,
  input: { id: string },
): Promise<{ bytes: Buffer; name: string }> {
  requireRight(ctx, 'requests.read')
  const row = await ctx.db
    .selectFrom('certification.elsewhere')
    .select(['sha256', 'name'])
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', input.id)
    .executeTakeFirst()
  if (!row) throw new Refusal('certification.elsewhere_not_found')
  const bytes = await openFile(ctx, row.sha256)
  await record(ctx, 'certification.elsewhere_read', input.id)
  return { bytes, name: row.name }
}
