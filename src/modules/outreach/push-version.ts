import type { Ctx } from '#src/base/ctx.ts'

/**
 * Notes for every loudspeaker system of the office that it is to take this version, or to forget the
 * bulletin. What an older version still had to tell it is told no more.
 */
export async function pushVersion(
  ctx: Ctx,
  input: { bulletinId: string; version: number; kind: 'post' | 'remove' },
): Promise<void> {
  const systems = await ctx.db
    .selectFrom('outreach.speaker_system')
    .select('id')
    .where('office_id', '=', ctx.officeId)
    .where('closed_at', 'is', null)
    .execute()
  if (systems.length === 0) return
  await ctx.db
    .updateTable('outreach.speaker_push')
    .set({ state: 'held', why: 'replaced' })
    .where('office_id', '=', ctx.officeId)
    .where('bulletin_id', '=', input.bulletinId)
    .where('state', '<>', 'taken')
    .execute()
  const rows = systems.map(({ id }) => ({
    office_id: ctx.officeId,
    bulletin_id: input.bulletinId,
    version: input.version,
    system_id: id,
    kind: input.kind,
    next_at: ctx.now,
  }))
  await ctx.db
    .insertInto('outreach.speaker_push')
    .values(rows)
    .onConflict((oc) => oc.constraint('speaker_push_is_asked_once').doNothing())
    .execute()
}
