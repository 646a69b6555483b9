import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'

export type DuePush = {
  id: string
  bulletinId: string
  version: number
  kind: 'post' | 'edit' | 'remove'
  tries: number
  address: string
  key: string
}

/** What loudspeaker systems are still to be told, as far as it is its time; the oldest first. */
export async function listDuePushes(ctx: Ctx): Promise<DuePush[]> {
  requireRight(ctx, 'outreach.write')
  const rows = await ctx.db
    .selectFrom('outreach.speaker_push as it')
    .innerJoin('outreach.speaker_system as system', 'system.id', 'it.system_id')
    .select(['it.id', 'it.bulletin_id as bulletinId', 'it.version', 'it.kind', 'it.tries'])
    .select(['system.address', 'system.key_sealed'])
    .where('it.office_id', '=', ctx.officeId)
    .where('it.state', '=', 'waiting')
    .where('it.next_at', '<=', ctx.now)
    .where('system.closed_at', 'is', null)
    .orderBy('it.id')
    .execute()
  return rows.map(({ key_sealed, ...it }) => ({ ...it, key: ctx.sealer.open(key_sealed) }))
}
