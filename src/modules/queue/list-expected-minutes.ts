import type { Ctx } from '#src/base/ctx.ts'

/** How long procedures take at this desk, where the office has said so; others take the usual. */
export async function listExpectedMinutes(
  ctx: Ctx,
): Promise<{ procedureCode: string; minutes: number }[]> {
  return ctx.db
    .selectFrom('queue.expected_minutes')
    .select(['procedure_code as procedureCode', 'minutes'])
    .where('office_id', '=', ctx.officeId)
    .orderBy('procedure_code')
    .execute()
}
