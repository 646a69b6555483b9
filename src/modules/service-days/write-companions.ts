import type { Ctx } from '#src/base/ctx.ts'
import type { ProgrammeTerms } from './programme.ts'

/** Writes who sits there, what is promised and who else comes, in place of what stood before. */
export async function writeCompanions(
  ctx: Ctx,
  programmeId: string,
  terms: Pick<ProgrammeTerms, 'officerIds' | 'procedures' | 'partners'>,
): Promise<void> {
  const [office_id, programme_id] = [ctx.officeId, programmeId]
  await ctx.db
    .deleteFrom('service_days.programme_officer')
    .where('office_id', '=', ctx.officeId)
    .where('programme_id', '=', programmeId)
    .execute()
  await ctx.db
    .deleteFrom('service_days.programme_procedure')
    .where('office_id', '=', ctx.officeId)
    .where('programme_id', '=', programmeId)
    .execute()
  await ctx.db
    .deleteFrom('service_days.programme_partner')
    .where('office_id', '=', ctx.officeId)
    .where('programme_id', '=', programmeId)
    .execute()
  const officers = [...new Set(terms.officerIds)].map((officer_id) => ({
    office_id,
    programme_id,
    officer_id,
  }))
  const promised = new Map(terms.procedures.map((it) => [it.code, it]))
  const procedures = [...promised.values()].map((it, position) => ({
    office_id,
    programme_id,
    procedure_code: it.code,
    same_day: it.sameDay,
    position,
  }))
  const partners = terms.partners
    .map((it) => ({ kind: it.kind, name: it.name.normalize('NFC').trim() }))
    .filter((it) => it.name !== '')
    .map((it, position) => ({ office_id, programme_id, position, kind: it.kind, name: it.name }))
  if (officers.length > 0)
    await ctx.db.insertInto('service_days.programme_officer').values(officers).execute()
  if (procedures.length > 0)
    await ctx.db.insertInto('service_days.programme_procedure').values(procedures).execute()
  if (partners.length > 0)
    await ctx.db.insertInto('service_days.programme_partner').values(partners).execute()
}
