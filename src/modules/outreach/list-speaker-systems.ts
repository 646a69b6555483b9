import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import type { SpeakerSystem } from './speaker-system.ts'

/** The loudspeaker systems to which approved bulletins go by themselves. */
export async function listSpeakerSystems(ctx: Ctx): Promise<SpeakerSystem[]> {
  requireRight(ctx, 'offices.edit')
  return ctx.db
    .selectFrom('outreach.speaker_system')
    .select(['id', 'name', 'address', 'made_at as madeAt'])
    .where('office_id', '=', ctx.officeId)
    .where('closed_at', 'is', null)
    .orderBy('made_at')
    .execute()
}
