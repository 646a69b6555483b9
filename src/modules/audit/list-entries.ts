import type { Ctx } from '#src/base/ctx.ts'

export type AuditEntry = {
  number: number
  at: Date
  actor:
    { kind: 'citizen' } | { kind: 'officer'; officer_id: string } | { kind: 'system'; job: string }
  action: string
  subject_id: string
  detail: Record<string, unknown>
}

/** The newest entries first, of one subject or of the whole office; at most `limit` (100). */
export async function listEntries(
  ctx: Ctx,
  input: { subjectId?: string; before?: number; limit?: number } = {},
): Promise<AuditEntry[]> {
  let query = ctx.db
    .selectFrom('audit.entry')
    .select(['number', 'at', 'actor', 'action', 'subject_id', 'detail'])
    .where('office_id', '=', ctx.officeId)
    .orderBy('number', 'desc')
    .limit(input.limit ?? 100)
  if (input.subjectId !== undefined) query = query.where('subject_id', '=', input.subjectId)
  if (input.before !== undefined) query = query.where('number', '<', input.before)
  return (await query.execute()) as AuditEntry[]
}
