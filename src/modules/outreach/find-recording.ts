import type { Ctx } from '#src/base/ctx.ts'

export type Recording = { mediaType: string; bytes: number; madeBy: string; madeAt: Date }

/** Whether the office read this version itself. Its sound is read by `readRecording`. */
export async function findRecording(
  ctx: Ctx,
  input: { bulletinId: string; version: number },
): Promise<Recording | null> {
  const row = await ctx.db
    .selectFrom('outreach.recording')
    .select(['media_type as mediaType', 'made_by as madeBy', 'made_at as madeAt'])
    .select((eb) => eb.fn<number>('octet_length', ['content']).as('bytes'))
    .where('office_id', '=', ctx.officeId)
    .where('bulletin_id', '=', input.bulletinId)
    .where('version', '=', input.version)
    .executeTakeFirst()
  return row ?? null
}
