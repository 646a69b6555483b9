import type { Ctx } from '#src/base/ctx.ts'

/** How the office says its own short forms: what is written, what is said. */
export async function readAbbreviations(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
): Promise<Record<string, string>> {
  const rows = await ctx.db
    .selectFrom('outreach.abbreviation')
    .select(['written', 'spoken'])
    .where('office_id', '=', ctx.officeId)
    .orderBy('written')
    .execute()
  return Object.fromEntries(rows.map((it) => [it.written, it.spoken]))
}
