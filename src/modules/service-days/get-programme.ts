import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { readProgrammes, type Programme } from './programme.ts'

/** A programme of this office, whole. Refuses one that is not the office's. */
export async function getProgramme(ctx: Ctx, input: { programmeId: string }): Promise<Programme> {
  const rows = await ctx.db
    .selectFrom('service_days.programme')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', input.programmeId)
    .execute()
  const [programme] = await readProgrammes(ctx, rows)
  if (!programme) throw new Refusal('service_days.programme_not_found')
  return programme
}
