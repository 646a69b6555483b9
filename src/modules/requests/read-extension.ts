import type { Ctx } from '#src/base/ctx.ts'

/** A letter of apology: the date that was, and the one it names. */
export type NamedAnew = {
  sentAt: Date
  oldDueAt: Date
  newDueOn: Temporal.PlainDate
  reason: string
}

/** The newest letter of apology about a request; null when there was none. */
export async function readExtension(ctx: Ctx, requestId: string): Promise<NamedAnew | null> {
  const row = await ctx.db
    .selectFrom('requests.extension')
    .select(['sent_at as sentAt', 'old_due_at as oldDueAt', 'new_due_on as newDueOn', 'reason'])
    .where('office_id', '=', ctx.officeId)
    .where('request_id', '=', requestId)
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
