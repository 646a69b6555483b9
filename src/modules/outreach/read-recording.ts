import type { Ctx } from '#src/base/ctx.ts'

/** The office's own recording of a version, whole; null when there is none. */
export async function readRecording(
  ctx: Ctx,
  input: { bulletinId: string; version: number },
): Promise<{ content: Buffer; mediaType: string } | null> {
  const row = await ctx.db
    .selectFrom('outreach.recording')
    .select(['content', 'media_type as mediaType'])
    .where('office_id', '=', ctx.officeId)
    .where('bulletin_id', '=', input.bulletinId)
    .where('version', '=', input.version)
    .executeTakeFirst()
  return row ?? null
}
