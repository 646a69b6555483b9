import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'

/** Whom to tell of a request, with the phone as sealed as it is kept. */
export type Contact = { code: string; procedure: string; name: string; phoneSealed: Buffer | null }

/**
 * Who is told of a request: whoever came to the desk for it, since they left their number; else the person
 * whom it is for. For errands only: nobody reads the number here. Refuses another office's request.
 */
export async function readContact(ctx: Ctx, input: { requestId: string }): Promise<Contact> {
  const row = await ctx.db
    .selectFrom('requests.request as r')
    .innerJoin('requests.person as came', 'came.id', 'r.requester_id')
    .innerJoin('requests.person as subject', 'subject.id', 'r.subject_id')
    .select(['r.code', 'r.procedure_name as procedure', 'came.full_name as name'])
    .select(['came.phone_sealed as cameSealed', 'subject.phone_sealed as subjectSealed'])
    .where('r.office_id', '=', ctx.officeId)
    .where('r.id', '=', input.requestId)
    .executeTakeFirst()
  if (!row) throw new Refusal('requests.not_found')
  const { code, procedure, name } = row
  return { code, procedure, name, phoneSealed: row.cameSealed ?? row.subjectSealed }
}
