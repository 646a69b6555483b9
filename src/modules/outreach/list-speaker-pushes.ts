import type { Ctx } from '#src/base/ctx.ts'
import type { OutreachPushState } from '#src/base/database.generated.ts'
import { requireOutreach } from './require-outreach.ts'
import type { PushTrouble } from './speaker-system.ts'

export type SpeakerPush = {
  id: string
  bulletinId: string
  name: string
  version: number
  kind: 'post' | 'edit' | 'remove'
  state: OutreachPushState
  why: PushTrouble | null
  nextAt: Date
}

/**
 * Which loudspeaker systems have taken a bulletin, the newest first; or all that waits for a person, of
 * whichever bulletin. What was replaced is left out, and what a system that is gone has not taken.
 */
export async function listSpeakerPushes(
  ctx: Ctx,
  input: { bulletinId: string } | { state: 'held' },
): Promise<SpeakerPush[]> {
  requireOutreach(ctx)
  const rows = await ctx.db
    .selectFrom('outreach.speaker_push as it')
    .innerJoin('outreach.speaker_system as system', 'system.id', 'it.system_id')
    .select(['it.id', 'system.name', 'it.version', 'it.kind', 'it.state', 'it.why'])
    .select(['it.bulletin_id as bulletinId', 'it.next_at as nextAt'])
    .where('it.office_id', '=', ctx.officeId)
    .where((eb) =>
      'state' in input
        ? eb('it.state', '=', input.state)
        : eb('it.bulletin_id', '=', input.bulletinId),
    )
    .where((eb) => eb.or([eb('system.closed_at', 'is', null), eb('it.state', '=', 'taken')]))
    .where((eb) => eb.or([eb('it.why', 'is', null), eb('it.why', '<>', 'replaced')]))
    .orderBy('it.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, why: row.why as PushTrouble | null }))
}
